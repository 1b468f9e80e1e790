package org.recoveryrules.examples.policies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.cases.CaseTable;
import org.recoveryrules.drools.cases.RulePlaces;

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

    /** The tables beside its own rule files; what it includes has its cases elsewhere. */
    List<CaseTable> tables() {
        Map<String, byte[]> files = ownFiles();
        return CaseTable.readAll(files, ownRules(files), currency());
    }

    /** The cases of its own rules, run. */
    CaseRun run() {
        return CaseRun.of(tables(), ownRules(ownFiles()), advisor::decide);
    }

    String readme() {
        try {
            return Files.readString(folder.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Place> ownRules(Map<String, byte[]> files) {
        return RulePlaces.find(
                files, advisor.policy().rules().stream().map(Rule::id).toList());
    }

    private Map<String, byte[]> ownFiles() {
        try {
            return PolicySource.folder(folder).read();
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
