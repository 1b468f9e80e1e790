package org.recoveryrules.drools.tables;

import java.io.Serial;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

/** A fault that ends the reading of a table; it goes no further than {@link DecisionTable}. */
final class FaultyTableException extends RuntimeException {
    static final String UNREADABLE = "table-unreadable";
    static final String TOO_LARGE = "table-too-large";

    @Serial
    private static final long serialVersionUID = 1L;

    private final Diagnostic diagnostic;

    FaultyTableException(Place place, String code, String message, String hint) {
        super(message);
        this.diagnostic = new Diagnostic(place, Level.ERROR, code, message, hint);
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
