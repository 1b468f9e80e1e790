package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** The check takes a consequence exactly if the engine does. */
class CheckedConsequenceTest {
    private static final int CALLS = 4_000;
    private static final String AMOUNTS = "amount.small = of( \"5\" )\namount.large = of( \"5000\" )\n";

    /** Something that can be written as an argument, and what it is in Java. */
    private record Written(String text, Optional<Object> value) {}

    private static final List<Written> ARGUMENTS = Stream.of(
                    constants(Approach.values()),
                    constants(Authority.values()),
                    constants(Barrier.values()),
                    constants(Component.values()),
                    constants(Question.values()),
                    constants(RemedyKind.values()),
                    constants(StepKind.values()),
                    Stream.of(
                                    "", " ", "small", "large", "medium", "P3D", "P-3D", "-P3D", "P1M2W", "PT3H", "P0D",
                                    "p1y", "25")
                            .map(text -> new Written("\"" + text + "\"", Optional.of(text))),
                    Stream.of("0", "25", "2.50", "000000000001", "1000000000000", "-1", "1e3", "", "0.0000000000001")
                            .flatMap(sum -> Stream.of(
                                    amount("of( \"%s\" )".formatted(sum), () -> Amount.of(sum)),
                                    amount(
                                            "percentOfLoss( 10 ).atLeast( \"%s\" )".formatted(sum),
                                            () -> Amount.percentOfLoss(10).atLeast(sum)),
                                    amount(
                                            "percentOfLoss( 10 ).atMost( \"%s\" ).atLeast( \"3\" )".formatted(sum),
                                            () -> Amount.percentOfLoss(10)
                                                    .atMost(sum)
                                                    .atLeast("3")))),
                    Stream.of("0", "0.5", "80", "1000", "1000.01", "1001", "-1", "99999")
                            .flatMap(percent -> Stream.of(
                                    amount(
                                            "percentOfPrice( %s )".formatted(percent),
                                            () -> Amount.percentOfPrice(Double.parseDouble(percent))),
                                    amount(
                                            "percentOfLifetimeValue( %s )".formatted(percent),
                                            () -> Amount.percentOfLifetimeValue(Double.parseDouble(percent))),
                                    amount(
                                            "percentOfEntitlements( RemedyKind.CREDIT, %s )".formatted(percent),
                                            () -> Amount.percentOfEntitlements(
                                                    RemedyKind.CREDIT, Double.parseDouble(percent))))),
                    Stream.of(new Written("1", Optional.of(1)), new Written("true", Optional.of(true))))
            .flatMap(arguments -> arguments)
            .toList();

    private interface Made {
        Amount amount();
    }

    private final Random random = new Random(31);

    @Test
    void is_taken_by_the_check_exactly_if_it_is_by_the_engine() {
        Set<String> verbs = new TreeSet<>();
        Stream.of(Findings.class.getMethods()).forEach(verb -> verbs.add(verb.getName()));
        Map<String, Set<Boolean>> seen = new HashMap<>();
        for (int i = 0; i < CALLS; i++) {
            String verb = any(List.copyOf(verbs));
            List<Written> arguments = arguments(verb);
            String call = arguments.stream()
                    .map(Written::text)
                    .collect(Collectors.joining(", ", "findings." + verb + "( ", " );"));
            boolean taken = isTakenByEngine(verb, arguments);

            assertThat(isTakenByCheck(call)).as(call).isEqualTo(taken);
            seen.computeIfAbsent(verb, none -> new TreeSet<>()).add(taken);
        }
        assertThat(seen).containsOnlyKeys(verbs);
        assertThat(seen.values()).allSatisfy(both -> assertThat(both).containsExactly(false, true));
    }

    /** Arguments for a verb: mostly of the types that one of its forms takes, now and then of others. */
    private List<Written> arguments(String verb) {
        Method form = any(forms(verb).toList());
        List<Written> arguments = new ArrayList<>();
        for (Class<?> type : form.getParameterTypes()) {
            Class<?> one = type.isArray() ? type.getComponentType() : type;
            for (int count = type.isArray() ? random.nextInt(4) : 1; count > 0; count--) {
                arguments.add(argument(one));
            }
        }
        if (random.nextInt(8) == 0) {
            arguments.add(any(ARGUMENTS));
        }
        return arguments;
    }

    private Written argument(Class<?> type) {
        return random.nextInt(8) == 0
                ? any(ARGUMENTS)
                : any(ARGUMENTS.stream()
                        .filter(argument ->
                                argument.value().filter(type::isInstance).isPresent()
                                        || (type == Amount.class
                                                && argument.text().startsWith("Amount.")))
                        .toList());
    }

    private static boolean isTakenByCheck(String call) {
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(Policies.rule("test.rule", "ServiceFailure( accepted )", call))
                .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        files.merge(
                "policy.properties",
                AMOUNTS.getBytes(StandardCharsets.UTF_8),
                (one, other) -> (new String(one, StandardCharsets.UTF_8) + new String(other, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        return Policies.checked(files).errors().isEmpty();
    }

    /** Whether Java finds a form of the verb for the arguments, and the verb then throws nothing. */
    private static boolean isTakenByEngine(String verb, List<Written> written) {
        if (written.stream().anyMatch(argument -> argument.value().isEmpty())) {
            return false;
        }
        List<Object> values =
                written.stream().map(argument -> argument.value().orElseThrow()).toList();
        return forms(verb).anyMatch(form -> accepts(form, values));
    }

    private static boolean accepts(Method form, List<Object> values) {
        RecordedFindings findings = Consequence.findings();
        findings.speaks("test.rule");
        try {
            Object[] arguments = form.isVarArgs() ? new Object[] {values.toArray(new RemedyKind[0])} : values.toArray();
            form.invoke(findings, arguments);
            return true;
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
            return false;
        } catch (IllegalArgumentException | ArrayStoreException e) {
            return false;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Method> forms(String verb) {
        return Stream.of(Findings.class.getMethods())
                .filter(method -> method.getName().equals(verb))
                .sorted(Comparator.comparing(Method::toString));
    }

    private static Stream<Written> constants(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> new Written(
                        constant.getDeclaringClass().getSimpleName() + "." + constant.name(), Optional.of(constant)));
    }

    private static Written amount(String text, Made made) {
        try {
            return new Written("Amount." + text, Optional.of(made.amount()));
        } catch (IllegalArgumentException e) {
            return new Written("Amount." + text, Optional.empty());
        }
    }

    private <E> E any(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
