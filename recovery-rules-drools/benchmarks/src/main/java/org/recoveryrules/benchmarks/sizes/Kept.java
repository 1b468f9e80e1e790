package org.recoveryrules.benchmarks.sizes;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.benchmarks.BareDrools;
import org.recoveryrules.benchmarks.Contender;
import org.recoveryrules.benchmarks.Contenders;
import org.recoveryrules.benchmarks.Contexts;
import org.recoveryrules.benchmarks.MatchingContender;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** A program that loads policies, decides by each, keeps them, and tells what one takes of heap, metaspace and classes. */
final class Kept {
    private static final int DECISIONS = 2_000;
    private static final int COLLECTIONS = 4;

    private Kept() {}

    /**
     * Loads and tells.
     *
     * @param arguments who is to, of how many rules a policy is, and how many policies are kept
     */
    public static void main(String[] arguments) {
        GeneratedPolicy policy = GeneratedPolicy.of(Integer.parseInt(arguments[1]), 1);
        int policies = Integer.parseInt(arguments[2]);
        List<FailureContext> contexts =
                Contexts.of(1, CurrencyUnit.USD).limit(DECISIONS).toList();
        List<AutoCloseable> kept = new ArrayList<>();
        // What all have in common is there after two.
        kept.add(loaded(arguments[0], policy, contexts));
        kept.add(loaded(arguments[0], policy, contexts));
        long heap = heap();
        long metaspace = metaspace();
        int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        for (int number = 0; number < policies; number++) {
            kept.add(loaded(arguments[0], policy, contexts));
        }
        System.out.println((heap() - heap) / policies);
        System.out.println((metaspace() - metaspace) / policies);
        System.out.println((ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes) / policies);
        System.out.println(kept.size());
    }

    private static AutoCloseable loaded(String name, GeneratedPolicy policy, List<FailureContext> contexts) {
        if (name.equals(Contenders.OURS)) {
            DroolsRecoveryAdvisor advisor =
                    DroolsRecoveryAdvisor.builder().policy(policy.source()).build();
            contexts.forEach(advisor::decide);
            return advisor;
        }
        Contender drools = new MatchingContender(
                name, policy.identity(), policy.amounts(), BareDrools.atItsBest(policy.ruleFiles()));
        contexts.forEach(drools::decide);
        return drools;
    }

    private static long heap() {
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
