package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

class InvalidPolicyExceptionTest {
    private static final Diagnostic SYNTAX =
            new Diagnostic(new Place("a.drl", "", 3, 7, 3, 8, ""), Level.ERROR, "syntax", "unexpected token", "");
    private static final Diagnostic NAME = new Diagnostic(Place.of("b.drl"), Level.ERROR, "name", "no such topic", "");

    @Test
    void it_tells_all_that_is_wrong() {
        assertThat(new InvalidPolicyException("standard", List.of(SYNTAX, NAME)))
                .hasMessage("policy standard cannot be used:\n"
                        + "  a.drl:3:7: error[syntax]: unexpected token\n"
                        + "  b.drl: error[name]: no such topic");
    }

    @Test
    void diagnostics_are_copied_in_the_given_order() {
        List<Diagnostic> given = new ArrayList<>(List.of(NAME, SYNTAX));
        InvalidPolicyException exception = new InvalidPolicyException("standard", given);
        given.clear();
        assertThat(exception.diagnostics()).containsExactly(NAME, SYNTAX).isUnmodifiable();
    }

    @Test
    void it_needs_a_policy_and_diagnostics() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvalidPolicyException(" ", List.of(SYNTAX)))
                .withMessage("policy must not be blank, but was ' '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvalidPolicyException(null, List.of(SYNTAX)))
                .withMessage("policy must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvalidPolicyException("standard", null))
                .withMessage("diagnostics must be given, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvalidPolicyException("standard", List.of()))
                .withMessage("diagnostics must not be empty, but was []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvalidPolicyException("standard", Arrays.asList(SYNTAX, null)))
                .withMessage("diagnostics[1] must be given, but was null");
    }
}
