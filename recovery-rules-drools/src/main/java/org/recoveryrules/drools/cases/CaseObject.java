package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.json.JsonReading;
import org.recoveryrules.drools.json.JsonValue;
import org.recoveryrules.drools.json.JsonValue.Members;
import org.recoveryrules.drools.json.JsonValue.Text;
import org.recoveryrules.drools.json.StatedContext;

/** One case in JSON, with faults of its own: each of its parts is read, whatever is wrong with the others. */
final class CaseObject {
    private static final String EXPECTED = "expected";
    private static final List<String> KEYS =
            List.of(CaseHeader.SENTENCE, CaseHeader.BASE, StatedContext.PATH, EXPECTED);

    private final FaultsInText found;
    private final Members object;
    private final Set<String> rules;
    private final CurrencyUnit currency;
    private final JsonReading document;
    private final Map<String, JsonValue> parts = new HashMap<>();

    /** The names that are there, or were probably meant. */
    private final Set<String> given;

    /**
     * A case.
     *
     * @param object the case
     * @param rules the ids of the rules in the rule file
     * @param currency the currency of its money
     * @param file where the file's own faults are noted
     */
    CaseObject(Members object, Set<String> rules, CurrencyUnit currency, FaultsInText file) {
        this.found = new FaultsInText(file.source(), new Faults());
        this.object = object;
        this.rules = rules;
        this.currency = currency;
        this.document = new JsonReading(
                Optional.of(currency),
                (code, span, path, message, hint) ->
                        found.add(span.orElseGet(() -> span(StatedContext.PATH)), code, path + " " + message, hint));
        this.given = document.members(object, "", KEYS, parts::put);
    }

    /** All that is wrong with it. */
    Faults faults() {
        return found.faults();
    }

    /** The sentence of a case before it is read; nothing if it has none. */
    static Optional<Text> sentence(Members object) {
        return object.members().stream()
                .filter(member -> member.name().text().equals(CaseHeader.SENTENCE))
                .findFirst()
                .flatMap(member -> member.value() instanceof Text text ? Optional.of(text) : Optional.empty());
    }

    /** Its sentence in one line; empty if it has none. */
    private String sentence() {
        return sentence(CaseHeader.SENTENCE);
    }

    /** Where it stands: its sentence tells it from others. */
    private Span place() {
        return span(CaseHeader.SENTENCE);
    }

    /** The case; nothing if something is wrong with it, or if no case of the file can be run. */
    Optional<Case> read(Bases<StatedContext> bases) {
        checkSentence(bases);
        List<Expected> expected = expected();
        Optional<FailureContext> context = context(bases);
        return context.isPresent() && faults().errors().isEmpty() && !rules.isEmpty()
                ? Optional.of(new Case(sentence(), found.source().place(place()), context.get(), expected))
                : Optional.empty();
    }

    private void checkSentence(Bases<StatedContext> bases) {
        requireText(CaseHeader.SENTENCE);
        requireText(CaseHeader.BASE);
        if (isAbsentOrText(CaseHeader.SENTENCE)) {
            bases.checkSentence(sentence(), place(), found);
        }
    }

    private void requireText(String key) {
        JsonValue value = parts.get(key);
        if (value != null && !(value instanceof Text)) {
            document.refuse(value, key, "a sentence");
        }
    }

    private boolean isAbsentOrText(String key) {
        return parts.containsKey(key) ? parts.get(key) instanceof Text : !given.contains(key);
    }

    private Optional<FailureContext> context(Bases<StatedContext> bases) {
        Optional<StatedContext> stated = parts.containsKey(StatedContext.PATH)
                ? StatedContext.of(parts.get(StatedContext.PATH), document)
                : Optional.of(StatedContext.NOTHING).filter(nothing -> !given.contains(StatedContext.PATH));
        Optional<StatedContext> both = base(bases).flatMap(base -> stated.map(context -> context.over(base)));
        Optional<FailureContext> context = both.flatMap(known -> known.build(document));
        bases.add(sentence(), context.flatMap(sound -> both));
        return context;
    }

    private Optional<StatedContext> base(Bases<StatedContext> bases) {
        if (!given.contains(CaseHeader.BASE)) {
            return Optional.of(StatedContext.NOTHING);
        }
        return parts.get(CaseHeader.BASE) instanceof Text
                ? bases.find(sentence(CaseHeader.BASE), sentence(), span(CaseHeader.BASE), found)
                : Optional.empty();
    }

    private List<Expected> expected() {
        Map<String, JsonValue> values = new HashMap<>();
        boolean none = !given.contains(EXPECTED);
        if (parts.get(EXPECTED) instanceof Members members) {
            none = members.members().isEmpty();
            document.members(members, EXPECTED, ExpectedColumns.NAMES, values::put);
        } else if (parts.containsKey(EXPECTED)) {
            document.refuse(parts.get(EXPECTED), EXPECTED, "an object of what is expected, such as \"verdict\"");
        }
        if (none) {
            String message = "a case needs something that it expects of its decision";
            String hint = "write the rules that fire, or [] if none of this file's rules does";
            found.add(span(EXPECTED), Code.CASE_EXPECTATION_MISSING, message, hint);
        }
        List<Expected> expected = new ArrayList<>();
        ExpectedColumns.NAMES.stream()
                .filter(values::containsKey)
                .flatMap(column -> expected(column, values.get(column)).stream())
                .forEach(expected::add);
        return expected;
    }

    private Optional<Expected> expected(String column, JsonValue value) {
        Optional<CellText> text = CellText.of(column, value, found.source().text(), document);
        // Without a rule file there is no rule that could be meant.
        return text.filter(cell -> !column.equals(Case.RULES) || !rules.isEmpty())
                .map(cell -> new CaseCell(column, cell.text(), cell, currency, found))
                .flatMap(cell -> ExpectedColumns.read(column, cell, rules));
    }

    private String sentence(String key) {
        return parts.get(key) instanceof Text text ? CaseHeader.sentence(text.text()) : "";
    }

    /** Where a part stands; the case, if it is not there. */
    private Span span(String key) {
        return parts.getOrDefault(key, object).span();
    }
}
