package org.recoveryrules.drools.syntax;

/** How a field is compared. */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    IN("in"),
    NOT_IN("not in"),
    CONTAINS("contains"),
    NOT_CONTAINS("not contains");

    private final String written;

    Operator(String written) {
        this.written = written;
    }

    /** The operator as it stands in a rule. */
    @Override
    public String toString() {
        return written;
    }
}
