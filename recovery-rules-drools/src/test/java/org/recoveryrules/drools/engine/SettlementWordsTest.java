package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.RemedyKind.REFUND;
import static org.recoveryrules.drools.Contexts.usd;
import static org.recoveryrules.drools.engine.Settling.context;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.rules.Amount;

/** What the settlement says among the reasons. */
class SettlementWordsTest {
    private static final String RULE = """
            package org.example.policy.test;
            global org.recoveryrules.drools.rules.Findings findings;
            rule "test.rule"
                @because( "so it is" )
                @source( "chosen" )
            when
            then
                findings.review();
            end
            """;

    @Test
    void are_those_of_policy_properties_where_it_has_some_and_the_built_in_ones_elsewhere() {
        CompiledPolicy policy = Policies.compiled(Map.of(
                "policy.properties",
                bytes("name=test\nversion=1\ncurrency=USD\nsettlement.owed = schon dein"),
                "test/rule.drl",
                bytes(RULE)));

        RecoveryDecision decision = Consequence.settle(
                context().entitlement(REFUND, usd("30"), "EU261").build(),
                List.of(new Consequence(
                        "test.rule", findings -> findings.offer(REFUND, RESTORATION, Amount.percentOfPrice(100)))),
                policy.settlement());

        assertThat(decision.reasons())
                .extracting(Reason::rule, Reason::because, Reason::source)
                .containsExactly(
                        tuple(
                                "settlement.entitlement",
                                "this is owed to you by law or by contract, so you get it in full, whatever else we"
                                        + " agree on",
                                "the settlement of recovery-rules"),
                        tuple("settlement.owed", "schon dein", "the settlement of recovery-rules"),
                        tuple("test.rule", "because of test.rule", "source of test.rule"));
    }

    @Test
    void are_there_for_everything_that_it_notes() {
        Map<String, Rule> words = Policies.compiled(Map.of(
                        "policy.properties", bytes("name=test\nversion=1\ncurrency=USD"), "test/rule.drl", bytes(RULE)))
                .settlement();

        assertThat(words)
                .containsOnlyKeys(
                        SettlementNotes.ENTITLEMENT,
                        SettlementNotes.OWED,
                        SettlementNotes.PRICE,
                        SettlementNotes.CAP,
                        SettlementNotes.LIMIT,
                        SettlementNotes.REFUSAL);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
