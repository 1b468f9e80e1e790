package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.StepKind;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.rules.Findings;

/** What the settlement promises whatever the rules find, tried on made-up contexts and findings; a seed a round. */
class SettlementPropertyTest {
    private static final int ROUNDS = 4_000;

    @Test
    void the_order_and_the_repetition_of_findings_do_not_matter() {
        int[] tried = {0};
        forEachRound((round, random) -> {
            List<Consequence> shuffled = new ArrayList<>(round.consequences());
            for (Consequence consequence : round.consequences()) {
                if (random.nextInt(4) == 0) {
                    shuffled.add(consequence);
                }
            }
            Collections.shuffle(shuffled, random);
            if (!shuffled.equals(round.consequences())) {
                tried[0]++;
            }

            RecoveryDecision decision = Consequence.settle(round.context(), shuffled);

            assertThat(decision).isEqualTo(round.decision());
            assertThat(decision).hasToString(round.decision().toString());
        });
        assertThat(tried[0]).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void gestures_fit_under_the_cap_beside_the_refund_where_the_price_is_known() {
        int[] capped = {0};
        forEachRound((round, random) -> {
            Optional<BigDecimal> cap = round.caps().stream()
                    .flatMap(amount -> amount.in(round.context()).stream())
                    .min(BigDecimal::compareTo);
            if (cap.isEmpty() || !round.context().failure().priceKnown()) {
                assertThat(round.notes()).doesNotContain(SettlementNotes.CAP);
                return;
            }
            BigDecimal refund = sum(round.decision(), Component.RESTORATION, RemedyKind.REFUND);
            BigDecimal gestures = round.decision().gestureTotal().getAmount();
            if (gestures.signum() > 0) {
                assertThat(refund.add(gestures)).isLessThanOrEqualTo(cap.get());
            }
            if (round.notes().contains(SettlementNotes.CAP)) {
                capped[0]++;
            }
        });
        assertThat(capped[0]).isGreaterThan(ROUNDS / 20);
    }

    @Test
    void every_entitlement_is_there_in_full_and_free_for_everybody() {
        int[] owed = {0};
        forEachRound((round, random) -> {
            List<Entitlement> entitlements = round.context().claim().entitlements();
            List<Remedy> expected = entitlements.stream()
                    .map(entitlement -> new Remedy(
                            entitlement.kind(),
                            Component.ENTITLEMENT,
                            Optional.of(entitlement.amount()),
                            Optional.of(entitlement.basis()),
                            Authority.AGENT))
                    .toList();

            assertThat(round.decision().remedies())
                    .filteredOn(remedy -> remedy.component() == Component.ENTITLEMENT)
                    .containsExactlyInAnyOrderElementsOf(expected);
            owed[0] += entitlements.size();
        });
        assertThat(owed[0]).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void no_remedy_is_worth_nothing() {
        forEachRound((round, random) -> assertThat(round.decision().remedies())
                .allSatisfy(remedy -> assertThat(remedy.amount())
                        .satisfiesAnyOf(
                                amount -> assertThat(amount).isEmpty(),
                                amount -> assertThat(amount.orElseThrow().isPositive())
                                        .isTrue())));
    }

    @Test
    void the_totals_are_the_sums_of_the_amounts() {
        forEachRound((round, random) -> {
            BigDecimal total = BigDecimal.ZERO;
            for (Component component : Component.values()) {
                for (RemedyKind kind : RemedyKind.values()) {
                    total = total.add(sum(round.decision(), component, kind));
                }
            }
            BigDecimal gestures = Stream.of(RemedyKind.values())
                    .map(kind -> sum(round.decision(), Component.GESTURE, kind))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(round.decision().total().getAmount()).isEqualByComparingTo(total);
            assertThat(round.decision().gestureTotal().getAmount()).isEqualByComparingTo(gestures);
        });
    }

    @Test
    void a_remedy_without_an_amount_is_words_or_waits_for_the_price_that_is_asked() {
        int[] waiting = {0};
        forEachRound((round, random) -> {
            boolean waits = round.decision().remedies().stream()
                    .anyMatch(remedy ->
                            !remedy.kind().isWords() && remedy.amount().isEmpty());
            if (waits) {
                waiting[0]++;
                assertThat(round.context().failure().priceKnown()).isFalse();
                assertThat(round.decision().questions()).contains(Question.PRICE);
            }
            assertThat(round.notes().contains(SettlementNotes.PRICE)).isEqualTo(waits);
        });
        assertThat(waiting[0]).isGreaterThan(ROUNDS / 20);
    }

    @Test
    void what_holds_caps_withholds_or_limits_takes_no_restoration_away() {
        int[] restored = {0};
        forEachRound((round, random) -> {
            List<Consequence> more = new ArrayList<>(round.consequences());
            more.add(new Consequence("more.rule", findings -> {
                findings.withholdGestures();
                findings.holdRestoration();
                findings.cap(Amount.of("1"));
                for (RemedyKind kind : RemedyKind.values()) {
                    findings.withhold(kind);
                }
            }));

            RecoveryDecision decision = Consequence.settle(round.context(), more);

            assertThat(worths(decision, Component.RESTORATION))
                    .isEqualTo(worths(round.decision(), Component.RESTORATION));
            assertThat(decision.remedies())
                    .allMatch(remedy -> remedy.component() == Component.ENTITLEMENT
                            || remedy.component() == Component.RESTORATION && remedy.authority() != Authority.AGENT);
            assertThat(decision.humanReview()).isTrue();
            restored[0] += worths(decision, Component.RESTORATION).size();
        });
        assertThat(restored[0]).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void an_offered_request_is_given_in_full_or_looked_at_by_a_person() {
        int[] given = {0};
        int[] refused = {0};
        forEachRound((round, random) -> {
            Optional<RequestedRemedy> requested = round.context().claim().requested();
            if (requested.isEmpty() || !round.requestOffered()) {
                assertThat(round.notes()).doesNotContain(SettlementNotes.REFUSAL);
                return;
            }
            if (givesInFull(round.decision(), requested.get())) {
                given[0]++;
                assertThat(round.notes()).doesNotContain(SettlementNotes.REFUSAL);
            } else {
                refused[0]++;
                assertThat(round.notes()).contains(SettlementNotes.REFUSAL);
                assertThat(round.decision().humanReview()).isTrue();
            }
        });
        assertThat(given[0]).isGreaterThan(ROUNDS / 20);
        assertThat(refused[0]).isGreaterThan(ROUNDS / 20);
    }

    @Test
    void nobody_grants_more_in_total_than_a_role_up_to_theirs_may_unless_a_person_looks() {
        int[] limited = {0};
        forEachRound((round, random) -> {
            BigDecimal counted = BigDecimal.ZERO;
            for (Remedy remedy : round.decision().remedies()) {
                boolean counts = remedy.component() == Component.GESTURE
                        || remedy.component() == Component.RESTORATION
                                && round.context().claim().status() != ClaimStatus.VERIFIED;
                if (counts) {
                    counted = counted.add(remedy.amount().map(Money::getAmount).orElse(BigDecimal.ZERO));
                    if (counted.compareTo(round.limitUpTo(remedy.authority())) > 0) {
                        assertThat(remedy.authority()).isEqualTo(Authority.MANAGER);
                        assertThat(round.decision().humanReview()).isTrue();
                    }
                    limited[0]++;
                }
                assertThat(remedy.authority())
                        .isLessThanOrEqualTo(round.decision().authority());
            }
        });
        assertThat(limited[0]).isGreaterThan(ROUNDS / 2);
    }

    /** Whether what is given of the requested kind comes to what was requested; what waits for the price may. */
    private static boolean givesInFull(RecoveryDecision decision, RequestedRemedy requested) {
        List<Remedy> ofKind = decision.remedies().stream()
                .filter(remedy -> remedy.kind() == requested.kind())
                .toList();
        if (requested.kind().isWords()) {
            return !ofKind.isEmpty();
        }
        Money sum = Remedy.sum(ofKind, decision.total().getCurrencyUnit());
        boolean waitsAsGesture = ofKind.stream()
                .anyMatch(remedy -> remedy.component() == Component.GESTURE
                        && remedy.amount().isEmpty());
        boolean waitsAsThing = requested.kind().isThing()
                && ofKind.stream().anyMatch(remedy -> remedy.amount().isEmpty());
        boolean waitsBesideAGesture =
                ofKind.stream().anyMatch(remedy -> remedy.amount().isEmpty())
                        && ofKind.stream().anyMatch(remedy -> remedy.component() == Component.GESTURE);
        return waitsAsGesture
                || waitsAsThing
                || waitsBesideAGesture
                || !sum.isLessThan(requested.amount().orElseThrow());
    }

    private static BigDecimal sum(RecoveryDecision decision, Component component, RemedyKind kind) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Remedy remedy : decision.remedies()) {
            if (remedy.component() == component && remedy.kind() == kind) {
                sum = sum.add(remedy.amount().map(Money::getAmount).orElse(BigDecimal.ZERO));
            }
        }
        return sum;
    }

    private static List<String> worths(RecoveryDecision decision, Component component) {
        return decision.remedies().stream()
                .filter(remedy -> remedy.component() == component)
                .map(remedy -> remedy.kind() + " " + remedy.amount())
                .toList();
    }

    private static void forEachRound(BiConsumer<Round, Random> property) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Round round = Round.of(random);
            try {
                property.accept(round, random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + round, e);
            }
        }
    }

    /** A context, what the rules find, and what it comes to; beside it the findings of which a property speaks. */
    private record Round(
            FailureContext context,
            List<Consequence> consequences,
            List<String> spoken,
            List<Amount> caps,
            List<Limit> limits,
            boolean requestOffered,
            RecoveryDecision decision) {
        private record Limit(Authority authority, Amount amount) {}

        static Round of(Random random) {
            return new Generator(random).round();
        }

        List<String> notes() {
            return decision.reasons().stream()
                    .map(Reason::rule)
                    .filter(rule -> rule.startsWith("settlement."))
                    .toList();
        }

        /** How much anybody of a role or a lower one may grant. */
        BigDecimal limitUpTo(Authority authority) {
            return limits.stream()
                    .filter(limit -> limit.authority().compareTo(authority) <= 0)
                    .flatMap(limit -> limit.amount().in(context).stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        @Override
        public String toString() {
            return context + "\n" + String.join("\n", spoken) + "\n" + decision;
        }
    }

    private static final class Generator {
        private static final List<CurrencyUnit> CURRENCIES =
                List.of(CurrencyUnit.USD, CurrencyUnit.JPY, CurrencyUnit.of("BHD"));
        private static final List<String> SUMS =
                List.of("0", "0.004", "1", "1.00", "9.995", "25", "25.0", "25.004", "60", "100", "100.00");
        /** Spelled in several ways, so that equal ones meet. */
        private static final String[] LIMITS = {"60", "60.0", "60.00"};

        private static final double[] PERCENTAGES = {0, 0.001, 5, 10, 33.3, 50, 100, 120};
        private static final String[] PERIODS = {"P1M", "P30D", "P29D", "P31D", "P0D", "P1Y", "P365D"};

        private final Random random;
        private final CurrencyUnit currency;
        private final List<Consequence> consequences = new ArrayList<>();
        private final List<String> spoken = new ArrayList<>();
        private final List<Amount> caps = new ArrayList<>();
        private final List<Round.Limit> limits = new ArrayList<>();
        private boolean requestOffered;

        Generator(Random random) {
            this.random = random;
            this.currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        }

        Round round() {
            FailureContext context = context();
            int rules = 1 + random.nextInt(20);
            for (int i = 0; i < rules; i++) {
                speak(String.format("rule.%02d", i));
            }
            return new Round(
                    context,
                    consequences,
                    spoken,
                    caps,
                    limits,
                    requestOffered,
                    Consequence.settle(context, consequences));
        }

        private FailureContext context() {
            FailureContext.Builder builder = FailureContext.builder()
                    .severity(Severity.MINOR)
                    .avoidability(Avoidability.UNAVOIDABLE)
                    .foreseeability(Foreseeability.UNFORESEEABLE)
                    .priorFailures(0)
                    .lifetimeValue(money())
                    .status(one(ClaimStatus.values()))
                    .loss(random.nextBoolean() ? Money.zero(currency) : money());
            if (random.nextInt(4) > 0) {
                builder.price(money());
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                builder.entitlement(thingOrMoney(), money(), "basis " + i);
            }
            if (random.nextInt(4) > 0) {
                RemedyKind kind = one(RemedyKind.values());
                builder.requested(new RequestedRemedy(kind, kind.isWords() ? Optional.empty() : Optional.of(money())));
            }
            return builder.build();
        }

        /** More than nothing, and mostly about as much as the sums and each other. */
        private Money money() {
            int digits = currency.getDecimalPlaces();
            return Money.of(
                    currency, BigDecimal.valueOf(1L + random.nextInt(15 * (int) Math.pow(10, digits + 1)), digits));
        }

        private void speak(String rule) {
            switch (random.nextInt(16)) {
                case 0, 1, 2 -> {
                    RemedyKind kind = thingOrMoney();
                    Amount amount = amount(rule);
                    call(rule, findings -> findings.offer(kind, Component.GESTURE, amount), "gesture " + kind);
                }
                case 3, 4 -> {
                    RemedyKind kind = thingOrMoney();
                    Amount amount = amount(rule);
                    call(rule, findings -> findings.offer(kind, Component.RESTORATION, amount), "restore " + kind);
                }
                case 5, 6 -> {
                    requestOffered = true;
                    call(rule, Findings::offerRequested, "offerRequested");
                }
                case 7, 8 -> {
                    Amount amount = amount(rule);
                    caps.add(amount);
                    call(rule, findings -> findings.cap(amount), "cap");
                }
                case 9, 10 -> {
                    Authority authority = one(Authority.values());
                    Amount amount = random.nextBoolean() ? amount(rule) : Amount.of(one(LIMITS));
                    limits.add(new Round.Limit(authority, amount));
                    call(rule, findings -> findings.limit(authority, amount), "limit " + authority);
                }
                case 11 -> {
                    RemedyKind kind = one(RemedyKind.values());
                    call(rule, findings -> findings.withhold(kind), "withhold " + kind);
                }
                case 12 -> {
                    RemedyKind kind = one(RemedyKind.values());
                    call(
                            rule,
                            kind.isWords() ? findings -> findings.offer(kind) : Findings::holdRestoration,
                            "words or hold");
                }
                case 13 -> {
                    StepKind kind = one(StepKind.values());
                    String words = "words " + random.nextInt(3);
                    call(rule, findings -> findings.step(kind, words), "step " + kind + " " + words);
                }
                case 14 -> {
                    String after = one(PERIODS);
                    String action = "action " + random.nextInt(3);
                    call(rule, findings -> findings.followUp(after, action), "followUp " + after + " " + action);
                }
                default -> speakOfTheRest(rule);
            }
        }

        private void speakOfTheRest(String rule) {
            switch (random.nextInt(7)) {
                case 0 -> {
                    Barrier barrier = one(Barrier.values());
                    call(rule, findings -> findings.barrier(barrier), "barrier " + barrier);
                }
                case 1 -> {
                    Question question = one(Question.values());
                    call(rule, findings -> findings.ask(question), "ask " + question);
                }
                case 2 -> {
                    Approach approach = one(Approach.values());
                    call(rule, findings -> findings.approach(approach), "approach " + approach);
                }
                case 3 -> {
                    Authority authority = one(Authority.values());
                    call(rule, findings -> findings.escalate(authority), "escalate " + authority);
                }
                case 4 -> call(rule, Findings::withholdGestures, "withholdGestures");
                case 5 -> call(rule, Findings::review, "review");
                default -> call(rule, Findings::doubleDeviation, "doubleDeviation");
            }
        }

        private void call(String rule, Consumer<Findings> calls, String description) {
            consequences.add(new Consequence(rule, calls));
            spoken.add(rule + ": " + description);
        }

        private Amount amount(String rule) {
            String sum = SUMS.get(random.nextInt(SUMS.size()));
            double percent = PERCENTAGES[random.nextInt(PERCENTAGES.length)];
            RemedyKind kind = thingOrMoney();
            int base = random.nextInt(6);
            Amount amount = switch (base) {
                case 0, 1 -> Amount.of(sum);
                case 2 -> Amount.percentOfLoss(percent);
                case 3 -> Amount.percentOfLifetimeValue(percent);
                case 4 -> Amount.percentOfEntitlements(kind, percent);
                default -> Amount.percentOfPrice(percent);
            };
            spoken.add(rule + " amount " + base + " " + sum + " " + percent + " " + kind);
            return random.nextInt(4) == 0 ? amount.atMost("70.005") : amount;
        }

        /** Mostly one of few, so that they meet. */
        private RemedyKind thingOrMoney() {
            RemedyKind[] kinds = {
                RemedyKind.REFUND, RemedyKind.CREDIT, RemedyKind.REPLACEMENT, RemedyKind.REIMBURSEMENT, RemedyKind.GIFT
            };
            return one(kinds);
        }

        private <E> E one(E[] constants) {
            return constants[random.nextInt(constants.length)];
        }
    }
}
