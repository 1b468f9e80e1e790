package org.recoveryrules.drools.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.recoveryrules.drools.cases.Coverage.Share;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.mutation.Witness.Found;
import org.recoveryrules.drools.policy.CompiledPolicy;

/**
 * What the cases of a policy notice of mistakes in it.
 *
 * @param noticed how many mistakes a case notices, of those that were made
 * @param survivors those that no case notices, by the case that would, in file order of the first of each
 */
public record MutationRun(Share noticed, List<Survivors> survivors) {
    public MutationRun {
        survivors = List.copyOf(survivors);
    }

    /**
     * Makes mistakes in the rules and the named amounts of a policy, one at a time, not in what it includes, and runs all its
     * cases on each. A case that fails without any mistake takes no part.
     *
     * @param checked the policy, in which nothing is wrong
     * @param compiled the same, compiled
     * @return what was noticed
     * @throws IllegalStateException if a rule goes beyond the declarative profile, so that nothing can be changed in it
     */
    public static MutationRun of(CheckedPolicy checked, CompiledPolicy compiled) {
        return Interpreter.of(compiled)
                .map(policy -> run(checked, policy))
                .orElseThrow(() ->
                        new IllegalStateException("mistakes can be made in rules of the declarative profile only"));
    }

    private static MutationRun run(CheckedPolicy checked, Interpreter policy) {
        List<Trial> trials = checked.cases().stream()
                .flatMap(table -> table.cases().stream())
                .map(tested -> new Trial(tested, new Situation(tested.context(), policy)))
                .filter(Trial::passes)
                .toList();
        List<Mutant> mutants = new Mutants(checked, policy).all().toList();
        List<Mutant> unnoticed = mutants.parallelStream()
                .filter(mutant -> isUnnoticed(mutant.made(), trials))
                .toList();
        return new MutationRun(
                new Share(mutants.size() - unnoticed.size(), mutants.size()),
                survivors(unnoticed, new Witness(checked, policy)));
    }

    private static boolean isUnnoticed(Mutant mutant, List<Trial> trials) {
        return trials.stream().noneMatch(trial -> trial.notices(mutant));
    }

    /** Looks for few cases: what one of them would notice needs no other. */
    private static List<Survivors> survivors(List<Mutant> unnoticed, Witness witness) {
        List<Optional<Supplier<Found>>> searched = unnoticed.parallelStream()
                .map(mutant -> witness.against(mutant.made()))
                .toList();
        Map<Optional<Found>, List<Mutant>> byCase = new LinkedHashMap<>();
        for (int i = 0; i < unnoticed.size(); i++) {
            Mutant mutant = unnoticed.get(i);
            Optional<Supplier<Found>> own = searched.get(i);
            Optional<Found> found = byCase.keySet().stream()
                    .flatMap(Optional::stream)
                    .filter(written -> witness.isNoticed(mutant, written))
                    .findFirst()
                    .or(() -> own.map(Supplier::get));
            byCase.computeIfAbsent(found, written -> new ArrayList<>()).add(mutant);
        }
        return byCase.entrySet().stream()
                .map(found -> new Survivors(found.getValue(), found.getKey().map(Found::written)))
                .toList();
    }
}
