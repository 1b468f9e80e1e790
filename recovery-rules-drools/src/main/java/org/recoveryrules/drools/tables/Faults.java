package org.recoveryrules.drools.tables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

/** Gathers what is wrong with a table, so that all of it is told at once. Confined to one thread. */
final class Faults {
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    void add(Place place, String code, String message, String hint) {
        found.add(new Diagnostic(place, Level.ERROR, code, message, hint));
    }

    void addAll(List<Diagnostic> others) {
        found.addAll(others);
    }

    List<Diagnostic> list() {
        return List.copyOf(found);
    }
}
