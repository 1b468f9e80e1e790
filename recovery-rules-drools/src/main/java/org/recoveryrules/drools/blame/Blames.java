package org.recoveryrules.drools.blame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.cases.Blame;
import org.recoveryrules.drools.cases.Blame.Act;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.Difference;
import org.recoveryrules.drools.check.Evaluation;
import org.recoveryrules.drools.check.Obstacles;
import org.recoveryrules.drools.check.Obstacles.Obstacle;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyRule;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * Works out which rules have to do with what a case did not expect: of those that spoke, all that say something about a
 * column that differs; of those that did not, the nearest that would have said what is missing.
 *
 * @param policy the policy
 * @param places where its own rules stand, by id; those that it includes stand where they come from
 */
public record Blames(CompiledPolicy policy, Map<String, Place> places) {
    /** So many rules that did not speak tell enough of a column. */
    private static final int NEAREST = 3;

    private static final Set<String> SUMS = Set.of("total", "gestureTotal");

    /** What a rule does with an amount, by the call that does it. */
    private static final Map<String, String> AMOUNTS =
            Map.of("offer", "offers", "cap", "caps gestures at", "limit", "limits to");

    /** A rule that did not speak, what it says, and what kept it from that; nothing if it fired in vain. */
    private record Silent(String rule, Call consequence, List<Obstacle> obstacles) {}

    /** The rules to blame for what came of a case, in the order of the columns. */
    public List<Blame> of(CaseResult result) {
        return result.decision()
                .map(decision -> of(result, decision, silent(result.tested().context(), decision)))
                .orElse(List.of());
    }

    private List<Blame> of(CaseResult result, RecoveryDecision decision, List<Silent> silent) {
        FailureContext context = result.tested().context();
        Set<String> spoke = spoke(decision);
        Map<String, Blame> blames = new LinkedHashMap<>();
        for (Difference difference : result.differences()) {
            Concern concern = new Concern(difference, spoke);
            String column = difference.column();
            decision.reasons().stream()
                    .filter(reason -> concern.isOf(reason.rule(), consequence(reason.rule())))
                    .forEach(reason -> add(blames, fired(reason, column)));
            if (column.equals(Case.RULES)) {
                difference.missing().stream()
                        .filter(rule ->
                                silent.stream().noneMatch(known -> known.rule().equals(rule)))
                        .forEach(rule -> add(blames, unknown(rule)));
            }
            if (isExplained(difference, result.differences())) {
                continue;
            }
            silent.stream()
                    .filter(rule -> concern.isMissing(rule.rule(), rule.consequence()))
                    .limit(column.equals(Case.RULES) ? silent.size() : NEAREST)
                    .forEach(rule -> add(blames, silent(rule, column, context, decision)));
        }
        return new ArrayList<>(blames.values());
    }

    /** Whether the remedies tell already what a sum lacks. */
    private static boolean isExplained(Difference difference, List<Difference> all) {
        return SUMS.contains(difference.column())
                && all.stream().anyMatch(other -> other.column().equals("remedies"));
    }

    /** What a rule says by an amount that policy.properties names. */
    private Optional<String> named(String rule) {
        return consequence(rule)
                .filter(call -> AMOUNTS.containsKey(call.name().text()))
                .flatMap(call -> call.arguments().stream()
                        .filter(argument -> argument instanceof Constant given && given.kind() == Constant.Kind.TEXT)
                        .map(argument -> AMOUNTS.get(call.name().text()) + " \"" + ((Constant) argument).text() + '"')
                        .findFirst());
    }

    /** The rules that did not speak, the nearest first; of one beyond the declarative profile nothing is known. */
    private List<Silent> silent(FailureContext context, RecoveryDecision decision) {
        Set<String> spoke = spoke(decision);
        Obstacles obstacles = new Obstacles(new Evaluation(field -> field.read(context, decision.paradox())));
        return policy.rules().values().stream()
                .filter(rule -> !spoke.contains(rule.rule().id()))
                .flatMap(rule -> rule.declared().stream()
                        .map(declared -> new Silent(
                                rule.rule().id(),
                                declared.consequence().orElseThrow(),
                                obstacles.of(declared.conditions()))))
                .sorted(Comparator.comparingInt(
                                (Silent rule) -> rule.obstacles().size())
                        .thenComparing(Silent::rule))
                .toList();
    }

    private static Set<String> spoke(RecoveryDecision decision) {
        return decision.reasons().stream().map(Reason::rule).collect(Collectors.toSet());
    }

    /** What a rule says; nothing for one beyond the declarative profile, and for what settles the findings. */
    private Optional<Call> consequence(String rule) {
        return Optional.ofNullable(policy.rules().get(rule))
                .flatMap(PolicyRule::declared)
                .flatMap(RuleNode::consequence);
    }

    /** A rule is told once, with all columns that it has to do with. */
    private static void add(Map<String, Blame> blames, Blame blame) {
        blames.merge(blame.rule(), blame, (some, more) -> {
            Set<String> columns = new LinkedHashSet<>(some.columns());
            columns.addAll(more.columns());
            return new Blame(
                    some.rule(),
                    some.place(),
                    List.copyOf(columns),
                    some.act(),
                    some.facts(),
                    some.needed(),
                    some.says());
        });
    }

    private Blame fired(Reason reason, String column) {
        return new Blame(
                reason.rule(),
                place(reason.rule()),
                List.of(column),
                Act.FIRED,
                reason.facts(),
                Map.of(),
                named(reason.rule()));
    }

    private Blame unknown(String rule) {
        return new Blame(
                rule, place(rule), List.of(Case.RULES), Act.DID_NOT_FIRE, Map.of(), Map.of(), Optional.empty());
    }

    private Blame silent(Silent rule, String column, FailureContext context, RecoveryDecision decision) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, String> needed = new LinkedHashMap<>();
        for (Obstacle obstacle : rule.obstacles().stream().distinct().toList()) {
            String component = obstacle.field().component();
            facts.put(component, obstacle.field().read(context, decision.paradox()));
            needed.merge(component, obstacle.needed(), (one, other) -> one + " and " + other);
        }
        Act act = needed.isEmpty() ? Act.FIRED_IN_VAIN : Act.DID_NOT_FIRE;
        return new Blame(rule.rule(), place(rule.rule()), List.of(column), act, facts, needed, Optional.empty());
    }

    private Optional<Place> place(String rule) {
        return Optional.ofNullable(places.get(rule))
                .or(() -> Optional.ofNullable(policy.rules().get(rule))
                        .map(known -> Place.of(known.file(), known.line())));
    }
}
