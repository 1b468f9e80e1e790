package org.recoveryrules.drools;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.NearMiss.About;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.check.Obstacles;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyRule;
import org.recoveryrules.drools.syntax.RuleNode;

/** Works out which rules did not shape a decision, and why. */
record NearMisses(FailureContext context, RecoveryDecision decision) {
    /** The rules of a policy that did not speak, the nearest first. A rule beyond the declarative profile is none of them. */
    List<NearMiss> of(CompiledPolicy policy) {
        return policy.rules().values().stream()
                .flatMap(rule -> of(rule).stream())
                .sorted(Comparator.comparingInt(
                                (NearMiss miss) -> miss.obstacles().size())
                        .thenComparing(miss -> miss.rule().id()))
                .toList();
    }

    private Optional<NearMiss> of(PolicyRule rule) {
        return rule.declared().flatMap(declared -> {
            List<NearMiss.Obstacle> obstacles = obstacles(declared);
            boolean spoke = decision.reasons().stream()
                    .anyMatch(reason -> reason.rule().equals(rule.rule().id()));
            return spoke
                    ? Optional.empty()
                    : Optional.of(new NearMiss(
                            rule.rule(), About.of(declared.consequence().orElseThrow()), obstacles));
        });
    }

    private List<NearMiss.Obstacle> obstacles(RuleNode rule) {
        Evaluation evaluation = new Evaluation(field -> field.read(context, decision.paradox()));
        return new Obstacles(evaluation)
                .of(rule.conditions()).stream()
                        .map(obstacle -> new NearMiss.Obstacle(
                                obstacle.field().component(),
                                obstacle.field().read(context, decision.paradox()),
                                obstacle.needed()))
                        .distinct()
                        .toList();
    }
}
