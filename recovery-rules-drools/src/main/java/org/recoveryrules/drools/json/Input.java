package org.recoveryrules.drools.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext.Builder;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.json.JsonValue.Members;

/**
 * One component of a failure context.
 *
 * @param path part and name
 * @param kind what it can be
 * @param setter where it goes
 */
record Input<T>(String part, String name, String path, Kind<T> kind, BiConsumer<Builder, T> setter) {
    static final Kind<Money> MONEY = money("0 or more", amount -> true);
    private static final Kind<Money> POSITIVE_MONEY = money("more than 0", Money::isPositive);

    /** All components by name, which no two of them share, whatever their parts. */
    static final Map<String, Input<?>> BY_NAME = Stream.of(
                    of("failure", "severity", Kind.constant(Severity.class), Builder::severity),
                    of("failure", "avoidability", Kind.constant(Avoidability.class), Builder::avoidability),
                    of("failure", "foreseeability", Kind.constant(Foreseeability.class), Builder::foreseeability),
                    of("failure", "recurrence", Kind.constant(Recurrence.class), Builder::recurrence),
                    of("failure", "type", Kind.constant(FailureType.class), Builder::type),
                    of("failure", "resourceLost", Kind.constant(ResourceLost.class), Builder::resourceLost),
                    of("failure", "causedBy", Kind.constant(Cause.class), Builder::causedBy),
                    of("failure", "price", POSITIVE_MONEY, Builder::price),
                    of("failure", "loss", MONEY, Builder::loss),
                    of("failure", "accepted", Kind.FLAG, Builder::accepted),
                    of("history", "priorFailures", Kind.COUNT, Builder::priorFailures),
                    of("history", "lastRecovery", Kind.constant(LastRecovery.class), Builder::lastRecovery),
                    of("history", "similar", Kind.FLAG, Builder::similar),
                    of("customer", "lifetimeValue", MONEY, Builder::lifetimeValue),
                    of("customer", "expectation", Kind.constant(Expectation.class), Builder::expectation),
                    of("customer", "mood", Kind.constant(Mood.class), Builder::mood),
                    of(
                            "customer",
                            "vulnerabilities",
                            Kind.setOf(Kind.constant(Vulnerability.class)),
                            Builder::vulnerabilities),
                    of("customer", "reach", Kind.constant(Reach.class), Builder::reach),
                    of("customer", "champion", Kind.FLAG, Builder::champion),
                    of("claim", "status", Kind.constant(ClaimStatus.class), Builder::status),
                    of("claim", "compensatedClaims", Kind.COUNT, Builder::compensatedClaims),
                    of("claim", "entitlements", Kind.listOf(entitlement()), Builder::entitlements),
                    of("claim", "requested", request(), Builder::requested),
                    of("handling", "aware", Kind.FLAG, Builder::aware),
                    of("handling", "delay", Kind.DURATION, Builder::delay),
                    of("handling", "apologies", Kind.COUNT, Builder::apologies),
                    of("handling", "explanation", Kind.constant(Explanation.class), Builder::explanation),
                    of("area", "risks", Kind.setOf(Kind.constant(AreaRisk.class)), Builder::risks))
            .collect(Collectors.toMap(Input::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    /** What every caller gives. */
    static final List<Input<?>> CORE = Stream.of(
                    "severity", "avoidability", "foreseeability", "priorFailures", "lifetimeValue")
            .<Input<?>>map(BY_NAME::get)
            .toList();

    /** The names of the components by part. */
    static final Map<String, List<String>> PARTS = BY_NAME.values().stream()
            .collect(Collectors.groupingBy(
                    Input::part, LinkedHashMap::new, Collectors.mapping(Input::name, Collectors.toList())));

    private static <T> Input<T> of(String part, String name, Kind<T> kind, BiConsumer<Builder, T> setter) {
        return new Input<>(part, name, part + "." + name, kind, setter);
    }

    private static Kind<Money> money(String range, Predicate<Money> inRange) {
        Kind<Money> withCurrency = Kind.object(
                "money of " + range + " such as {\"amount\": \"120.00\", \"currency\": \"USD\"}",
                Map.of("amount", Kind.DECIMAL, "currency", Kind.CURRENCY),
                Set.of(),
                (path, values) -> inRange(
                        exactly((BigDecimal) values.get("amount"), (CurrencyUnit) values.get("currency"), path),
                        path,
                        range,
                        inRange));
        return new Kind<>(withCurrency.allowed(), (value, path, document) -> {
            if (document.currency().isEmpty() || value instanceof Members) {
                return withCurrency.read(value, path, document);
            }
            CurrencyUnit currency = document.currency().get();
            return Kind.DECIMAL
                    .read(value, path, document)
                    .flatMap(amount -> document.checked(
                            Code.CASE_VALUE_INVALID,
                            component -> Optional.of(value.span()),
                            () -> inRange(exactly(amount, currency, path), path, range, inRange)));
        });
    }

    private static Money inRange(Money money, String path, String range, Predicate<Money> inRange) {
        if (!inRange.test(money)) {
            throw new IllegalArgumentException(path + " must be " + range + ", but was " + money);
        }
        return money;
    }

    private static Money exactly(BigDecimal amount, CurrencyUnit currency, String path) {
        try {
            return Money.of(currency, amount, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(path + ".amount must have at most " + currency.getDecimalPlaces()
                    + " digits after the point in " + currency + ", but was " + amount.toPlainString());
        }
    }

    private static Kind<Entitlement> entitlement() {
        List<RemedyKind> owed = Arrays.stream(RemedyKind.values())
                .filter(kind -> !kind.isWords())
                .toList();
        return Kind.object(
                "an object with kind, amount and basis",
                Map.of("kind", Kind.constant(owed), "amount", POSITIVE_MONEY, "basis", Kind.TEXT),
                Set.of(),
                (path, values) -> new Entitlement(
                        (RemedyKind) values.get("kind"), (Money) values.get("amount"), (String) values.get("basis")));
    }

    private static Kind<RequestedRemedy> request() {
        return Kind.object(
                "an object with kind and, but for words, amount",
                Map.of("kind", Kind.constant(RemedyKind.class), "amount", POSITIVE_MONEY),
                Set.of("amount"),
                (path, values) -> new RequestedRemedy(
                        (RemedyKind) values.get("kind"), Optional.ofNullable((Money) values.get("amount"))));
    }
}
