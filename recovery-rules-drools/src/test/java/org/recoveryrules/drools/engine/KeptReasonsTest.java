package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.Severity;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.match.Cells;
import org.recoveryrules.drools.policy.CompiledPolicy;

class KeptReasonsTest {
    private static final ParadoxAssessment APPLIES = new ParadoxAssessment(Verdict.APPLIES, Set.of());
    /** Five situations. */
    private static final String SEVERE = "ServiceFailure( severity >= Severity.MINOR )";

    private final FailureContext minor = minor().build();
    private final FailureContext major = minor().severity(Severity.MAJOR).build();

    @Test
    void one_reason_serves_all_failures_of_a_situation() {
        CompiledPolicy policy = policy(SEVERE);
        KeptReasons reasons = reasons(policy, 5);

        Reason first = of(reasons, policy, minor);

        assertThat(first).isEqualTo(policy.rules().get("test.rule").reason(minor, APPLIES));
        assertThat(of(reasons, policy, minor().champion(true).build())).isSameAs(first);
        assertThat(of(reasons, policy, major))
                .isEqualTo(policy.rules().get("test.rule").reason(major, APPLIES));
        assertThat(of(reasons, policy, minor)).isSameAs(first);
    }

    @Test
    void of_more_situations_than_a_few_none_is_kept() {
        CompiledPolicy policy = policy(SEVERE);
        KeptReasons reasons = reasons(policy, 4);

        Reason first = of(reasons, policy, minor);

        assertThat(of(reasons, policy, minor)).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void of_a_rule_that_tells_numbers_none_is_kept() {
        CompiledPolicy policy = policy("Claim( compensatedClaims >= 0 )");
        KeptReasons reasons = reasons(policy, 1_000);

        assertThat(of(reasons, policy, minor().compensatedClaims(7).build()).facts())
                .containsExactly(Map.entry("claim.compensatedClaims", 7));
        assertThat(of(reasons, policy, minor().compensatedClaims(8).build()).facts())
                .containsExactly(Map.entry("claim.compensatedClaims", 8));
    }

    private static KeptReasons reasons(CompiledPolicy policy, int few) {
        return new KeptReasons(policy.rules().get("test.rule"), policy.declared(), few);
    }

    private static Reason of(KeptReasons reasons, CompiledPolicy policy, FailureContext context) {
        Cells before = policy.declared().see(context);
        return reasons.of(context, APPLIES, policy.declared().see(before, APPLIES));
    }

    private static CompiledPolicy policy(String condition) {
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(Policies.rule("test.rule", condition, "findings.review();"))
                .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Policies.compiled(files);
    }
}
