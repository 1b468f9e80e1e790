package org.recoveryrules.drools.syntax;

import java.util.List;
import java.util.stream.Stream;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Span;

/** What must hold of the fields of one fact. */
public sealed interface Constraint {
    /** Where it stands. */
    Span span();

    /** The comparisons in it, in the order of the file. */
    Stream<Comparison> comparisons();

    /**
     * One of several, {@code a || b}.
     *
     * @param alternatives two or more
     * @param span where it stands
     */
    record Or(List<Constraint> alternatives, Span span) implements Constraint {
        @Override
        public Stream<Comparison> comparisons() {
            return alternatives.stream().flatMap(Constraint::comparisons);
        }
    }

    /**
     * All of several, {@code a && b}.
     *
     * @param parts two or more
     * @param span where it stands
     */
    record And(List<Constraint> parts, Span span) implements Constraint {
        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Constraint::comparisons);
        }
    }

    /**
     * The opposite, {@code !( a )}.
     *
     * @param negated what must not hold
     * @param span where it stands
     */
    record Negation(Constraint negated, Span span) implements Constraint {
        @Override
        public Stream<Comparison> comparisons() {
            return negated.comparisons();
        }
    }

    /**
     * A field against constants, {@code severity >= Severity.MAJOR}; a field alone is compared with true.
     *
     * @param field the field
     * @param operator how it is compared
     * @param values one constant; of {@link Operator#IN} and {@link Operator#NOT_IN} one or more
     * @param span where it stands
     */
    record Comparison(Name field, Operator operator, List<Constant> values, Span span) implements Constraint {
        @Override
        public Stream<Comparison> comparisons() {
            return Stream.of(this);
        }
    }
}
