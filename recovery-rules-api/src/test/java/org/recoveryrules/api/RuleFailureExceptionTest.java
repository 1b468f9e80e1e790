package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.DIGEST;

import org.junit.jupiter.api.Test;

class RuleFailureExceptionTest {
    private static final Throwable CAUSE = new ArithmeticException("by zero");

    @Test
    void it_names_the_rule_and_the_digest_of_the_context() {
        RuleFailureException exception = new RuleFailureException("remedy.apology", DIGEST, CAUSE);
        assertThat(exception)
                .hasMessage("rule 'remedy.apology' failed on context " + DIGEST)
                .hasCause(CAUSE);
        assertThat(exception.rule()).isEqualTo("remedy.apology");
        assertThat(exception.contextDigest()).isEqualTo(DIGEST);
    }

    @Test
    void it_needs_a_rule_a_digest_and_a_cause() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleFailureException(" ", DIGEST, CAUSE))
                .withMessage("rule must not be blank, but was ' '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleFailureException(null, DIGEST, CAUSE))
                .withMessage("rule must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleFailureException("remedy.apology", null, CAUSE))
                .withMessage("contextDigest must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleFailureException("remedy.apology", "not a digest", CAUSE))
                .withMessage("contextDigest must be 64 hexadecimal digits in lower case, but was 'not a digest'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleFailureException("remedy.apology", DIGEST, null))
                .withMessage("cause must be given, but was null");
    }
}
