package org.recoveryrules.drools.syntax;

import java.util.List;
import java.util.stream.Stream;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Span;

/** What must hold of the facts of a decision. */
public sealed interface Condition {
    /** Where it stands. */
    Span span();

    /** The facts in it, in the order of the file. */
    Stream<Fact> facts();

    /**
     * One fact and what must hold of it.
     *
     * @param type its type
     * @param constraints what must hold of it, all of it
     * @param span where it stands
     */
    record Fact(Name type, List<Constraint> constraints, Span span) implements Condition {
        @Override
        public Stream<Fact> facts() {
            return Stream.of(this);
        }
    }

    /**
     * One of several, {@code ( A() or B() )}.
     *
     * @param conditions two or more
     * @param span where it stands
     */
    record AnyOf(List<Condition> conditions, Span span) implements Condition {
        @Override
        public Stream<Fact> facts() {
            return conditions.stream().flatMap(Condition::facts);
        }
    }

    /**
     * All of several, {@code ( A() and B() )}.
     *
     * @param conditions two or more
     * @param span where it stands
     */
    record AllOf(List<Condition> conditions, Span span) implements Condition {
        @Override
        public Stream<Fact> facts() {
            return conditions.stream().flatMap(Condition::facts);
        }
    }

    /**
     * No such fact, {@code not A()}.
     *
     * @param condition what must not hold
     * @param span where it stands
     */
    record NoneOf(Fact condition, Span span) implements Condition {
        @Override
        public Stream<Fact> facts() {
            return condition.facts();
        }
    }
}
