package org.recoveryrules.drools.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Severity;

/**
 * Spells comparisons by the order of an enum out as equalities: {@code severity >= Severity.MAJOR} becomes
 * {@code ( severity == Severity.MAJOR || severity == Severity.CRITICAL )}. Drools cannot compile the former: it logs a
 * warning for each and interprets it for good.
 *
 * <p>Left as they are, since spelled out they would not mean the same: a comparison whose field is bound
 * ({@code $s : severity >= Severity.MAJOR} would bind and no longer compare), and one that goes on without naming its
 * field again ({@code severity > Severity.MINOR && < Severity.CRITICAL}).
 */
final class EnumOrder {
    /** The constants of every enum whose order means something, by the enum's name. */
    private static final Map<String, List<String>> ORDERED = Stream.<Enum<?>[]>of(
                    Severity.values(), Approach.values(), Authority.values())
            .collect(Collectors.toMap(
                    constants -> constants[0].getDeclaringClass().getSimpleName(),
                    constants -> Stream.of(constants).map(Enum::name).toList(),
                    (one, other) -> one,
                    TreeMap::new));

    private static final Pattern COMPARISON = Pattern.compile(
            "(?<![\\w.$])(?<!:=?\\s{0,99})(?<field>[a-z$][\\w$]*(?:\\.\\w+)*)\\s*(?<operator>[<>]=?)\\s*"
                    + "(?<type>[A-Z]\\w*)\\.(?<constant>[A-Z_]++)"
                    + "(?!\\s*(?:&&|\\|\\|)\\s*[<>=!])");

    private EnumOrder() {}

    /** The expression with every such comparison spelled out; others stay as they are. */
    static String spellOut(String expression) {
        return COMPARISON
                .matcher(expression)
                .replaceAll(comparison -> Matcher.quoteReplacement(spelledOut(comparison)));
    }

    private static String spelledOut(MatchResult comparison) {
        String field = comparison.group(1);
        String type = comparison.group(3);
        List<String> constants = ORDERED.getOrDefault(type, List.of());
        int bound = constants.indexOf(comparison.group(4));
        IntPredicate holds = holding(comparison.group(2), bound);
        String equalities = IntStream.range(0, constants.size())
                .filter(place -> bound >= 0 && holds.test(place))
                .mapToObj(place -> field + " == " + type + "." + constants.get(place))
                .collect(Collectors.joining(" || "));
        return equalities.isEmpty() ? comparison.group() : "( " + equalities + " )";
    }

    private static IntPredicate holding(String operator, int bound) {
        return switch (operator) {
            case ">=" -> place -> place >= bound;
            case ">" -> place -> place > bound;
            case "<=" -> place -> place <= bound;
            default -> place -> place < bound;
        };
    }
}
