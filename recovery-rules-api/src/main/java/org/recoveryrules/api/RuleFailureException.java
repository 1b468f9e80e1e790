package org.recoveryrules.api;

/** A rule that threw. There is no decision; the next one is unharmed. */
public final class RuleFailureException extends RecoveryRulesException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String contextDigest;

    /**
     * Names the rule that threw.
     *
     * @param rule the rule's id
     * @param contextDigest {@link FailureContext#digest()}, so that the case can be found without telling its data
     * @param cause what the rule threw
     * @throws IllegalArgumentException if an argument is null, the id is blank or the digest is not one
     */
    public RuleFailureException(String rule, String contextDigest, Throwable cause) {
        super(
                "rule '" + Require.text(rule, "rule") + "' failed on context "
                        + Require.digest(contextDigest, "contextDigest"),
                Require.given(cause, "cause"));
        this.rule = rule;
        this.contextDigest = contextDigest;
    }

    /**
     * The rule that threw.
     *
     * @return its id
     */
    public String rule() {
        return rule;
    }

    /**
     * What it threw on, without telling its data.
     *
     * @return {@link FailureContext#digest()}
     */
    public String contextDigest() {
        return contextDigest;
    }
}
