package org.recoveryrules.drools.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.InvalidPolicyException;

/** Gathers what is wrong with a policy, so that all of it is told at once. Confined to one thread. */
final class Diagnostics {
    private static final Comparator<Diagnostic> FILE_ORDER = Comparator.comparing(
            Diagnostic::place,
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column));

    private final String policy;
    private final List<Diagnostic> found = new ArrayList<>();

    Diagnostics(String policy) {
        this.policy = policy;
    }

    void add(String file, int line, int column, String code, String message) {
        found.add(new Diagnostic(Place.of(file, Math.max(line, 0)), Level.ERROR, code, message, ""));
    }

    /** The first of the lines that Drools names; 0 if it names none. */
    static int first(int[] lines) {
        return lines.length == 0 ? 0 : lines[0];
    }

    /** Throws what was gathered, if anything was. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidPolicyException(
                    policy, found.stream().sorted(FILE_ORDER).distinct().toList());
        }
    }
}
