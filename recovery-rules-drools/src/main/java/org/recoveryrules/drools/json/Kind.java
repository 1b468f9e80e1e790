package org.recoveryrules.drools.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.joda.money.CurrencyUnit;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.json.JsonValue.Array;
import org.recoveryrules.drools.json.JsonValue.Members;
import org.recoveryrules.drools.json.JsonValue.Text;
import org.recoveryrules.drools.json.JsonValue.Truth;

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
    static final Kind<CurrencyUnit> CURRENCY = currency();
    static final Kind<String> TEXT = text("text that is not blank", Function.identity(), Kind::isText);

    private static final int MAX_DIGITS = 18;
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?");

    /** Reads a value; what is not allowed is noted and gives nothing. */
    interface Reading<T> {
        Optional<T> read(JsonValue value, String path, JsonReading document);
    }

    Optional<T> read(JsonValue value, String path, JsonReading document) {
        return reading.read(value, path, document);
    }

    /** What takes a value if it is one of its kind. */
    private static <T> Kind<T> scalar(String allowed, Function<JsonValue, Optional<T>> taken) {
        return new Kind<>(allowed, (value, path, document) -> {
            Optional<T> scalar = taken.apply(value);
            return scalar.isPresent() ? scalar : document.refuse(value, path, allowed);
        });
    }

    /** What a text says: the parser throws if it says nothing of the kind. */
    static <T> Kind<T> text(String allowed, Function<String, T> parser, Predicate<T> inRange) {
        return scalar(allowed, value -> {
            if (!(value instanceof Text text)) {
                return Optional.empty();
            }
            try {
                return Optional.of(parser.apply(text.text())).filter(inRange);
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
        return new Kind<>(allowed, (value, path, document) -> {
            if (!(value instanceof Text word)) {
                return document.refuse(value, path, allowed);
            }
            Optional<E> constant = Optional.ofNullable(byName.get(word.text()));
            return constant.isPresent() ? constant : document.refuseWord(word, path, allowed, names);
        });
    }

    static <T> Kind<List<T>> listOf(Kind<T> element) {
        String allowed = "a list";
        return new Kind<>(allowed, (value, path, document) -> {
            if (!(value instanceof Array list)) {
                return document.refuse(value, path, allowed);
            }
            List<T> elements = new ArrayList<>();
            for (int index = 0; index < list.elements().size(); index++) {
                element.read(list.elements().get(index), path + "[" + index + "]", document)
                        .ifPresent(elements::add);
            }
            return Optional.of(elements);
        });
    }

    static <T> Kind<Set<T>> setOf(Kind<T> element) {
        Kind<List<T>> list = listOf(element);
        return new Kind<>(
                list.allowed,
                (value, path, document) -> list.read(value, path, document).map(LinkedHashSet::new));
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
        return new Kind<>(allowed, (value, path, document) -> {
            if (!(value instanceof Members object)) {
                return document.refuse(value, path, allowed);
            }
            int before = document.noted();
            Map<String, Object> values = new HashMap<>();
            Set<String> given = document.members(
                    object,
                    path,
                    kinds.keySet(),
                    (name, member) -> kinds.get(name)
                            .read(member, path + "." + name, document)
                            .ifPresent(read -> values.put(name, read)));
            kinds.forEach((name, kind) -> {
                if (!given.contains(name) && !optional.contains(name)) {
                    String message = "must be given: " + kind.allowed;
                    document.fault(Code.CASE_VALUE_INVALID, value.span(), path + "." + name, message);
                }
            });
            return document.noted() > before
                    ? Optional.empty()
                    : document.checked(
                            Code.CASE_VALUE_INVALID,
                            component -> Optional.of(value.span()),
                            () -> made.apply(path, values));
        });
    }

    /** A currency; where all money has one, that. */
    private static Kind<CurrencyUnit> currency() {
        Kind<CurrencyUnit> any = text("the code of a currency such as \"USD\"", CurrencyUnit::of, code -> true);
        return new Kind<>(any.allowed, (value, path, document) -> {
            Optional<CurrencyUnit> currency = any.read(value, path, document);
            return currency.isPresent()
                            && document.currency()
                                    .filter(all -> !all.equals(currency.get()))
                                    .isPresent()
                    ? document.refuse(value, path, document.currency().get() + ", the currency of the policy")
                    : currency;
        });
    }

    private static Optional<Boolean> flag(JsonValue value) {
        return value instanceof Truth truth ? Optional.of(truth.value()) : Optional.empty();
    }

    /** A whole number, also if written {@code 2.0}, as some tools write all numbers. */
    private static Optional<Integer> count(JsonValue value) {
        try {
            return number(value).map(BigDecimal::intValueExact).filter(count -> count >= 0);
        } catch (ArithmeticException notAnInt) {
            return Optional.empty();
        }
    }

    /** Bounded in both directions: {@code 1e999999999} is short, and fills the memory once it is written out. */
    private static Optional<BigDecimal> decimal(JsonValue value) {
        Optional<BigDecimal> decimal = value instanceof Text text
                ? Optional.of(text.text())
                        .filter(written -> PLAIN_DECIMAL.matcher(written).matches())
                        .map(BigDecimal::new)
                : number(value);
        return decimal.filter(given -> given.signum() >= 0
                && (long) given.precision() - given.scale() <= MAX_DIGITS
                && given.scale() <= MAX_DIGITS);
    }

    /** A number, unless its exponent has more digits than any number of Java. */
    private static Optional<BigDecimal> number(JsonValue value) {
        try {
            return value instanceof JsonValue.Number number
                    ? Optional.of(new BigDecimal(number.written()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Text that can be written again: JSON can escape half of a character, UTF-8 cannot hold it. */
    private static boolean isText(String text) {
        return !text.isBlank() && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
