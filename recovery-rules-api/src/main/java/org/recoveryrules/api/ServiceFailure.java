package org.recoveryrules.api;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The failure itself: part {@code failure} of a {@link FailureContext}.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null, the price is not more than 0
 * or the loss is negative.
 *
 * @param severity the harm to this customer as they see it
 * @param avoidability could the firm have prevented it
 * @param foreseeability could the firm have seen it coming
 * @param recurrence will the cause come back
 * @param type what kind of thing went wrong
 * @param resourceLost what the customer was deprived of
 * @param causedBy where the cause lies
 * @param price price of the failed service or product, more than 0; where {@link ResourceLost#MONEY} was lost, the sum
 *     charged wrongly; empty where it is not known
 * @param loss out-of-pocket loss caused by the failure, 0 or more; how far it is proved is {@link Claim#status()}
 * @param accepted whether the customer consumed or kept the flawed service; false: rejected it
 */
public record ServiceFailure(
        Severity severity,
        Avoidability avoidability,
        Foreseeability foreseeability,
        Recurrence recurrence,
        FailureType type,
        ResourceLost resourceLost,
        Cause causedBy,
        Optional<Money> price,
        Money loss,
        boolean accepted) {
    public ServiceFailure {
        Require.constant(Severity.class, severity, "failure.severity");
        Require.constant(Avoidability.class, avoidability, "failure.avoidability");
        Require.constant(Foreseeability.class, foreseeability, "failure.foreseeability");
        Require.constant(Recurrence.class, recurrence, "failure.recurrence");
        Require.constant(FailureType.class, type, "failure.type");
        Require.constant(ResourceLost.class, resourceLost, "failure.resourceLost");
        Require.constant(Cause.class, causedBy, "failure.causedBy");
        Require.notNegative(loss, "failure.loss");
        Require.given(price, "failure.price").ifPresent(known -> Require.positive(known, "failure.price"));
    }

    /**
     * Whether the price is known.
     *
     * @return false where {@link #price()} is empty
     */
    public boolean priceKnown() {
        return price.isPresent();
    }

    /**
     * The price as a number, for conditions of rules.
     *
     * @return the amount in the currency of the context, 0 where the price is not known
     */
    public BigDecimal priceAmount() {
        return price.map(Money::getAmount).orElse(BigDecimal.ZERO);
    }

    /**
     * The loss as a number, for conditions of rules.
     *
     * @return the amount in the currency of the context, 0 or more
     */
    public BigDecimal lossAmount() {
        return loss.getAmount();
    }
}
