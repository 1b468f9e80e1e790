package org.recoveryrules.testkit;

import java.net.URI;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Rule;

/** A policy of which everything is said beforehand. */
final class FakePolicy implements PolicyUnderTest {
    static final String RULE = "paradox.severe-failure";

    private final StubRecoveryAdvisor advisor = StubRecoveryAdvisor.in(CurrencyUnit.USD);
    private final List<PolicyCase> cases = new ArrayList<>();
    private final Map<String, Score> scores = new TreeMap<>();

    ParadoxAssessment lastAssessment =
            DecisionBuilder.in(CurrencyUnit.USD).build().paradox();
    boolean closed;

    StubRecoveryAdvisor advisor() {
        return advisor;
    }

    FakePolicy withCase(String sentence, int line, String failure) {
        cases.add(new PolicyCase(
                sentence,
                "paradox/barriers.cases.csv",
                line,
                URI.create("classpath:/policy/paradox/barriers.cases.csv"),
                () -> Optional.of(failure)
                        .filter(text -> !text.isEmpty())
                        .map(text -> "paradox/barriers.cases.csv:" + line + ": " + sentence + "\n"
                                + text.indent(2).stripTrailing())));
        return this;
    }

    FakePolicy withScore(String what, Score score) {
        scores.put(what, score);
        return this;
    }

    @Override
    public RecoveryDecision decide(FailureContext context) {
        return advisor.decide(context);
    }

    @Override
    public Policy policy() {
        return new Policy(
                new PolicyIdentity("web-shop", "3", "0".repeat(64)),
                CurrencyUnit.USD,
                Period.ofMonths(24),
                List.of(new Rule(RULE, "because", "source"), new Rule("remedy.apology", "because", "source")));
    }

    @Override
    public List<PolicyCase> policyCases() {
        return cases;
    }

    @Override
    public RuleOutcome fire(String rule, FailureContext context, ParadoxAssessment assessment) {
        lastAssessment = assessment;
        return new RuleOutcome(rule, List.of(), List.of());
    }

    @Override
    public List<Threshold> thresholds() {
        return List.of();
    }

    @Override
    public Score ruleCoverage() {
        return scores.get("rules");
    }

    @Override
    public Score boundaryCoverage() {
        return scores.get("boundaries");
    }

    @Override
    public Score mutation() {
        return scores.get("mutation");
    }

    @Override
    public void close() {
        closed = true;
    }
}
