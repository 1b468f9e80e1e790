package org.recoveryrules.drools.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.blame.Blames;
import org.recoveryrules.drools.cases.Blame;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.CaseResult;
import org.recoveryrules.drools.cases.CaseResult.Outcome;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.engine.Budget;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.policy.CompiledPolicy;

/**
 * What every policy passes before it serves, at the start as later: it is checked, compiled, tried on made-up contexts, and
 * tested by its own cases.
 *
 * @param standard the files of the standard policy, of which a policy may include some
 * @param currency the currency in which every policy decides, if not in its own
 * @param budget how far one decision may go
 * @param cases whether the cases of a policy must hold
 * @param matching how the policy is asked which rules hold, once it serves
 */
public record Gate(
        Supplier<PolicyFiles> standard,
        Optional<CurrencyUnit> currency,
        Budget budget,
        Cases cases,
        Matching matching) {
    /** So many of the rules that have to do with a case that fails are named. */
    private static final int BLAMED = 3;

    /** What is asked of the cases of a policy. */
    public enum Cases {
        /** That they hold. */
        MUST_HOLD,
        /** Nothing. */
        ARE_NOT_RUN
    }

    /** How it is found out which rules hold. */
    public enum Matching {
        /** By an index of the rules of the declarative profile, as far as they are. */
        BY_INDEX,
        /** By Drools. */
        BY_DROOLS
    }

    /** All that can be said of a policy without compiling it. */
    public CheckedPolicy check(PolicyFiles files) {
        return PolicyCheck.check(files, standard, currency);
    }

    /**
     * Makes a version of a policy that may serve.
     *
     * @param files its files
     * @param candidate the policy
     * @return the version
     * @throws InvalidPolicyException if it may not; it holds all diagnostics
     */
    public PolicyVersion pass(PolicyFiles files, Candidate candidate) {
        return pass(files, candidate, check(files));
    }

    /** The same for a policy that was checked. */
    public PolicyVersion pass(PolicyFiles files, Candidate candidate, CheckedPolicy checked) {
        CompiledPolicy compiled = candidate.compiler().apply(checked);
        // Tried with patience, since nobody waits: a machine that is busy is no fault of the policy.
        DecisionEngine patient = new DecisionEngine(compiled, budget.patient());
        patient.warmUp();
        DecisionEngine tried = matching == Matching.BY_INDEX ? patient.indexed() : patient;
        if (cases == Cases.MUST_HOLD) {
            requireCases(checked, tried);
        }
        return new PolicyVersion(PolicyFiles.digest(files.contents()), checked, tried.within(budget));
    }

    private static void requireCases(CheckedPolicy checked, DecisionEngine engine) {
        Blames blames = new Blames(engine.compiled(), checked.places());
        Faults faults = new Faults();
        checked.cases().stream()
                .flatMap(table -> table.cases().stream())
                .map(tested -> CaseResult.of(tested, engine::decide, blames::of))
                .filter(result -> result.outcome() != Outcome.PASSED)
                .forEach(result -> addFault(result, faults));
        if (!faults.errors().isEmpty()) {
            // What was not meant may be why: an amount that no rule names is often one that is misspelt.
            faults.addAll(checked.warnings());
            throw new InvalidPolicyException(checked.origin(), faults.all());
        }
    }

    private static void addFault(CaseResult result, Faults faults) {
        Case tested = result.tested();
        String fault = result.outcome() == Outcome.ERROR
                ? "there is no decision: " + result.error()
                : result.differences().stream()
                        .map(difference -> difference.column() + ": expected " + words(difference.expected())
                                + ", came " + words(difference.actual()))
                        .collect(Collectors.joining("; "));
        String blame =
                result.blames().stream().limit(BLAMED).map(Blame::describe).collect(Collectors.joining("; "));
        Place place = Place.of(tested.place().file(), tested.place().line());
        faults.add(place, Code.CASE_FAILS, "'" + tested.sentence() + "' does not hold: " + fault, blame);
    }

    private static String words(List<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }
}
