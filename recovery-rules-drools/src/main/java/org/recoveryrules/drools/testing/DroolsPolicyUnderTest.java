package org.recoveryrules.drools.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.CaseTable;
import org.recoveryrules.drools.cases.ComparisonCoverage;
import org.recoveryrules.drools.cases.Gap;
import org.recoveryrules.drools.cases.RuleCoverage;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.check.Obstacles;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.live.PolicyVersion;
import org.recoveryrules.drools.mutation.MutationRun;
import org.recoveryrules.drools.mutation.Survivors;
import org.recoveryrules.drools.policy.PolicyRule;
import org.recoveryrules.testkit.PolicyCase;
import org.recoveryrules.testkit.PolicyUnderTest;
import org.recoveryrules.testkit.RuleOutcome;
import org.recoveryrules.testkit.Score;
import org.recoveryrules.testkit.Threshold;

/** A policy of Drools, as the test kit asks about it. */
final class DroolsPolicyUnderTest implements PolicyUnderTest {
    private final PolicyVersion version;
    private final Function<String, URI> location;
    private Optional<CaseRun> cached = Optional.empty();

    DroolsPolicyUnderTest(PolicyVersion version, Function<String, URI> location) {
        this.version = version;
        this.location = location;
    }

    @Override
    public RecoveryDecision decide(FailureContext context) {
        return version.decide(context);
    }

    @Override
    public Policy policy() {
        return version.policy();
    }

    @Override
    public List<PolicyCase> policyCases() {
        List<PolicyCase> all = new ArrayList<>();
        for (CaseTable table : version.checked().cases()) {
            for (Case tested : table.cases()) {
                int index = all.size();
                all.add(new PolicyCase(
                        tested.sentence(),
                        table.path(),
                        tested.place().line(),
                        location.apply(table.path()),
                        () -> Optional.of(run().results().get(index))
                                .filter(result -> result.outcome() != Outcome.PASSED)
                                .map(CaseResult::describe)));
            }
        }
        return all;
    }

    @Override
    public RuleOutcome fire(String rule, FailureContext context, ParadoxAssessment assessment) {
        PolicyRule spoken = version.compiled().rules().get(rule);
        if (spoken == null) {
            throw new IllegalArgumentException("policy " + policy().identity().name() + " has no rule '" + rule + "'; "
                    + Nearest.hint(
                            rule, new TreeSet<>(version.compiled().rules().keySet())));
        }
        SpokenFindings findings = new SpokenFindings();
        version.engine().fire(rule, context, assessment, findings);
        return new RuleOutcome(rule, findings.spoken(), obstacles(spoken, context, assessment));
    }

    /** What keeps a rule from firing, a line each; nothing is known of a rule beyond the declarative profile. */
    private static List<String> obstacles(PolicyRule rule, FailureContext context, ParadoxAssessment assessment) {
        Obstacles obstacles = new Obstacles(new Evaluation(field -> field.read(context, assessment)));
        return rule.declared().stream()
                .flatMap(declared -> obstacles.of(declared.conditions()).stream())
                .map(obstacle -> obstacle.field().component() + " is "
                        + obstacle.field().read(context, assessment) + ", would have had to be " + obstacle.needed())
                .distinct()
                .toList();
    }

    @Override
    public List<Threshold> thresholds() {
        return Thresholds.of(version.compiled().rules().values());
    }

    @Override
    public Score ruleCoverage() {
        List<RuleCoverage> rules = run().coverage().rules();
        return score(rules.stream().map(rule -> rule.gap().stream()));
    }

    @Override
    public Score boundaryCoverage() {
        List<ComparisonCoverage> comparisons = run().coverage().comparisons();
        return score(comparisons.stream().map(comparison -> comparison.gaps().stream()));
    }

    /** How many of several have no gap, and the gaps of the others. */
    private static Score score(Stream<Stream<Gap>> gaps) {
        List<String> each = gaps.map(some -> some.map(Gap::toString).collect(Collectors.joining("\n")))
                .toList();
        List<String> unproved = each.stream().filter(text -> !text.isEmpty()).toList();
        return new Score(each.size() - unproved.size(), each.size(), unproved);
    }

    @Override
    public Score mutation() {
        MutationRun run = MutationRun.of(version.checked(), version.compiled());
        return new Score(
                run.noticed().covered(),
                run.noticed().all(),
                run.survivors().stream().map(Survivors::toString).toList());
    }

    /** All cases, run once. */
    private synchronized CaseRun run() {
        CaseRun run = cached.orElseGet(version::runCases);
        cached = Optional.of(run);
        return run;
    }

    @Override
    public void close() {
        version.engine().rest();
    }
}
