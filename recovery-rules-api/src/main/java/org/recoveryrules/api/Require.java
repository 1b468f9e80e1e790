package org.recoveryrules.api;

import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The argument checks of this package; each names the component, the value and what is allowed. */
final class Require {
    private Require() {}

    static <T> T given(@Nullable T value, String component) {
        if (value == null) {
            throw fault(component, "must be given", "null");
        }
        return value;
    }

    static <E extends Enum<E>> E constant(Class<E> type, @Nullable E value, String component) {
        if (value == null) {
            throw fault(component, "must be one of " + constants(type), "null");
        }
        return value;
    }

    static <E extends Enum<E>> String constants(Class<E> type) {
        String listed = Arrays.toString(type.getEnumConstants());
        return listed.substring(1, listed.length() - 1);
    }

    static int notNegative(int value, String component) {
        if (value < 0) {
            throw fault(component, "must be 0 or more", value);
        }
        return value;
    }

    static Money notNegative(@Nullable Money value, String component) {
        if (given(value, component).isNegative()) {
            throw fault(component, "must be 0 or more", value);
        }
        return value;
    }

    static Money positive(@Nullable Money value, String component) {
        if (!given(value, component).isPositive()) {
            throw fault(component, "must be more than 0", value);
        }
        return value;
    }

    static Duration notNegative(@Nullable Duration value, String component) {
        if (given(value, component).isNegative()) {
            throw fault(component, "must be 0 or more", value);
        }
        return value;
    }

    /** That a period is not negative in any of its units. */
    static Period notNegative(@Nullable Period value, String component) {
        if (given(value, component).isNegative()) {
            throw fault(component, "must be 0 or more", value);
        }
        return value;
    }

    /** That money has the one currency of the context or decision to which it belongs. */
    static void currency(CurrencyUnit currency, String whole, Money value, String component) {
        if (!value.getCurrencyUnit().equals(currency)) {
            throw fault(component, "must be in " + currency + ", the currency of the " + whole, value);
        }
    }

    static String text(@Nullable String value, String component) {
        if (given(value, component).isBlank()) {
            throw fault(component, "must not be blank", "'" + value + "'");
        }
        return value;
    }

    /** That a text is a SHA-256 digest. */
    static String digest(@Nullable String value, String component) {
        if (!given(value, component).matches("[0-9a-f]{64}")) {
            throw fault(component, "must be 64 hexadecimal digits in lower case", "'" + value + "'");
        }
        return value;
    }

    /** An immutable copy in the order of declaration. */
    static <E extends Enum<E>> Set<E> set(Class<E> type, @Nullable Collection<E> values, String component) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        for (E value : given(values, component)) {
            copy.add(constant(type, value, component));
        }
        return copy.isEmpty() ? Set.of() : Collections.unmodifiableSet(copy);
    }

    /** An immutable copy in the given order. */
    static <T> List<T> list(@Nullable Collection<T> values, String component) {
        int index = 0;
        for (T value : given(values, component)) {
            if (value == null) {
                throw fault(component + "[" + index + "]", "must be given", "null");
            }
            index++;
        }
        return List.copyOf(values);
    }

    static IllegalArgumentException fault(String component, String allowed, Object value) {
        return new IllegalArgumentException(component + " " + allowed + ", but was " + value);
    }
}
