package org.recoveryrules.examples.policies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.cases.CaseRun;

/** One of the policies below {@code policies}, loaded as an analyst's folder is. */
record IndustryPolicy(Path folder, DroolsRecoveryAdvisor advisor) implements AutoCloseable {
    static IndustryPolicy load(String name) {
        Path folder = Path.of("policies", name);
        return new IndustryPolicy(folder, DroolsRecoveryAdvisor.load(folder));
    }

    RecoveryDecision decide(FailureContext failure) {
        return advisor.decide(failure);
    }

    CurrencyUnit currency() {
        return advisor.policy().currency();
    }

    /** The cases of its own rules, run; what it includes has its cases elsewhere. */
    CaseRun run() {
        return advisor.runCases();
    }

    String readme() {
        try {
            return Files.readString(folder.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What some of the remedies are worth together. */
    static Money worth(RecoveryDecision decision, Predicate<Remedy> which) {
        CurrencyUnit currency = decision.total().getCurrencyUnit();
        return Remedy.sum(decision.remedies().stream().filter(which).toList(), currency);
    }

    @Override
    public void close() {
        advisor.close();
    }
}
