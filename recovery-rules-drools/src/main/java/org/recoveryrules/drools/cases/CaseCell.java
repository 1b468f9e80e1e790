package org.recoveryrules.drools.cases;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.Span;

/** A cell that is not blank, as the value that its column holds. What is no such value is noted at the very word. */
final class CaseCell {
    /** Stands for nothing. */
    static final String NONE = "-";

    private static final String TO = "..";
    private static final String SEPARATORS = "[\\s,;]+";
    private static final Pattern SEPARATED = Pattern.compile("[,;]");

    /** What a spreadsheet shows in place of a cell that begins with - and is no formula. */
    private static final String NO_FORMULA = "#NAME?";

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern BETWEEN_SEMICOLONS = Pattern.compile("[^;\\s][^;]*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    /** More digits are no amount, and would take long to be read. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    private static final Pattern SPELLED = Pattern.compile("(?i)(?<!\\d)(\\d++)\\s*+([hdw])(?:ours?|ays?|eeks?)");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    /** A currency beside an amount. */
    private static final Pattern SIGN = Pattern.compile("^(\\p{Sc}|[A-Z]{3})\\s*+|(?<!\\s)\\s*+(\\p{Sc}|[A-Z]{3})$");

    private static final Map<String, String> TRUTHS =
            Map.of("yes", "true", "y", "true", "1", "true", "no", "false", "n", "false", "0", "false");

    private final String column;
    private final String text;
    private final Characters characters;
    private final CurrencyUnit currency;
    private final FaultsInText faults;

    /** A part of the cell, and where in its text it begins. */
    record Part(String text, int start) {
        List<Part> words() {
            return all(WORD);
        }

        /** What follows a text with which this part begins. */
        Part after(String beginning) {
            return new Part(text.substring(beginning.length()), start + beginning.length());
        }

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

    /** Where the characters of a cell stand in the file. */
    interface Characters {
        /** Where those from one index to another stand. */
        Span span(int from, int to);
    }

    CaseCell(String column, String text, Characters characters, CurrencyUnit currency, FaultsInText faults) {
        this.column = column;
        this.text = text;
        this.characters = characters;
        this.currency = currency;
        this.faults = faults;
    }

    <E extends Enum<E>> Optional<E> constant(Class<E> type) {
        return constant(whole(), type, column);
    }

    <E extends Enum<E>> Set<E> constants(Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        members(names(type)).forEach(word -> constant(word, type, column).ifPresent(constants::add));
        return constants;
    }

    /** The words of the cell; none of words that are known with other than spaces between them, which is noted once. */
    private List<Part> members(Collection<String> known) {
        List<String> given = List.of(whole().text().split(SEPARATORS));
        if (!SEPARATED.matcher(whole().text()).find() || !known.containsAll(given)) {
            return members();
        }
        invalid(whole(), column, "must have nothing but spaces between words", Optional.of(String.join(" ", given)));
        return List.of();
    }

    /** Those of some rules that the cell names. */
    Set<String> rules(Set<String> known) {
        Set<String> rules = new TreeSet<>();
        for (Part word : members(known)) {
            if (!known.contains(word.text()) && !faults.isEnough(Code.CASE_RULE_UNKNOWN)) {
                fault(
                        word,
                        Code.CASE_RULE_UNKNOWN,
                        "there is no rule '" + word.text() + "' in the rule file beside this one",
                        Nearest.hint(word.text(), new TreeSet<>(known)));
            }
            rules.add(word.text());
        }
        return rules;
    }

    Optional<Boolean> truth() {
        String word = whole().text().toLowerCase(Locale.ROOT);
        return word.equals("true") || word.equals("false")
                ? Optional.of(Boolean.valueOf(word))
                : invalid(whole(), column, "must be true or false", Optional.ofNullable(TRUTHS.get(word)));
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
        String word = whole().text();
        Optional<Duration> duration = duration(word).filter(given -> !given.isNegative());
        return duration.isPresent()
                ? duration
                : invalid(
                        whole(),
                        column,
                        "must be an ISO 8601 duration, 0 or more, such as PT36H",
                        Stream.of("PT" + word, "P" + word, "PT" + unit(word), "P" + unit(word), "PT" + word + "H")
                                .map(meant -> meant.toUpperCase(Locale.ROOT))
                                .filter(meant -> duration(meant).isPresent())
                                .findFirst());
    }

    /** Periods; none if the cell stands for none. */
    List<Period> periods() {
        List<Part> given = SPELLED.matcher(whole().text()).matches() ? List.of(whole()) : members();
        return given.stream().flatMap(word -> period(word).stream()).toList();
    }

    /** What a sum may be; nothing is 0. */
    Optional<Bounds> bounds() {
        return bounds(whole(), column, Bounds.exactly(Money.zero(currency)));
    }

    /** What lies between semicolons. */
    List<Part> entries() {
        return whole().all(BETWEEN_SEMICOLONS);
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
        return entries().stream().flatMap(part -> entitlement(part).stream()).toList();
    }

    private Optional<Entitlement> entitlement(Part part) {
        List<Part> words = part.words();
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

    <E extends Enum<E>> Optional<E> constant(Part part, Class<E> type, String component) {
        List<String> names = names(type);
        return names.contains(part.text())
                ? Optional.of(Enum.valueOf(type, part.text()))
                : invalid(
                        part, component, "must be one of " + String.join(", ", names), Nearest.to(part.text(), names));
    }

    static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** An amount or bounds, {@code 5}, {@code 5..10}, {@code 5..}, {@code ..10}, or what stands for nothing. */
    Optional<Bounds> bounds(Part part, String component, Bounds none) {
        int to = part.text().indexOf(TO);
        if (part.text().equals(NONE)) {
            return Optional.of(none);
        } else if (to < 0) {
            return money(part, component).map(Bounds::exactly);
        } else if (part.text().equals(TO)) {
            return invalid(part, component, "must have an amount before or after ..", Optional.empty());
        }
        Part from = new Part(part.text().substring(0, to), part.start());
        Part until = part.after(from.text() + TO);
        Optional<Money> least = from.text().isEmpty() ? Optional.empty() : money(from, component);
        Optional<Money> most = until.text().isEmpty() ? Optional.empty() : money(until, component);
        return least.isPresent() && most.filter(least.get()::isGreaterThan).isPresent()
                ? invalid(
                        part,
                        component,
                        "must have the smaller amount first",
                        Optional.of(until.text() + TO + from.text()))
                : Optional.of(new Bounds(least, most));
    }

    private Optional<Period> period(Part word) {
        Optional<Period> period = period(word.text()).filter(given -> !given.isNegative());
        return period.isPresent()
                ? period
                : invalid(
                        word,
                        column,
                        "must be ISO 8601 periods, 0 or more, such as P3D P2W",
                        Stream.of("P" + word.text(), "P" + unit(word.text()), "P" + word.text() + "D")
                                .map(meant -> meant.toUpperCase(Locale.ROOT))
                                .filter(meant -> period(meant).isPresent())
                                .findFirst());
    }

    /** {@code 3 days} as {@code 3D}. */
    private static String unit(String text) {
        return SPELLED.matcher(text).replaceAll("$1$2");
    }

    private static Optional<Period> period(String text) {
        try {
            return Optional.of(Period.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Money> money(Part part, String component) {
        int digits = currency.getDecimalPlaces();
        String decimals = digits == 0 ? "without decimals" : "with " + digits + " decimals at most";
        String plain = SIGN.matcher(part.text()).replaceAll("");
        String meant = THOUSANDS.matcher(plain).matches() ? plain.replace(",", "") : plain.replace(',', '.');
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
        return whole().words();
    }

    /** The cell without the space around it. */
    Part whole() {
        return new Part(text.strip(), text.length() - text.stripLeading().length());
    }

    /** Notes that a part is not what is allowed, with what was probably meant. */
    <T> Optional<T> invalid(Part part, String component, String allowed, Optional<String> meant) {
        String hint = part.text().equals(NO_FORMULA)
                ? "a spreadsheet took it for a formula: write no GIFT, not -GIFT"
                : meant.map(value -> "did you mean '" + value + "'?").orElse("");
        fault(part, Code.CASE_VALUE_INVALID, component + " " + allowed + ", but was '" + part.text() + "'", hint);
        return Optional.empty();
    }

    private <T> Optional<T> refused(Part part, IllegalArgumentException why) {
        fault(part, Code.CASE_VALUE_INVALID, String.valueOf(why.getMessage()), "");
        return Optional.empty();
    }

    private void fault(Part part, Code code, String message, String hint) {
        if (!faults.isEnough(code)) {
            faults.add(characters.span(part.start(), part.start() + part.text().length()), code, message, hint);
        }
    }
}
