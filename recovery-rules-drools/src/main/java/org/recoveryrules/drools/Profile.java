package org.recoveryrules.drools;

/** How much of DRL the rule files of a policy may use. Chosen by the embedder, never by the policy. */
public enum Profile {
    /**
     * Conditions compare fields with constants, consequences are one call on {@code findings} with constant arguments.
     * Nothing else is compiled or evaluated, so such a policy runs no foreign code and always comes to an end. Default
     * for every policy that does not come from the class path.
     */
    DECLARATIVE,
    /**
     * All that Drools takes: rule files are code and must be reviewed as such. Default for a policy on the class path,
     * which was built together with the program.
     */
    TRUSTED
}
