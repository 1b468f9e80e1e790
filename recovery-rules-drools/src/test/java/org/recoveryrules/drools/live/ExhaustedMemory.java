package org.recoveryrules.drools.live;

import static org.recoveryrules.drools.Contexts.minor;
import static org.recoveryrules.drools.Policies.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.Profile;

/** Lets decisions take all memory while others are made; run in a JVM of its own, with a small heap. */
public final class ExhaustedMemory {
    static final String WELL = "all is well";
    private static final int TIMES = 3;
    private static final int OTHERS = 2;

    private static volatile boolean over;

    private ExhaustedMemory() {}

    /** Ends with 0 if every decision was right or ran out of memory, and those after it are right. */
    public static void main(String[] arguments) throws Exception {
        DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(
                        rule("test.harm", "Claim( compensatedClaims == 77 )", Harm.class.getName() + ".exhaust();"),
                        rule("test.review", "Customer()", "findings.review();")))
                .profile(Profile.TRUSTED)
                .build();
        FailureContext context = minor().build();
        RecoveryDecision expected = advisor.decide(context);
        ExecutorService threads = Executors.newFixedThreadPool(OTHERS);
        List<Future<Integer>> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(threads.submit(() -> decide(advisor, context, expected)));
        }
        for (int i = 0; i < TIMES; i++) {
            require(runsOut(advisor, minor().compensatedClaims(77).build()));
            require(advisor.decide(context).equals(expected));
        }
        over = true;
        for (Future<Integer> other : others) {
            require(other.get() > 0);
        }
        require(advisor.decide(context).equals(expected));
        System.out.println(WELL);
        System.exit(0);
    }

    /** The heap is everybody's: others may run out of it too, but decide nothing wrong. */
    private static int decide(DroolsRecoveryAdvisor advisor, FailureContext context, RecoveryDecision expected) {
        int decisions = 0;
        while (!over) {
            try {
                require(advisor.decide(context).equals(expected));
                decisions++;
            } catch (OutOfMemoryError e) {
                Thread.yield();
            }
        }
        return decisions;
    }

    private static boolean runsOut(DroolsRecoveryAdvisor advisor, FailureContext context) {
        try {
            advisor.decide(context);
            return false;
        } catch (OutOfMemoryError e) {
            return true;
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("a decision is not what it should be");
        }
    }
}
