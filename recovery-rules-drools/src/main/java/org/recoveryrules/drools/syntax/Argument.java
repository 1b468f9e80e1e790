package org.recoveryrules.drools.syntax;

import java.util.List;
import org.recoveryrules.drools.files.Span;

/** What a call is given. */
public sealed interface Argument permits Constant, Argument.AmountSpelled {
    /** Where it stands. */
    Span span();

    /**
     * An amount, {@code Amount.percentOfPrice( 80 ).atLeast( "25" )}.
     *
     * @param steps the factory and then the bounds
     * @param span where it stands
     */
    record AmountSpelled(List<Call> steps, Span span) implements Argument {}
}
