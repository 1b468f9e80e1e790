package org.recoveryrules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.drools.check.FactField;

/** Conditions of the declarative profile, made at random: every fact, field, operator and form comes up often. */
public final class RandomRules {
    private static final String ASSESSMENT = ParadoxAssessment.class.getSimpleName();
    private static final List<String> NUMBERS = List.of("0", "1", "2", "3", "24", "25", "72", "73", "999999999", "-1");
    /** Around these lie the sums of {@link RandomContexts}. */
    private static final List<String> SUMS = List.of(
            "0",
            "0.00B",
            "0.01B",
            "1",
            "10",
            "10.1B",
            "10.10B",
            "10.100B",
            "10.11B",
            "99.99B",
            "100",
            "100B",
            "100.00B",
            "2147483647",
            "2147483648",
            "9999999999.99B",
            "999999999999",
            "-5");

    private static final List<String> SPACE =
            List.of(" ", " ", "  ", "\t", "\n", "\r\n    ", " /* or */ ", " // and\n");
    private static final List<String> EQUALITY = List.of("==", "!=", "in", "not in");
    private static final List<String> ORDER = List.of("<", "<=", ">", ">=");

    private final RandomGenerator random;
    private final List<String> numbers;
    private final List<String> sums;

    public RandomRules(RandomGenerator random) {
        this(random, NUMBERS, SUMS);
    }

    /** Those whose numbers and sums are compared with others than usual. */
    RandomRules(RandomGenerator random, List<String> numbers, List<String> sums) {
        this.random = random;
        this.numbers = numbers;
        this.sums = sums;
    }

    /** What stands between {@code when} and {@code then}. */
    public String conditions() {
        return several(1 + random.nextInt(3), "\n    ", () -> condition(2));
    }

    /** One fact with one constraint of a few comparisons. */
    public String simpleFact() {
        String type = any(List.copyOf(FactField.factTypes()));
        return type + "( " + constraint(type, 2) + " )";
    }

    /** The same as somebody might have typed it: with other space, on other lines, with comments. */
    public String scattered(String conditions) {
        return conditions
                .chars()
                .mapToObj(character -> character == ' ' ? any(SPACE) : Character.toString(character))
                .collect(Collectors.joining());
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0, 1 -> fact(true);
            case 2 -> "not " + fact(false);
            case 3 -> "( " + condition(depth - 1) + " )";
            case 4 -> "( " + several(2 + random.nextInt(2), " or ", () -> condition(depth - 1)) + " )";
            default -> "( " + several(2 + random.nextInt(2), " and ", () -> condition(depth - 1)) + " )";
        };
    }

    private String fact(boolean orAssessment) {
        List<String> types = FactField.factTypes().stream()
                .filter(type -> orAssessment || !type.equals(ASSESSMENT))
                .toList();
        String type = any(types);
        return type + "( " + several(random.nextInt(4), ", ", () -> constraint(type, 3)) + " )";
    }

    private String constraint(String type, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 4)) {
            case 4 -> "!( " + constraint(type, depth - 1) + " )";
            case 5 -> "( " + constraint(type, depth - 1) + " )";
            case 6 -> several(2 + random.nextInt(2), " || ", () -> constraint(type, depth - 1));
            case 7 -> several(2 + random.nextInt(2), " && ", () -> constraint(type, depth - 1));
            default -> comparison(type);
        };
    }

    private String comparison(String type) {
        List<String> names = FactField.of(type).entrySet().stream()
                .filter(field -> field.getValue().kind() != FactField.Kind.OTHER)
                .map(field -> field.getKey())
                .sorted()
                .toList();
        // The few whose order means something are compared in every way.
        List<String> inOrder = names.stream()
                .filter(field -> FactField.of(type).get(field).kind() == FactField.Kind.ORDERED_CONSTANT)
                .toList();
        String name = any(inOrder.isEmpty() || random.nextInt(3) > 0 ? names : inOrder);
        FactField field = FactField.of(type, name).orElseThrow();
        return switch (field.kind()) {
            case BOOLEAN ->
                switch (random.nextInt(3)) {
                    case 0 -> name;
                    case 1 -> "!" + name;
                    default -> name + any(List.of(" == ", " != ")) + random.nextBoolean();
                };
            case SET -> name + any(List.of(" contains ", " not contains ")) + constant(field);
            case CONSTANT -> compared(name, any(EQUALITY), () -> constant(field));
            case ORDERED_CONSTANT -> compared(name, equalityOrOrder(), () -> constant(field));
            case NUMBER -> compared(name, equalityOrOrder(), () -> any(numbers));
            default -> compared(name, equalityOrOrder(), () -> any(sums));
        };
    }

    private String compared(String name, String operator, Supplier<String> constant) {
        return operator.endsWith("in")
                ? name + " " + operator + " ( " + several(1 + random.nextInt(3), ", ", constant) + " )"
                : name + " " + operator + " " + constant.get();
    }

    private String equalityOrOrder() {
        List<String> both = new ArrayList<>(EQUALITY);
        both.addAll(ORDER);
        return any(both);
    }

    private String constant(FactField field) {
        return field.typeName() + "." + any(field.constants());
    }

    private static String several(int count, String separator, Supplier<String> one) {
        return IntStream.range(0, count).mapToObj(i -> one.get()).collect(Collectors.joining(separator));
    }

    private <E> E any(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
