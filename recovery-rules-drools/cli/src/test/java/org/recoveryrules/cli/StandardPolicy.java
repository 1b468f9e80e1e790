package org.recoveryrules.cli;

import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** A program that loads, compiles and tries the standard policy, for which it needs all of the library. */
final class StandardPolicy {
    private StandardPolicy() {}

    public static void main(String... arguments) {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.standard()) {
            System.out.println(advisor.policy().identity().name());
        }
    }
}
