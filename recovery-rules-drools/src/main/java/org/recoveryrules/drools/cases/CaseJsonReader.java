package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.json.JsonReading;
import org.recoveryrules.drools.json.JsonValue;
import org.recoveryrules.drools.json.JsonValue.Array;
import org.recoveryrules.drools.json.JsonValue.Members;
import org.recoveryrules.drools.json.StatedContext;

/** Reads a list of cases in JSON: all that is wrong with it, and every case with which nothing is. */
final class CaseJsonReader {
    private static final String WHOLE = "this file";

    private final FaultsInText faults;
    private final Set<String> rules;
    private final CurrencyUnit currency;
    private final JsonReading document;

    CaseJsonReader(FaultsInText faults, Set<String> rules, CurrencyUnit currency) {
        this.faults = faults;
        this.rules = rules;
        this.currency = currency;
        this.document = new JsonReading(Optional.of(currency), this::note);
    }

    private void note(Code code, Optional<Span> span, String path, String message, String hint) {
        String told = path + " " + message;
        span.ifPresentOrElse(
                place -> faults.add(place, code, told, hint),
                () -> faults.faults().add(file(), code, told, hint));
    }

    List<Case> read() {
        return document.value(faults.source().text(), WHOLE).map(this::cases).orElse(List.of());
    }

    private List<Case> cases(JsonValue value) {
        if (!(value instanceof Array list)) {
            document.refuse(value, WHOLE, "a list of cases");
            return List.of();
        }
        if (list.elements().isEmpty()) {
            faults.faults().add(file(), Code.CASES_EMPTY, "there is no case in this file");
        }
        Bases<StatedContext> bases = new Bases<>(lines(list));
        List<Case> cases = new ArrayList<>();
        for (JsonValue element : list.elements()) {
            if (faults.faults().isEnough(file().file(), Level.ERROR)) {
                break;
            } else if (element instanceof Members object) {
                CaseObject read = new CaseObject(object, rules, currency, faults);
                read.read(bases).ifPresent(cases::add);
                faults.faults().addAll(read.faults().all());
            } else {
                document.refuse(element, "a case", "an object of case, context and expected");
            }
        }
        return cases;
    }

    /** The line of the first case with each sentence. */
    private Map<String, Integer> lines(Array list) {
        Map<String, Integer> lines = new HashMap<>();
        for (JsonValue element : list.elements()) {
            if (element instanceof Members object) {
                CaseObject.sentence(object)
                        .ifPresent(text -> lines.putIfAbsent(
                                CaseHeader.sentence(text.text()),
                                faults.source().line(text.span().start())));
            }
        }
        return lines;
    }

    private Place file() {
        return Place.of(faults.source().file());
    }
}
