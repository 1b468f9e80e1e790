package org.recoveryrules.drools.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.files.Span;

/** What is wrong with the text of a context. */
final class FaultList implements JsonReading.Faults {
    /** Enough for a person, and a document that is nothing but faults does not fill the memory. */
    private static final int MOST = 100;

    private final List<Fault> faults = new ArrayList<>();
    private final String text;
    private Optional<SourceText> lines = Optional.empty();

    FaultList(String text) {
        this.text = text;
    }

    @Override
    public void add(Code code, Optional<Span> span, String path, String message, String hint) {
        if (faults.size() < MOST) {
            Optional<Place> place = span.map(stretch -> lines().place(stretch));
            faults.add(new Fault(
                    place.map(Place::line).orElse(0),
                    place.map(Place::column).orElse(0),
                    path,
                    hint.isEmpty() ? message : message + "; " + hint));
        }
    }

    List<Fault> all() {
        return faults;
    }

    /** Most texts have no fault and need none. */
    private SourceText lines() {
        if (lines.isEmpty()) {
            lines = Optional.of(new SourceText(StatedContext.PATH, text));
        }
        return lines.get();
    }
}
