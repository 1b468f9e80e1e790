package org.recoveryrules.drools.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.CaseTable;
import org.recoveryrules.drools.cases.Coverage.Share;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.policy.CompiledPolicy;

/**
 * What the cases of a policy notice of mistakes in it.
 *
 * @param noticed how many mistakes a case notices, of those that were made
 * @param survivors those that no case notices, in file order
 */
public record MutationRun(Share noticed, List<Survivor> survivors) {
    public MutationRun {
        survivors = List.copyOf(survivors);
    }

    /** A case, and what the policy as it is decides about it. */
    private record Trial(Case tested, Situation situation) {
        boolean notices(Mutant mutant) {
            return mutant.touches(situation)
                    && !tested.differences(mutant.decide(tested.context())).isEmpty();
        }
    }

    /**
     * Makes mistakes in the rules and the named amounts of a policy, one at a time, not in what it includes, and runs all its
     * cases on each. A case that fails without any mistake takes no part.
     *
     * @param checked the policy, in which nothing is wrong
     * @param compiled the same, compiled
     * @return what was noticed; nothing if a rule goes beyond the declarative profile, so that nothing can be changed in it
     */
    public static Optional<MutationRun> of(CheckedPolicy checked, CompiledPolicy compiled) {
        return Interpreter.of(compiled).map(policy -> run(checked, policy));
    }

    private static MutationRun run(CheckedPolicy checked, Interpreter policy) {
        List<Trial> trials = trials(checked, policy);
        Witness witness = new Witness(checked, policy);
        List<Mutant> mutants = new Mutants(checked, policy).all().toList();
        List<Survivor> survivors = mutants.parallelStream()
                .filter(mutant -> trials.stream().noneMatch(trial -> trial.notices(mutant)))
                .map(mutant -> new Survivor(mutant, witness.against(mutant)))
                .toList();
        return new MutationRun(new Share(mutants.size() - survivors.size(), mutants.size()), survivors);
    }

    private static List<Trial> trials(CheckedPolicy checked, Interpreter policy) {
        List<Trial> trials = new ArrayList<>();
        for (CaseTable table : checked.cases()) {
            for (Case tested : table.cases()) {
                Situation situation = new Situation(tested.context(), policy);
                if (tested.differences(situation.decision()).isEmpty()) {
                    trials.add(new Trial(tested, situation));
                }
            }
        }
        return trials;
    }
}
