package org.recoveryrules.drools.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.cases.CsvScanner.Cell;

/** Gathers what is wrong with one table. */
final class Faults {
    private static final Comparator<Place> FILE_ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    private final List<Diagnostic> found = new ArrayList<>();
    private final SourceText source;

    Faults(SourceText source) {
        this.source = source;
    }

    /** Notes an error from an offset to the one after its last character. */
    void error(int start, int end, String code, String message, String hint) {
        add(source.place(start, end), Level.ERROR, code, message, hint);
    }

    void error(Cell cell, String code, String message, String hint) {
        error(cell.start(), cell.end(), code, message, hint);
    }

    void error(List<Cell> row, String code, String message, String hint) {
        error(row.get(0).start(), row.get(row.size() - 1).end(), code, message, hint);
    }

    void add(Place place, Level level, String code, String message, String hint) {
        found.add(new Diagnostic(place, level, code, message, hint));
    }

    long errors() {
        return found.stream().filter(fault -> fault.level() == Level.ERROR).count();
    }

    List<Diagnostic> inFileOrder() {
        return found.stream()
                .sorted(Comparator.comparing(Diagnostic::place, FILE_ORDER))
                .toList();
    }
}
