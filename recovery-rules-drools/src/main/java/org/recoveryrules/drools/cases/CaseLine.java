package org.recoveryrules.drools.cases;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RequestedRemedy;

/** A failure context as it stands in a table of cases: what is written here, {@link CaseTable} reads. */
public final class CaseLine {
    private static final String ENTRIES = "; ";
    private static final String WORDS = " ";
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\r\n]");

    /** What writes a component as a cell, by column, in the order of the vocabulary. */
    private static final Map<String, Function<FailureContext, String>> WRITERS = writers();

    private CaseLine() {}

    /**
     * The cells of a context, without quotes.
     *
     * @param context the context
     * @return cells by column: the core, and what is not at its default, in the order of the vocabulary. A semicolon in the
     *     basis of an entitlement would end it, and is written as a comma
     */
    public static Map<String, String> cells(FailureContext context) {
        FailureContext defaults = defaults(context);
        Map<String, String> cells = new LinkedHashMap<>();
        WRITERS.forEach((column, writer) -> {
            String cell = writer.apply(context);
            if (ContextColumns.CORE.contains(column) || !cell.equals(writer.apply(defaults))) {
                cells.put(column, cell);
            }
        });
        return cells;
    }

    /**
     * A line of a table, each cell between quotes that needs them (RFC 4180).
     *
     * @param columns the columns of the table
     * @param cells cells by column; those of other columns are left empty
     * @return the line, without a line end
     */
    public static String line(List<String> columns, Map<String, String> cells) {
        return columns.stream()
                .map(column -> quoted(cells.getOrDefault(column, "")))
                .collect(Collectors.joining(","));
    }

    /**
     * What a case could expect to tell a decision from another about the same context.
     *
     * @param right the decision that the case is to expect
     * @param wrong the other one
     * @param rules the ids of the rules whose firing the case can tell
     * @return the cell of one column, by that column; none where no case could tell them apart
     */
    public static Map<String, String> telling(RecoveryDecision right, RecoveryDecision wrong, Set<String> rules) {
        return ExpectedColumns.NAMES.stream()
                .flatMap(column -> ExpectedColumns.telling(column, right, wrong, rules).stream()
                        .map(cell -> Map.of(column, cell)))
                .findFirst()
                .orElse(Map.of());
    }

    /** A value of a component as a cell spells it, or what stands for nothing. */
    static String words(Object value) {
        if (value instanceof Optional<?> known) {
            return known.map(CaseLine::words).orElse(CaseCell.NONE);
        } else if (value instanceof Money money) {
            return money(money);
        } else if (value instanceof Entitlement owed) {
            return entitlement(owed);
        } else if (value instanceof RequestedRemedy requested) {
            return requested(requested);
        } else if (value instanceof Collection<?> values && !values.isEmpty()) {
            String separator = values.iterator().next() instanceof Entitlement ? ENTRIES : WORDS;
            return joined(values, CaseLine::words, separator);
        }
        return value instanceof Collection<?> ? CaseCell.NONE : value.toString();
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** A context of the same core and nothing else: some defaults follow from it. */
    private static FailureContext defaults(FailureContext context) {
        return FailureContext.builder()
                .severity(context.failure().severity())
                .avoidability(context.failure().avoidability())
                .foreseeability(context.failure().foreseeability())
                .priorFailures(context.history().priorFailures())
                .lifetimeValue(context.customer().lifetimeValue())
                .build();
    }

    private static Map<String, Function<FailureContext, String>> writers() {
        Map<String, Function<FailureContext, String>> writers = new LinkedHashMap<>();
        writers.put("severity", context -> context.failure().severity().name());
        writers.put("avoidability", context -> context.failure().avoidability().name());
        writers.put(
                "foreseeability", context -> context.failure().foreseeability().name());
        writers.put(
                "priorFailures", context -> Integer.toString(context.history().priorFailures()));
        writers.put("lifetimeValue", context -> money(context.customer().lifetimeValue()));
        writers.put("recurrence", context -> context.failure().recurrence().name());
        writers.put("type", context -> context.failure().type().name());
        writers.put("resourceLost", context -> context.failure().resourceLost().name());
        writers.put("causedBy", context -> context.failure().causedBy().name());
        writers.put(
                "price",
                context -> context.failure().price().map(CaseLine::money).orElse(""));
        writers.put("loss", context -> money(context.failure().loss()));
        writers.put("accepted", context -> Boolean.toString(context.failure().accepted()));
        writers.put("lastRecovery", context -> context.history().lastRecovery().name());
        writers.put("similar", context -> Boolean.toString(context.history().similar()));
        writers.put("expectation", context -> context.customer().expectation().name());
        writers.put("mood", context -> context.customer().mood().name());
        writers.put("vulnerabilities", context -> set(context.customer().vulnerabilities()));
        writers.put("reach", context -> context.customer().reach().name());
        writers.put("champion", context -> Boolean.toString(context.customer().champion()));
        writers.put("status", context -> context.claim().status().name());
        writers.put(
                "compensatedClaims", context -> Integer.toString(context.claim().compensatedClaims()));
        writers.put("entitlements", context -> entitlements(context.claim().entitlements()));
        writers.put(
                "requested",
                context -> context.claim().requested().map(CaseLine::requested).orElse(""));
        writers.put("aware", context -> Boolean.toString(context.handling().aware()));
        writers.put("delay", context -> context.handling().delay().toString());
        writers.put("apologies", context -> Integer.toString(context.handling().apologies()));
        writers.put("explanation", context -> context.handling().explanation().name());
        writers.put("risks", context -> set(context.area().risks()));
        return Collections.unmodifiableMap(writers);
    }

    /** The amount in the currency of the policy; no decimals where all are 0, as people write it. */
    private static String money(Money money) {
        int wanted = money.getAmount().stripTrailingZeros().scale() > 0 ? money.getScale() : 0;
        return money.getAmount().setScale(wanted).toPlainString();
    }

    private static String set(Set<? extends Enum<?>> constants) {
        return joined(constants, Enum::name, WORDS);
    }

    private static String requested(RequestedRemedy requested) {
        return requested.kind()
                + requested.amount().map(amount -> " " + money(amount)).orElse("");
    }

    private static String entitlements(List<Entitlement> entitlements) {
        return joined(entitlements, CaseLine::entitlement, ENTRIES);
    }

    private static String entitlement(Entitlement owed) {
        return owed.kind() + " " + money(owed.amount()) + " "
                + owed.basis().replace(';', ',').strip();
    }

    private static <T> String joined(Collection<? extends T> values, Function<T, String> text, String separator) {
        return values.stream().map(text).collect(Collectors.joining(separator));
    }
}
