package org.recoveryrules.drools.mutation;

import java.util.Optional;

/**
 * A mistake that no case notices.
 *
 * @param mutant the mistake
 * @param noticing the case that would notice it; nothing where none was found, so that the mistake may well be none
 */
public record Survivor(Mutant mutant, Optional<NoticingCase> noticing) {
    /** The mistake, and beneath it the case that would notice it. */
    @Override
    public String toString() {
        return mutant
                + noticing.map(one -> "\n    " + one.header() + "\n    " + one.line())
                        .orElse("\n    no case was found that would notice");
    }
}
