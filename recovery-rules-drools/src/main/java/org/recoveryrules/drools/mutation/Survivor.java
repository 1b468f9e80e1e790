package org.recoveryrules.drools.mutation;

import java.util.Optional;

/**
 * A mistake that no case noticed.
 *
 * @param mutant the mistake
 * @param noticing the lines of a table with a case that would notice it; nothing where none was found
 */
public record Survivor(Mutant mutant, Optional<String> noticing) {}
