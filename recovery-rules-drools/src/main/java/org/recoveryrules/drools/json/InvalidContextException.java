package org.recoveryrules.drools.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A JSON document that is no failure context. The message tells all that is wrong with it. */
public final class InvalidContextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Fault> faults;

    InvalidContextException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = new ArrayList<>(faults);
    }

    /** A document that is wrong as a whole. */
    InvalidContextException(String message) {
        this(List.of(new Fault(0, 0, StatedContext.PATH, message)));
    }

    /**
     * All that is wrong.
     *
     * @return all faults, in the order of the document, inputs that are missing last; not empty
     */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }
}
