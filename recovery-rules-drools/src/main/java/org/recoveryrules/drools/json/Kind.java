package org.recoveryrules.drools.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One kind of value.
 *
 * @param allowed what is allowed, in words that go on after "must be"
 * @param reading how it is read
 */
record Kind<T>(String allowed, Reading<T> reading) {
    static final Kind<Boolean> FLAG = scalar("true or false", Kind::flag);
    static final Kind<Integer> COUNT = scalar("a whole number from 0 to " + Integer.MAX_VALUE, Kind::count);
    static final Kind<BigDecimal> DECIMAL =
            scalar("a decimal of 0 or more such as \"120.00\", of at most 18 digits before the point", Kind::decimal);
    static final Kind<Duration> DURATION =
            text("a duration of 0 or more such as \"PT36H\"", Duration::parse, duration -> !duration.isNegative());
    static final Kind<String> TEXT = text("text that is not blank", Function.identity(), Kind::isText);

    private static final int MAX_DIGITS = 18;
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?");

    /** Reads the current value; what is not allowed is noted in the document and gives nothing. */
    interface Reading<T> {
        Optional<T> read(JsonDocument document, String path) throws IOException;
    }

    /** Takes the current value if it is one of its kind. */
    private interface Scalar<T> {
        Optional<T> take(JsonDocument document) throws IOException;
    }

    Optional<T> read(JsonDocument document, String path) throws IOException {
        return reading.read(document, path);
    }

    private static <T> Kind<T> scalar(String allowed, Scalar<T> scalar) {
        return new Kind<>(allowed, (document, path) -> {
            Optional<T> value = scalar.take(document);
            return value.isPresent() ? value : document.refuse(path, allowed);
        });
    }

    /** What a text says: the parser throws if it says nothing of the kind. */
    static <T> Kind<T> text(String allowed, Function<String, T> parser, Predicate<T> inRange) {
        return scalar(allowed, document -> {
            if (document.token() != JsonToken.VALUE_STRING) {
                return Optional.empty();
            }
            try {
                return Optional.of(parser.apply(document.text())).filter(inRange);
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    static <E extends Enum<E>> Kind<E> constant(Class<E> type) {
        return constant(List.of(type.getEnumConstants()));
    }

    static <E extends Enum<E>> Kind<E> constant(List<E> constants) {
        Map<String, E> byName = constants.stream().collect(Collectors.toMap(Enum::name, Function.identity()));
        List<String> names = constants.stream().map(Enum::name).toList();
        String allowed = "one of " + String.join(", ", names);
        return new Kind<>(allowed, (document, path) -> {
            if (document.token() != JsonToken.VALUE_STRING) {
                return document.refuse(path, allowed);
            }
            Optional<E> constant = Optional.ofNullable(byName.get(document.text()));
            return constant.isPresent() ? constant : document.refuseWord(path, allowed, names);
        });
    }

    static <T> Kind<List<T>> listOf(Kind<T> element) {
        String allowed = "a list";
        return new Kind<>(allowed, (document, path) -> {
            if (document.token() != JsonToken.START_ARRAY) {
                return document.refuse(path, allowed);
            }
            List<T> elements = new ArrayList<>();
            for (int index = 0; document.nextElement(); index++) {
                element.read(document, path + "[" + index + "]").ifPresent(elements::add);
            }
            return Optional.of(elements);
        });
    }

    static <T> Kind<Set<T>> setOf(Kind<T> element) {
        Kind<List<T>> list = listOf(element);
        return new Kind<>(
                list.allowed, (document, path) -> list.read(document, path).map(LinkedHashSet::new));
    }

    /**
     * An object.
     *
     * @param members the kinds of its members by name
     * @param optional the names of those that can be left out
     * @param made what it becomes, from its path and the values of its members by name; an {@link
     *     IllegalArgumentException} says in its message which component is wrong and why
     */
    static <T> Kind<T> object(
            String allowed,
            Map<String, Kind<?>> members,
            Set<String> optional,
            BiFunction<String, Map<String, Object>, T> made) {
        Map<String, Kind<?>> kinds = new TreeMap<>(members);
        return new Kind<>(allowed, (document, path) -> {
            if (document.token() != JsonToken.START_OBJECT) {
                return document.refuse(path, allowed);
            }
            JsonLocation place = document.place();
            int faultsBefore = document.faults().size();
            Set<String> given = new HashSet<>();
            Map<String, Object> values = new HashMap<>();
            while (document.nextName()) {
                String name = document.name();
                if (kinds.containsKey(name)) {
                    given.add(name);
                    document.nextValue();
                    kinds.get(name).read(document, path + "." + name).ifPresent(value -> values.put(name, value));
                } else {
                    document.skipUnknown(path, kinds.keySet());
                }
            }
            kinds.forEach((name, kind) -> {
                if (!given.contains(name) && !optional.contains(name)) {
                    document.fault(path + "." + name, "must be given: " + kind.allowed, place);
                }
            });
            if (document.faults().size() > faultsBefore) {
                return Optional.empty();
            }
            return document.checked(() -> made.apply(path, values), place);
        });
    }

    private static Optional<Boolean> flag(JsonDocument document) {
        return switch (document.token()) {
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A whole number, also if written {@code 2.0}, as some tools write all numbers. */
    private static Optional<Integer> count(JsonDocument document) throws IOException {
        if (!document.token().isNumeric()) {
            return Optional.empty();
        }
        try {
            return Optional.of(document.number().intValueExact()).filter(count -> count >= 0);
        } catch (ArithmeticException notAnInt) {
            return Optional.empty();
        }
    }

    /** Bounded in both directions: {@code 1e999999999} is short, and fills the memory once it is written out. */
    private static Optional<BigDecimal> decimal(JsonDocument document) throws IOException {
        Optional<BigDecimal> decimal = Optional.empty();
        if (document.token().isNumeric()) {
            decimal = Optional.of(document.number());
        } else if (document.token() == JsonToken.VALUE_STRING) {
            decimal = Optional.of(document.text())
                    .filter(text -> PLAIN_DECIMAL.matcher(text).matches())
                    .map(BigDecimal::new);
        }
        return decimal.filter(value -> value.signum() >= 0
                && (long) value.precision() - value.scale() <= MAX_DIGITS
                && value.scale() <= MAX_DIGITS);
    }

    /** Text that can be written again: JSON can escape half of a character, UTF-8 cannot hold it. */
    private static boolean isText(String text) {
        return !text.isBlank() && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
