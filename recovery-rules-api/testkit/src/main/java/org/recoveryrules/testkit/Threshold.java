package org.recoveryrules.testkit;

import java.util.List;

/**
 * Values with which rules compare one component of a context.
 *
 * @param component its flat name, {@code priorFailures}
 * @param values each in the type of the component; money as {@link java.math.BigDecimal} in the policy's currency, durations
 *     as {@link java.time.Duration}
 */
public record Threshold(String component, List<Object> values) {
    public Threshold {
        values = List.copyOf(values);
    }
}
