package org.recoveryrules.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one service failure at the moment somebody has to act. Five inputs are the core that every caller
 * gives (severity, avoidability, foreseeability, prior failures, lifetime value); all else has a default. Every
 * {@code UNKNOWN} is a real answer, "nobody has asked yet", and the decision says so.
 *
 * <p>All money in one context is of one currency.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a part is null or an amount is of another
 * currency.
 *
 * @param failure the failure itself
 * @param history what failed before
 * @param customer the customer
 * @param claim what the customer says, is owed and asks for
 * @param handling how it was handled so far
 * @param area where in the firm it happened
 */
public record FailureContext(
        ServiceFailure failure, FailureHistory history, Customer customer, Claim claim, Handling handling, Area area) {
    public FailureContext {
        Require.given(failure, "failure");
        Require.given(history, "history");
        Require.given(customer, "customer");
        Require.given(claim, "claim");
        Require.given(handling, "handling");
        Require.given(area, "area");
        CurrencyUnit currency = customer.lifetimeValue().getCurrencyUnit();
        Require.currency(currency, "context", failure.loss(), "failure.loss");
        failure.price().ifPresent(price -> Require.currency(currency, "context", price, "failure.price"));
        for (Entitlement entitlement : claim.entitlements()) {
            Require.currency(currency, "context", entitlement.amount(), "claim.entitlements.amount");
        }
        claim.requested()
                .flatMap(RequestedRemedy::amount)
                .ifPresent(amount -> Require.currency(currency, "context", amount, "claim.requested.amount"));
    }

    /**
     * The one currency of this context.
     *
     * @return the currency of {@code customer.lifetimeValue}
     */
    public CurrencyUnit currency() {
        return customer.lifetimeValue().getCurrencyUnit();
    }

    /**
     * A fingerprint of this context, by which it can be told again without telling its data: in a {@link DecisionRecord}
     * and a {@link RuleFailureException}. It is a pseudonym, and no secret: contexts are few enough that whoever knows most
     * of one can try all that is left until the digest fits.
     *
     * @return SHA-256 over the canonical text of all components, 64 hexadecimal digits in lower case; equal for equal
     *     contexts, on every Java
     */
    public String digest() {
        return Canonical.digest(this);
    }

    /**
     * A builder with nothing but the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder that starts from this context, to state only what differs. What is at its default stays so: the loss
     * follows another currency, the last recovery other prior failures.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder()
                .severity(failure.severity())
                .avoidability(failure.avoidability())
                .foreseeability(failure.foreseeability())
                .recurrence(failure.recurrence())
                .type(failure.type())
                .resourceLost(failure.resourceLost())
                .causedBy(failure.causedBy())
                .accepted(failure.accepted())
                .priorFailures(history.priorFailures())
                .similar(history.similar())
                .lifetimeValue(customer.lifetimeValue())
                .expectation(customer.expectation())
                .mood(customer.mood())
                .vulnerabilities(customer.vulnerabilities())
                .reach(customer.reach())
                .champion(customer.champion())
                .status(claim.status())
                .compensatedClaims(claim.compensatedClaims())
                .entitlements(claim.entitlements())
                .aware(handling.aware())
                .delay(handling.delay())
                .apologies(handling.apologies())
                .explanation(handling.explanation())
                .risks(area.risks());
        failure.price().ifPresent(builder::price);
        claim.requested().ifPresent(builder::requested);
        if (failure.loss().isPositive()) {
            builder.loss(failure.loss());
        }
        if (history.lastRecovery() != LastRecovery.unstated(history.priorFailures())) {
            builder.lastRecovery(history.lastRecovery());
        }
        return builder;
    }

    /**
     * Builds a context flat, without its parts. Each method sets the component of the same name and replaces what was
     * set before; collections are copied. A bad argument is refused at once or by {@link #build()}, with the same
     * message. Not safe for use by several threads at once.
     */
    public static final class Builder {
        private @Nullable Severity severity;
        private @Nullable Avoidability avoidability;
        private @Nullable Foreseeability foreseeability;
        private Recurrence recurrence = Recurrence.ONE_OFF;
        private FailureType type = FailureType.OUTCOME;
        private ResourceLost resourceLost = ResourceLost.NONE;
        private Cause causedBy = Cause.UNKNOWN;
        private @Nullable Money price;
        private @Nullable Money loss;
        private boolean accepted = true;
        private @Nullable Integer priorFailures;
        private @Nullable LastRecovery lastRecovery;
        private boolean similar;
        private @Nullable Money lifetimeValue;
        private Expectation expectation = Expectation.UNKNOWN;
        private Mood mood = Mood.CALM;
        private Set<Vulnerability> vulnerabilities = Set.of();
        private Reach reach = Reach.PRIVATE;
        private boolean champion;
        private ClaimStatus status = ClaimStatus.VERIFIED;
        private int compensatedClaims;
        private List<Entitlement> entitlements = new ArrayList<>();
        private @Nullable RequestedRemedy requested;
        private boolean aware = true;
        private Duration delay = Duration.ZERO;
        private int apologies;
        private Explanation explanation = Explanation.NONE;
        private Set<AreaRisk> risks = Set.of();

        private Builder() {}

        /**
         * Sets {@code failure.severity}.
         *
         * @param severity the harm to this customer; core
         * @return this builder
         */
        public Builder severity(Severity severity) {
            this.severity = severity;
            return this;
        }

        /**
         * Sets {@code failure.avoidability}.
         *
         * @param avoidability could the firm have prevented it; core
         * @return this builder
         */
        public Builder avoidability(Avoidability avoidability) {
            this.avoidability = avoidability;
            return this;
        }

        /**
         * Sets {@code failure.foreseeability}.
         *
         * @param foreseeability could the firm have seen it coming; core
         * @return this builder
         */
        public Builder foreseeability(Foreseeability foreseeability) {
            this.foreseeability = foreseeability;
            return this;
        }

        /**
         * Sets {@code failure.recurrence}.
         *
         * @param recurrence will the cause come back; default {@link Recurrence#ONE_OFF}
         * @return this builder
         */
        public Builder recurrence(Recurrence recurrence) {
            this.recurrence = recurrence;
            return this;
        }

        /**
         * Sets {@code failure.type}.
         *
         * @param type what kind of thing went wrong; default {@link FailureType#OUTCOME}
         * @return this builder
         */
        public Builder type(FailureType type) {
            this.type = type;
            return this;
        }

        /**
         * Sets {@code failure.resourceLost}.
         *
         * @param resourceLost what the customer was deprived of; default {@link ResourceLost#NONE}
         * @return this builder
         */
        public Builder resourceLost(ResourceLost resourceLost) {
            this.resourceLost = resourceLost;
            return this;
        }

        /**
         * Sets {@code failure.causedBy}.
         *
         * @param causedBy where the cause lies; default {@link Cause#UNKNOWN}
         * @return this builder
         */
        public Builder causedBy(Cause causedBy) {
            this.causedBy = causedBy;
            return this;
        }

        /**
         * Sets {@code failure.price}.
         *
         * @param price price of the failed service or product, where {@link ResourceLost#MONEY} was lost the sum charged
         *     wrongly; more than 0; null, the default: not known
         * @return this builder
         */
        public Builder price(@Nullable Money price) {
            this.price = price;
            return this;
        }

        /**
         * Sets {@code failure.loss}.
         *
         * @param loss out-of-pocket loss caused by the failure, 0 or more; default 0
         * @return this builder
         */
        public Builder loss(Money loss) {
            this.loss = Require.given(loss, "failure.loss");
            return this;
        }

        /**
         * Sets {@code failure.accepted}.
         *
         * @param accepted whether the customer consumed or kept the flawed service; default true
         * @return this builder
         */
        public Builder accepted(boolean accepted) {
            this.accepted = accepted;
            return this;
        }

        /**
         * Sets {@code history.priorFailures}.
         *
         * @param priorFailures failures before this one within the look-back, 0 or more; core
         * @return this builder
         */
        public Builder priorFailures(int priorFailures) {
            this.priorFailures = priorFailures;
            return this;
        }

        /**
         * Sets {@code history.lastRecovery}.
         *
         * @param lastRecovery how well the previous failure was recovered; default {@link LastRecovery#NONE} without
         *     and {@link LastRecovery#UNKNOWN} with prior failures
         * @return this builder
         */
        public Builder lastRecovery(LastRecovery lastRecovery) {
            this.lastRecovery = Require.constant(LastRecovery.class, lastRecovery, "history.lastRecovery");
            return this;
        }

        /**
         * Sets {@code history.similar}.
         *
         * @param similar whether this failure resembles the previous one; default false
         * @return this builder
         */
        public Builder similar(boolean similar) {
            this.similar = similar;
            return this;
        }

        /**
         * Sets {@code customer.lifetimeValue}.
         *
         * @param lifetimeValue customer lifetime value, 0 or more; core
         * @return this builder
         */
        public Builder lifetimeValue(Money lifetimeValue) {
            this.lifetimeValue = lifetimeValue;
            return this;
        }

        /**
         * Sets {@code customer.expectation}.
         *
         * @param expectation how much compensation the customer expects; default {@link Expectation#UNKNOWN}
         * @return this builder
         */
        public Builder expectation(Expectation expectation) {
            this.expectation = expectation;
            return this;
        }

        /**
         * Sets {@code customer.mood}.
         *
         * @param mood the customer's mood; default {@link Mood#CALM}
         * @return this builder
         */
        public Builder mood(Mood mood) {
            this.mood = mood;
            return this;
        }

        /**
         * Sets {@code customer.vulnerabilities}.
         *
         * @param vulnerabilities drivers of vulnerability; default none
         * @return this builder
         */
        public Builder vulnerabilities(Set<Vulnerability> vulnerabilities) {
            this.vulnerabilities = new HashSet<>(Require.given(vulnerabilities, "customer.vulnerabilities"));
            return this;
        }

        /**
         * Sets {@code customer.vulnerabilities}.
         *
         * @param vulnerabilities drivers of vulnerability; default none
         * @return this builder
         */
        public Builder vulnerabilities(Vulnerability... vulnerabilities) {
            return vulnerabilities(setOf(vulnerabilities, "customer.vulnerabilities"));
        }

        /**
         * Sets {@code customer.reach}.
         *
         * @param reach where dissatisfaction would be heard; default {@link Reach#PRIVATE}
         * @return this builder
         */
        public Builder reach(Reach reach) {
            this.reach = reach;
            return this;
        }

        /**
         * Sets {@code customer.champion}.
         *
         * @param champion whether this person brought the firm in or recommended it; default false
         * @return this builder
         */
        public Builder champion(boolean champion) {
            this.champion = champion;
            return this;
        }

        /**
         * Sets {@code claim.status}.
         *
         * @param status what the firm's own records say of the account; default {@link ClaimStatus#VERIFIED}
         * @return this builder
         */
        public Builder status(ClaimStatus status) {
            this.status = status;
            return this;
        }

        /**
         * Sets {@code claim.compensatedClaims}.
         *
         * @param compensatedClaims claims compensated in the last 12 months, 0 or more; default 0
         * @return this builder
         */
        public Builder compensatedClaims(int compensatedClaims) {
            this.compensatedClaims = compensatedClaims;
            return this;
        }

        /**
         * Sets {@code claim.entitlements}.
         *
         * @param entitlements what law or contract already owes; default nothing
         * @return this builder
         */
        public Builder entitlements(List<Entitlement> entitlements) {
            this.entitlements = new ArrayList<>(Require.given(entitlements, "claim.entitlements"));
            return this;
        }

        /**
         * Adds one to {@code claim.entitlements}.
         *
         * @param kind money or a thing
         * @param amount what is owed, more than 0
         * @param basis what it rests on, free text for the audit
         * @return this builder
         * @throws IllegalArgumentException as {@link Entitlement} does
         */
        public Builder entitlement(RemedyKind kind, Money amount, String basis) {
            entitlements.add(new Entitlement(kind, amount, basis));
            return this;
        }

        /**
         * Sets {@code claim.requested}.
         *
         * @param requested what the customer says would be fair; null, the default: not asked yet
         * @return this builder
         */
        public Builder requested(@Nullable RequestedRemedy requested) {
            this.requested = requested;
            return this;
        }

        /**
         * Sets {@code claim.requested} to money or a thing.
         *
         * @param kind money or a thing
         * @param amount what it is worth, more than 0
         * @return this builder
         * @throws IllegalArgumentException as {@link RequestedRemedy} does
         */
        public Builder requested(RemedyKind kind, Money amount) {
            return requested(new RequestedRemedy(kind, Optional.ofNullable(amount)));
        }

        /**
         * Sets {@code claim.requested} to words.
         *
         * @param kind words
         * @return this builder
         * @throws IllegalArgumentException as {@link RequestedRemedy} does
         */
        public Builder requested(RemedyKind kind) {
            return requested(new RequestedRemedy(kind, Optional.empty()));
        }

        /**
         * Sets {@code handling.aware}.
         *
         * @param aware whether the customer knows of the failure; default true
         * @return this builder
         */
        public Builder aware(boolean aware) {
            this.aware = aware;
            return this;
        }

        /**
         * Sets {@code handling.delay}.
         *
         * @param delay from complaint or discovery until now, 0 or more; default 0
         * @return this builder
         */
        public Builder delay(Duration delay) {
            this.delay = delay;
            return this;
        }

        /**
         * Sets {@code handling.apologies}.
         *
         * @param apologies apologies already given for this failure, 0 or more; default 0
         * @return this builder
         */
        public Builder apologies(int apologies) {
            this.apologies = apologies;
            return this;
        }

        /**
         * Sets {@code handling.explanation}.
         *
         * @param explanation whether an external cause may be explained; default {@link Explanation#NONE}
         * @return this builder
         */
        public Builder explanation(Explanation explanation) {
            this.explanation = explanation;
            return this;
        }

        /**
         * Sets {@code area.risks}.
         *
         * @param risks what makes the area prone to breaking; default nothing
         * @return this builder
         */
        public Builder risks(Set<AreaRisk> risks) {
            this.risks = new HashSet<>(Require.given(risks, "area.risks"));
            return this;
        }

        /**
         * Sets {@code area.risks}.
         *
         * @param risks what makes the area prone to breaking; default nothing
         * @return this builder
         */
        public Builder risks(AreaRisk... risks) {
            return risks(setOf(risks, "area.risks"));
        }

        /**
         * Builds the context.
         *
         * @return an immutable context; this builder can go on to build another
         * @throws IllegalArgumentException if core inputs are missing (the message names all of them), or a component is
         *     outside its range or does not fit another one
         */
        public FailureContext build() {
            requireCore();
            Money value = Require.given(lifetimeValue, "customer.lifetimeValue");
            int failures = Require.given(priorFailures, "history.priorFailures");
            return new FailureContext(
                    new ServiceFailure(
                            Require.constant(Severity.class, severity, "failure.severity"),
                            Require.constant(Avoidability.class, avoidability, "failure.avoidability"),
                            Require.constant(Foreseeability.class, foreseeability, "failure.foreseeability"),
                            recurrence,
                            type,
                            resourceLost,
                            causedBy,
                            Optional.ofNullable(price),
                            loss == null ? Money.zero(value.getCurrencyUnit()) : loss,
                            accepted),
                    new FailureHistory(
                            failures, lastRecovery == null ? LastRecovery.unstated(failures) : lastRecovery, similar),
                    new Customer(value, expectation, mood, vulnerabilities, reach, champion),
                    new Claim(status, compensatedClaims, entitlements, Optional.ofNullable(requested)),
                    new Handling(aware, delay, apologies, explanation),
                    new Area(risks));
        }

        private static <E> Set<E> setOf(E[] values, String component) {
            return new HashSet<>(Arrays.asList(Require.given(values, component)));
        }

        private void requireCore() {
            Map<String, String> missing = new TreeMap<>();
            if (severity == null) {
                missing.put("failure.severity", "one of " + Require.constants(Severity.class));
            }
            if (avoidability == null) {
                missing.put("failure.avoidability", "one of " + Require.constants(Avoidability.class));
            }
            if (foreseeability == null) {
                missing.put("failure.foreseeability", "one of " + Require.constants(Foreseeability.class));
            }
            if (priorFailures == null) {
                missing.put("history.priorFailures", "a number, 0 or more");
            }
            if (lifetimeValue == null) {
                missing.put("customer.lifetimeValue", "money, 0 or more");
            }
            if (!missing.isEmpty()) {
                List<String> inputs = new ArrayList<>();
                missing.forEach((component, allowed) -> inputs.add(component + " (" + allowed + ")"));
                throw new IllegalArgumentException("missing core input: " + String.join("; ", inputs));
            }
        }
    }
}
