package org.recoveryrules.drools.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.recoveryrules.api.AreaRisk;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Cause;
import org.recoveryrules.api.ClaimStatus;
import org.recoveryrules.api.Expectation;
import org.recoveryrules.api.Explanation;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureType;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Mood;
import org.recoveryrules.api.Reach;
import org.recoveryrules.api.Recurrence;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Vulnerability;

/** The components of a failure context as columns, by flat name. */
final class ContextColumns {
    /** Those without a default. */
    static final List<String> CORE =
            List.of("severity", "avoidability", "foreseeability", "priorFailures", "lifetimeValue");

    /** What reads a cell, to be put into any number of contexts. */
    static final Map<String, Function<CaseCell, Consumer<FailureContext.Builder>>> READERS = readers();

    private ContextColumns() {}

    private static Map<String, Function<CaseCell, Consumer<FailureContext.Builder>>> readers() {
        Map<String, Function<CaseCell, Consumer<FailureContext.Builder>>> readers = new LinkedHashMap<>();
        readers.put("severity", constant(Severity.class, FailureContext.Builder::severity));
        readers.put("avoidability", constant(Avoidability.class, FailureContext.Builder::avoidability));
        readers.put("foreseeability", constant(Foreseeability.class, FailureContext.Builder::foreseeability));
        readers.put("priorFailures", value(CaseCell::number, FailureContext.Builder::priorFailures));
        readers.put("lifetimeValue", value(CaseCell::money, FailureContext.Builder::lifetimeValue));
        readers.put("recurrence", constant(Recurrence.class, FailureContext.Builder::recurrence));
        readers.put("type", constant(FailureType.class, FailureContext.Builder::type));
        readers.put("resourceLost", constant(ResourceLost.class, FailureContext.Builder::resourceLost));
        readers.put("causedBy", constant(Cause.class, FailureContext.Builder::causedBy));
        readers.put("price", value(CaseCell::money, FailureContext.Builder::price));
        readers.put("loss", value(CaseCell::money, FailureContext.Builder::loss));
        readers.put("accepted", value(CaseCell::truth, FailureContext.Builder::accepted));
        readers.put("lastRecovery", constant(LastRecovery.class, FailureContext.Builder::lastRecovery));
        readers.put("similar", value(CaseCell::truth, FailureContext.Builder::similar));
        readers.put("expectation", constant(Expectation.class, FailureContext.Builder::expectation));
        readers.put("mood", constant(Mood.class, FailureContext.Builder::mood));
        readers.put(
                "vulnerabilities",
                all(cell -> cell.constants(Vulnerability.class), FailureContext.Builder::vulnerabilities));
        readers.put("reach", constant(Reach.class, FailureContext.Builder::reach));
        readers.put("champion", value(CaseCell::truth, FailureContext.Builder::champion));
        readers.put("status", constant(ClaimStatus.class, FailureContext.Builder::status));
        readers.put("compensatedClaims", value(CaseCell::number, FailureContext.Builder::compensatedClaims));
        readers.put("entitlements", all(CaseCell::entitlements, FailureContext.Builder::entitlements));
        readers.put("requested", value(CaseCell::requested, FailureContext.Builder::requested));
        readers.put("aware", value(CaseCell::truth, FailureContext.Builder::aware));
        readers.put("delay", value(CaseCell::duration, FailureContext.Builder::delay));
        readers.put("apologies", value(CaseCell::number, FailureContext.Builder::apologies));
        readers.put("explanation", constant(Explanation.class, FailureContext.Builder::explanation));
        readers.put("risks", all(cell -> cell.constants(AreaRisk.class), FailureContext.Builder::risks));
        return Collections.unmodifiableMap(readers);
    }

    private static <E extends Enum<E>> Function<CaseCell, Consumer<FailureContext.Builder>> constant(
            Class<E> type, BiConsumer<FailureContext.Builder, E> component) {
        return value(cell -> cell.constant(type), component);
    }

    private static <T> Function<CaseCell, Consumer<FailureContext.Builder>> value(
            Function<CaseCell, Optional<T>> reader, BiConsumer<FailureContext.Builder, T> component) {
        return cell -> {
            Optional<T> read = reader.apply(cell);
            return context -> read.ifPresent(value -> component.accept(context, value));
        };
    }

    private static <T> Function<CaseCell, Consumer<FailureContext.Builder>> all(
            Function<CaseCell, T> reader, BiConsumer<FailureContext.Builder, T> component) {
        return value(reader.andThen(Optional::of), component);
    }
}
