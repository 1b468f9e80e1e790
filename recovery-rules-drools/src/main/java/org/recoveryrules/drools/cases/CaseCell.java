package org.recoveryrules.drools.cases;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.drools.cases.CsvScanner.Cell;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Nearest;

/** A cell that is not blank, as the value that its column holds. What is no such value is noted at the very word. */
final class CaseCell {
    private static final String NONE = "-";
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern BETWEEN_SEMICOLONS = Pattern.compile("[^;\\s][^;]*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("\\d+(\\.\\d+)?");

    private final String column;
    private final Cell cell;
    private final CurrencyUnit currency;
    private final FaultsInText faults;

    /** A part of the cell, and where in its text it begins. */
    private record Part(String text, int start) {
        /** The parts of this one that match a pattern, without space after them. */
        List<Part> all(Pattern pattern) {
            return pattern.matcher(text)
                    .results()
                    .map(found -> new Part(found.group().stripTrailing(), start + found.start()))
                    .toList();
        }

        /** From a part of this one to its end. */
        String from(Part inner) {
            return text.substring(inner.start - start);
        }
    }

    CaseCell(String column, Cell cell, CurrencyUnit currency, FaultsInText faults) {
        this.column = column;
        this.cell = cell;
        this.currency = currency;
        this.faults = faults;
    }

    /** The cell in one line. */
    String sentence() {
        return words().stream().map(Part::text).collect(Collectors.joining(" "));
    }

    <E extends Enum<E>> Optional<E> constant(Class<E> type) {
        return constant(whole(), type, column);
    }

    <E extends Enum<E>> Set<E> constants(Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        members().forEach(word -> constant(word, type, column).ifPresent(constants::add));
        return constants;
    }

    /** Those of some rules that the cell names. */
    Set<String> rules(Set<String> known) {
        Set<String> rules = new TreeSet<>();
        for (Part word : members()) {
            if (!known.contains(word.text())) {
                fault(
                        word,
                        Code.CASE_RULE_UNKNOWN,
                        "there is no rule '" + word.text() + "' in the rule file beside this table",
                        Nearest.hint(word.text(), new TreeSet<>(known)));
            }
            rules.add(word.text());
        }
        return rules;
    }

    Optional<Boolean> truth() {
        String text = whole().text().toLowerCase(Locale.ROOT);
        return text.equals("true") || text.equals("false")
                ? Optional.of(Boolean.valueOf(text))
                : invalid(whole(), column, "must be true or false", Optional.empty());
    }

    Optional<Integer> number() {
        return NUMBER.matcher(whole().text()).matches()
                ? Optional.of(Integer.valueOf(whole().text()))
                : invalid(whole(), column, "must be a whole number from 0 to 999999999", Optional.empty());
    }

    Optional<Money> money() {
        return money(whole(), column);
    }

    Optional<Duration> duration() {
        String text = whole().text();
        Optional<Duration> duration = duration(text).filter(given -> !given.isNegative());
        return duration.isPresent()
                ? duration
                : invalid(
                        whole(),
                        column,
                        "must be an ISO 8601 duration, 0 or more, such as PT36H",
                        Stream.of("PT" + text, "P" + text)
                                .filter(meant -> duration(meant).isPresent())
                                .map(meant -> meant.toUpperCase(Locale.ROOT))
                                .findFirst());
    }

    /** A kind of remedy and what it is worth, or a kind of words. */
    Optional<RequestedRemedy> requested() {
        List<Part> words = words();
        if (words.size() > 2) {
            return invalid(
                    whole(),
                    column,
                    "must be a kind of remedy and an amount, such as CREDIT 20, or words alone",
                    Optional.empty());
        }
        Optional<RemedyKind> kind = constant(words.get(0), RemedyKind.class, column + ".kind");
        Optional<Money> amount = words.stream().skip(1).findFirst().flatMap(part -> money(part, column + ".amount"));
        if (kind.isEmpty() || amount.isEmpty() && words.size() == 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RequestedRemedy(kind.get(), amount));
        } catch (IllegalArgumentException e) {
            return refused(whole(), e);
        }
    }

    /** Entitlements between semicolons. */
    List<Entitlement> entitlements() {
        return whole().all(BETWEEN_SEMICOLONS).stream()
                .flatMap(part -> entitlement(part).stream())
                .toList();
    }

    private Optional<Entitlement> entitlement(Part part) {
        List<Part> words = part.all(WORD);
        if (words.size() < 3) {
            String allowed =
                    "must be a kind of remedy, an amount and a basis, such as CREDIT 100 service-level agreement";
            return invalid(part, column, allowed, Optional.empty());
        }
        Optional<RemedyKind> kind = constant(words.get(0), RemedyKind.class, column + ".kind");
        Optional<Money> amount = money(words.get(1), column + ".amount");
        if (kind.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Entitlement(kind.get(), amount.get(), part.from(words.get(2))));
        } catch (IllegalArgumentException e) {
            return refused(part, e);
        }
    }

    private <E extends Enum<E>> Optional<E> constant(Part part, Class<E> type, String component) {
        List<String> names = Stream.of(type.getEnumConstants()).map(Enum::name).toList();
        return names.contains(part.text())
                ? Optional.of(Enum.valueOf(type, part.text()))
                : invalid(
                        part, component, "must be one of " + String.join(", ", names), Nearest.to(part.text(), names));
    }

    private Optional<Money> money(Part part, String component) {
        int digits = currency.getDecimalPlaces();
        String decimals = digits == 0 ? "without decimals" : "with " + digits + " decimals at most";
        String meant = part.text().replace(',', '.');
        return isAmount(part.text())
                ? Optional.of(Money.of(currency, new BigDecimal(part.text())))
                : invalid(
                        part,
                        component,
                        "must be an amount in " + currency + ", 0 or more, " + decimals + ", such as 12",
                        Optional.of(meant).filter(this::isAmount));
    }

    private boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches() && new BigDecimal(text).scale() <= currency.getDecimalPlaces();
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The words of the cell, none if it stands for an empty set. */
    private List<Part> members() {
        return whole().text().equals(NONE) ? List.of() : words();
    }

    private List<Part> words() {
        return whole().all(WORD);
    }

    private Part whole() {
        String text = cell.text().stripLeading();
        return new Part(text.strip(), cell.text().length() - text.length());
    }

    private <T> Optional<T> invalid(Part part, String component, String allowed, Optional<String> meant) {
        String hint = meant.map(value -> "did you mean '" + value + "'?").orElse("");
        fault(part, Code.CASE_VALUE_INVALID, component + " " + allowed + ", but was '" + part.text() + "'", hint);
        return Optional.empty();
    }

    private <T> Optional<T> refused(Part part, IllegalArgumentException why) {
        fault(part, Code.CASE_VALUE_INVALID, String.valueOf(why.getMessage()), "");
        return Optional.empty();
    }

    private void fault(Part part, Code code, String message, String hint) {
        faults.add(cell.span(part.start(), part.start() + part.text().length()), code, message, hint);
    }
}
