package org.recoveryrules.drools.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.drools.cases.CaseCell.Part;

/**
 * Reads a cell of remedies, {@code APOLOGY; CREDIT GESTURE 5..10 by SUPERVISOR; no GIFT; -}: entries between semicolons,
 * each a kind, a component, an amount and who may grant it, all but the kind as one likes.
 */
final class RemediesCell {
    private static final String COLUMN = ExpectedRemedies.COLUMN;

    private final List<ExpectedRemedy> wanted = new ArrayList<>();
    /** What must not come, by the entry that says so. */
    private final Map<Part, ExpectedRemedy> refused = new LinkedHashMap<>();

    private final CaseCell cell;

    RemediesCell(CaseCell cell) {
        this.cell = cell;
    }

    /** What the cell expects; of an entry that cannot be read nothing, which is noted. */
    ExpectedRemedies read() {
        List<Part> entries = cell.entries();
        if (entries.isEmpty()) {
            cell.invalid(cell.whole(), COLUMN, "must have a remedy between semicolons", Optional.empty());
        }
        boolean noOther = !entries.isEmpty() && isNone(entries.get(entries.size() - 1));
        for (Part entry : noOther ? entries.subList(0, entries.size() - 1) : entries) {
            Deque<Part> words = new ArrayDeque<>(entry.words());
            if (isNone(words.element())) {
                lonely(entry, words);
            } else if (entry.text().startsWith(CaseCell.NONE)) {
                words.addFirst(words.remove().after(CaseCell.NONE));
                unwanted(words).ifPresent(not -> refused.put(entry, not));
            } else if (words.element().text().equalsIgnoreCase(ExpectedRemedies.NOT)) {
                Part no = words.remove();
                if (words.isEmpty()) {
                    cell.invalid(no, COLUMN, "must be no and a kind, such as no GIFT", Optional.empty());
                } else {
                    unwanted(words).ifPresent(not -> refused.put(entry, not));
                }
            } else {
                wanted(words).ifPresent(wanted::add);
            }
        }
        refused.forEach((entry, not) -> {
            if (wanted.stream().anyMatch(not::covers)) {
                cell.invalid(entry, COLUMN, "must not ask for what must not come", Optional.empty());
            }
        });
        return new ExpectedRemedies(wanted, List.copyOf(refused.values()), noOther);
    }

    /** Notes what stands for nothing where it can not. */
    private void lonely(Part entry, Deque<Part> words) {
        if (words.size() == 1) {
            cell.invalid(entry, COLUMN, "must have - as the last entry, for no other remedy", Optional.empty());
        } else {
            String meant = ExpectedRemedies.NOT + entry.after(CaseCell.NONE).text();
            cell.invalid(
                    entry,
                    COLUMN,
                    "must begin with no for what must not come, not with - and a space",
                    Optional.of(meant));
        }
    }

    private Optional<ExpectedRemedy> unwanted(Deque<Part> words) {
        Optional<RemedyKind> kind = kind(words.remove());
        Optional<Component> component = component(words, kind);
        rest(words, "must be a kind and a component at most, for what must not come, such as no CREDIT GESTURE");
        return kind.map(known -> new ExpectedRemedy(known, component, Optional.empty(), Optional.empty()));
    }

    private Optional<ExpectedRemedy> wanted(Deque<Part> words) {
        Optional<RemedyKind> kind = kind(words.remove());
        Optional<Component> component = component(words, kind);
        Optional<Bounds> amount = amount(words, kind, component);
        Optional<Authority> authority = authority(words);
        rest(
                words,
                "must be a kind, a component, an amount, and by with a role, such as CREDIT GESTURE 5..10 by AGENT");
        return kind.map(known -> new ExpectedRemedy(known, component, amount, authority));
    }

    private Optional<RemedyKind> kind(Part word) {
        return cell.constant(word, RemedyKind.class, COLUMN + ".kind");
    }

    private Optional<Component> component(Deque<Part> words, Optional<RemedyKind> kind) {
        if (words.isEmpty()
                || isBy(words)
                || !Character.isLetter(words.element().text().codePointAt(0))) {
            return Optional.empty();
        }
        Part word = words.remove();
        String column = COLUMN + ".component";
        Optional<String> meant = misplaced(word);
        if (meant.isPresent()) {
            String allowed = "must be one of " + String.join(", ", CaseCell.names(Component.class));
            return cell.invalid(word, column, allowed, meant);
        }
        Optional<Component> component = cell.constant(word, Component.class, column);
        if (component.isPresent() && kind.isPresent() && !fits(kind.get(), component.get())) {
            String allowed = kind.get().isWords() ? "COMMUNICATION" : "ENTITLEMENT, RESTORATION or GESTURE";
            return cell.invalid(word, column, "must be " + allowed + " for " + kind.get(), Optional.empty());
        }
        return component;
    }

    private static boolean fits(RemedyKind kind, Component component) {
        return kind.isWords() == (component == Component.COMMUNICATION);
    }

    private Optional<Bounds> amount(Deque<Part> words, Optional<RemedyKind> kind, Optional<Component> component) {
        if (words.isEmpty() || isBy(words)) {
            return Optional.empty();
        }
        Part word = words.remove();
        String column = COLUMN + ".amount";
        if (kind.filter(RemedyKind::isWords).isPresent()) {
            return cell.invalid(word, column, "must be absent for words", Optional.empty());
        }
        return isNone(word)
                        && component
                                .filter(layer -> layer == Component.ENTITLEMENT)
                                .isPresent()
                ? cell.invalid(word, column, "must be known for ENTITLEMENT", Optional.empty())
                : cell.bounds(word, column, Bounds.NO_AMOUNT);
    }

    private Optional<Authority> authority(Deque<Part> words) {
        if (!isBy(words)) {
            return Optional.empty();
        }
        Part by = words.remove();
        String column = COLUMN + ".authority";
        return words.isEmpty()
                ? cell.invalid(by, column, "must be by and a role, such as by SUPERVISOR", Optional.empty())
                : cell.constant(words.remove(), Authority.class, column);
    }

    /** Notes words that are too many. */
    private void rest(Deque<Part> words, String allowed) {
        if (!words.isEmpty()) {
            cell.invalid(words.element(), COLUMN, allowed, misplaced(words.element()));
        }
    }

    /** How a kind or a role would be written that lacks what stands before it. */
    private static Optional<String> misplaced(Part word) {
        if (CaseCell.names(RemedyKind.class).contains(word.text())) {
            return Optional.of("; " + word.text());
        }
        return Optional.of("by " + word.text())
                .filter(role -> CaseCell.names(Authority.class).contains(word.text()));
    }

    private static boolean isBy(Deque<Part> words) {
        return !words.isEmpty() && words.element().text().equalsIgnoreCase("by");
    }

    private static boolean isNone(Part word) {
        return word.text().equals(CaseCell.NONE);
    }
}
