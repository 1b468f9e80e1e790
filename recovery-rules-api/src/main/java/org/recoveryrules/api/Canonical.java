package org.recoveryrules.api;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Period;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The canonical text of a value: of two values of one type equal ones have equal texts and others have others, on every
 * Java. What {@code toString} of a record says is for people: its form is left open, and a text in it can look like a
 * component.
 *
 * <pre>
 * record        {name=value;name=value;}     its components in the order of declaration
 * map           {"key"=value;"key"=value;}   by key
 * list          [value;value;]
 * set           [value;value;]               by text, since a set has no order
 * text          "…"                          all but printable ASCII, and " and \, as \ u and four hexadecimal digits
 * optional      the value; empty: -
 * all else      constants by name, true, 12, 12.50, USD 12.50, PT36H, P3D
 * </pre>
 */
final class Canonical {
    /** Of these, {@code toString} is specified, and one text stands for one value. */
    private static final Set<Class<?>> SCALARS = Set.of(
            Boolean.class, Integer.class, Long.class, BigDecimal.class, Money.class, Duration.class, Period.class);

    /** Of the records of this package, which are few and live as long as this. */
    private static final Map<Class<?>, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

    private final StringBuilder text = new StringBuilder();

    private Canonical() {}

    /**
     * SHA-256 over the canonical text, 64 hexadecimal digits in lower case.
     *
     * @throws IllegalArgumentException if somewhere in it is a value of another type than those of this package
     */
    static String digest(Record value) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text(value).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String text(Object value) {
        Canonical canonical = new Canonical();
        canonical.append(value);
        return canonical.text.toString();
    }

    /** The components of a record, by name in the order of declaration. */
    static Map<String, Object> components(Record value) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (Method accessor : ACCESSORS.computeIfAbsent(value.getClass(), Canonical::accessors)) {
            try {
                components.put(accessor.getName(), accessor.invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("every component of a record can be read", e);
            }
        }
        return components;
    }

    private static List<Method> accessors(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .toList();
    }

    private void append(Object value) {
        if (value instanceof Record composed && value.getClass().getPackage() == Canonical.class.getPackage()) {
            append(components(composed));
        } else if (value instanceof Enum<?> constant) {
            text.append(constant.name());
        } else if (value instanceof String words) {
            append(words);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresentOrElse(this::append, () -> text.append('-'));
        } else if (value instanceof Set<?> set) {
            append(set.stream().map(Canonical::text).sorted(), text::append);
        } else if (value instanceof Collection<?> list) {
            append(list.stream(), this::append);
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> byKey = new TreeMap<>();
            map.forEach((key, element) -> byKey.put(text(key), element));
            append(byKey);
        } else {
            text.append(scalar(value));
        }
    }

    private void append(Map<String, Object> values) {
        text.append('{');
        values.forEach((name, value) -> {
            text.append(name).append('=');
            append(value);
            text.append(';');
        });
        text.append('}');
    }

    private <T> void append(Stream<T> values, Consumer<T> append) {
        text.append('[');
        values.forEach(value -> {
            append.accept(value);
            text.append(';');
        });
        text.append(']');
    }

    private void append(String words) {
        text.append('"');
        int written = 0;
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            if (!isPlain(character)) {
                text.append(words, written, i)
                        .append("\\u")
                        .append(HexFormat.of().toHexDigits(character));
                written = i + 1;
            }
        }
        text.append(written == 0 ? words : words.substring(written)).append('"');
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character <= '~' && character != '"' && character != '\\';
    }

    /** What has one text for each of its values, by the word of its class. */
    private static Object scalar(Object value) {
        if (SCALARS.contains(value.getClass())) {
            return value;
        }
        throw Require.fault("a fact", "must be of a type of the failure context", value.getClass());
    }
}
