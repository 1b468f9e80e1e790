package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
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
        this.document = new JsonReading(
                Optional.of(currency),
                (code, span, path, message, hint) -> faults.faults()
                        .add(span.map(faults.source()::place).orElseGet(this::file), code, path + " " + message, hint));
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
        List<CaseObject> objects = new ArrayList<>();
        for (JsonValue element : list.elements()) {
            if (element instanceof Members object) {
                objects.add(new CaseObject(object, rules, currency, faults));
            } else {
                document.refuse(element, "a case", "an object of case, context and expected");
            }
        }
        return cases(objects);
    }

    private List<Case> cases(List<CaseObject> objects) {
        Map<String, Integer> lines = new HashMap<>();
        objects.forEach(object -> lines.putIfAbsent(object.sentence(), line(object.place())));
        Bases<StatedContext> bases = new Bases<>(lines);
        List<Case> cases = new ArrayList<>();
        for (CaseObject object : objects) {
            object.read(bases).ifPresent(cases::add);
            faults.faults().addAll(object.faults().all());
        }
        return cases;
    }

    private int line(Span span) {
        return faults.source().line(span.start());
    }

    private Place file() {
        return Place.of(faults.source().file());
    }
}
