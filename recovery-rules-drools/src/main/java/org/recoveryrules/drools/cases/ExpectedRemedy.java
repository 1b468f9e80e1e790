package org.recoveryrules.drools.cases;

import java.util.Optional;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.RemedyKind;

/**
 * A remedy that is expected, or that must not come; what is left out can be anything.
 *
 * @param kind what it is
 * @param component the layer to which it belongs
 * @param amount what it may be worth
 * @param authority who may grant it
 */
record ExpectedRemedy(
        RemedyKind kind, Optional<Component> component, Optional<Bounds> amount, Optional<Authority> authority) {
    boolean fits(Remedy remedy) {
        return isLike(remedy)
                && amount.filter(bounds -> !bounds.fits(remedy.amount())).isEmpty()
                && authority.filter(role -> role != remedy.authority()).isEmpty();
    }

    /** Whether a remedy is of this kind and component, whatever it is worth. */
    boolean isLike(Remedy remedy) {
        return kind == remedy.kind()
                && component.filter(layer -> layer != remedy.component()).isEmpty();
    }

    /** Whether everything that another one fits is like this one; words are of one component. */
    boolean covers(ExpectedRemedy other) {
        return kind == other.kind && (kind.isWords() || component.isEmpty() || component.equals(other.component));
    }

    /** As a table spells it: {@code CREDIT GESTURE 5.00..10.00 by SUPERVISOR}. */
    String words() {
        return kind
                + component.map(layer -> " " + layer).orElse("")
                + amount.map(bounds -> " " + bounds.words()).orElse("")
                + authority.map(role -> " by " + role).orElse("");
    }

    /** A remedy as a table spells it; words are of one component, and they and what is owed are free for everybody. */
    static String words(Remedy remedy) {
        boolean free = remedy.kind().isWords() || remedy.component() == Component.ENTITLEMENT;
        return wordsWithoutAuthority(remedy) + (free ? "" : " by " + remedy.authority());
    }

    /** A remedy as a table spells it where it does not matter who may grant it. */
    static String wordsWithoutAuthority(Remedy remedy) {
        String layered = remedy.kind() + " " + remedy.component() + " ";
        return remedy.kind().isWords()
                ? remedy.kind().name()
                : layered + remedy.amount().map(Bounds::words).orElse(CaseCell.NONE);
    }
}
