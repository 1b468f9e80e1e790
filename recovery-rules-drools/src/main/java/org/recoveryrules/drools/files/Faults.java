package org.recoveryrules.drools.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

/** Gathers what is wrong with a policy, so that all of it is told at once. Confined to one thread. */
public final class Faults {
    private static final Comparator<Diagnostic> FILE_ORDER = Comparator.comparing(
            Diagnostic::place,
            Comparator.comparing(Place::file)
                    .thenComparing(Place::sheet)
                    .thenComparingInt(Place::line)
                    .thenComparingInt(Place::column));

    private final List<Diagnostic> found = new ArrayList<>();

    /** Notes a fault without a hint. */
    public void add(Place place, Code code, String message) {
        add(place, code, message, "");
    }

    /** Notes a fault. */
    public void add(Place place, Code code, String message, String hint) {
        found.add(new Diagnostic(place, code.level(), code.toString(), message, hint));
    }

    /** Notes what others found. */
    public void addAll(List<Diagnostic> others) {
        found.addAll(others);
    }

    /** Everything that was noted, in file order. */
    public List<Diagnostic> all() {
        return found.stream().sorted(FILE_ORDER).distinct().toList();
    }

    /** The errors, in file order. */
    public List<Diagnostic> errors() {
        return all().stream().filter(fault -> fault.level() == Level.ERROR).toList();
    }
}
