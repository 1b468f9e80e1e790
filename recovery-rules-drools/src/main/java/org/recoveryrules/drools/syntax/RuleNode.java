package org.recoveryrules.drools.syntax;

import java.util.List;
import java.util.Optional;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Span;

/**
 * A rule as read: as much of it as could be understood.
 *
 * @param name its name; where it has none, an empty text at the place of it
 * @param annotations what stands between name and condition
 * @param conditions what must hold, all of it
 * @param consequence what it finds
 * @param headerWhole whether what stands between name and condition could be understood
 * @param whole whether all of it could be understood
 * @param span from its first to its last word
 */
public record RuleNode(
        Name name,
        List<Annotation> annotations,
        List<Condition> conditions,
        Optional<Call> consequence,
        boolean headerWhole,
        boolean whole,
        Span span) {
    /**
     * An annotation, {@code @because( "text" )}.
     *
     * @param name its name without the sign
     * @param text its text
     */
    public record Annotation(Name name, Name text) {}

    /** This rule, with annotations that were found where they do not belong. */
    RuleNode withHeaderElsewhere() {
        return new RuleNode(name, annotations, conditions, consequence, false, false, span);
    }

    /** This rule under other conditions. */
    public RuleNode when(List<Condition> others) {
        return new RuleNode(name, annotations, others, consequence, headerWhole, whole, span);
    }

    /** This rule with another consequence. */
    public RuleNode concluding(Call other) {
        return new RuleNode(name, annotations, conditions, Optional.of(other), headerWhole, whole, span);
    }

    /** Whether its condition names a type of fact. */
    public boolean reads(String factType) {
        return conditions.stream()
                .flatMap(Condition::facts)
                .anyMatch(fact -> fact.type().text().equals(factType));
    }

    /** The text of the first annotation of a name. */
    public Optional<Name> annotation(String annotationName) {
        return annotations.stream()
                .filter(annotation -> annotation.name().text().equals(annotationName))
                .map(Annotation::text)
                .findFirst();
    }
}
