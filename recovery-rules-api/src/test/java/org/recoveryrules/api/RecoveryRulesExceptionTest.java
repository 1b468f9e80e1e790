package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.api.Examples.DIGEST;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryRulesExceptionTest {
    @Test
    void it_is_unchecked_and_there_are_exactly_four_kinds() {
        assertThat(RecoveryRulesException.class).isAbstract().hasSuperclass(RuntimeException.class);
        assertThat(RecoveryRulesException.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        InvalidPolicyException.class,
                        RuleFailureException.class,
                        BudgetExceededException.class,
                        DeadlineExceededException.class);
    }

    @Test
    void an_invalid_policy_survives_serialization() throws IOException, ClassNotFoundException {
        List<Diagnostic> diagnostics = List.of(new Diagnostic(
                Diagnostic.Place.of("a.drl", 1), Diagnostic.Level.ERROR, "syntax", "unexpected token", ""));
        InvalidPolicyException sent = new InvalidPolicyException("standard", diagnostics);
        InvalidPolicyException received = sentAndReceived(sent);
        assertThat(received).hasMessage(sent.getMessage());
        assertThat(received.diagnostics()).isEqualTo(diagnostics);
    }

    @Test
    void a_rule_failure_survives_serialization() throws IOException, ClassNotFoundException {
        RuleFailureException sent =
                new RuleFailureException("remedy.apology", DIGEST, new ArithmeticException("by zero"));
        RuleFailureException received = sentAndReceived(sent);
        assertThat(received).hasMessage(sent.getMessage()).cause().isExactlyInstanceOf(ArithmeticException.class);
        assertThat(received.rule()).isEqualTo("remedy.apology");
        assertThat(received.contextDigest()).isEqualTo(DIGEST);
    }

    @Test
    void an_exceeded_budget_survives_serialization() throws IOException, ClassNotFoundException {
        BudgetExceededException sent = new BudgetExceededException(1000, List.of("a.first", "b.second"));
        BudgetExceededException received = sentAndReceived(sent);
        assertThat(received).hasMessage(sent.getMessage());
        assertThat(received.budget()).isEqualTo(1000);
        assertThat(received.rules()).containsExactly("a.first", "b.second");
    }

    @Test
    void an_exceeded_deadline_survives_serialization() throws IOException, ClassNotFoundException {
        DeadlineExceededException sent = new DeadlineExceededException(Duration.ofSeconds(1), List.of("a.first"));
        DeadlineExceededException received = sentAndReceived(sent);
        assertThat(received).hasMessage(sent.getMessage());
        assertThat(received.deadline()).isEqualTo(Duration.ofSeconds(1));
        assertThat(received.rules()).containsExactly("a.first");
    }

    @SuppressWarnings("unchecked")
    private static <E extends RecoveryRulesException> E sentAndReceived(E exception)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (E) in.readObject();
        }
    }
}
