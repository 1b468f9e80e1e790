package org.recoveryrules.examples.live;

import static org.joda.money.CurrencyUnit.EUR;
import static org.recoveryrules.api.Avoidability.UNAVOIDABLE;
import static org.recoveryrules.api.Foreseeability.UNFORESEEABLE;
import static org.recoveryrules.api.ResourceLost.SERVICE;
import static org.recoveryrules.api.Severity.MINOR;
import static org.recoveryrules.drools.live.Reload.Outcome.LOADED;
import static org.recoveryrules.drools.live.Reload.Outcome.REFUSED;
import static org.recoveryrules.drools.live.Reload.Outcome.UNCHANGED;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.recoveryrules.api.DecisionRecord;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.live.Reload;
import org.recoveryrules.drools.live.ShadowDifference;

/** The desk of a bicycle workshop, which decides all the time, while an analyst saves into the folder of its policy. */
public final class LiveDesk {
    private static final String SETTINGS = "policy.properties";
    private static final String RULES = "remedy/offers.drl";
    private static final String CASES = "remedy/offers.cases.csv";

    /** The brakes squeal again, a day and a half after they were repaired for 80. */
    private static final FailureContext BRAKES = FailureContext.builder()
            .severity(MINOR)
            .avoidability(UNAVOIDABLE)
            .foreseeability(UNFORESEEABLE)
            .priorFailures(0)
            .lifetimeValue(Money.of(EUR, 900))
            .resourceLost(SERVICE)
            .price(Money.of(EUR, 80))
            .delay(Duration.ofHours(36))
            .build();

    private final DroolsRecoveryAdvisor advisor;
    private final Notices notices;
    private final PrintStream out;

    private LiveDesk(DroolsRecoveryAdvisor advisor, Notices notices, PrintStream out) {
        this.advisor = advisor;
        this.notices = notices;
        this.out = out;
    }

    /**
     * Runs a day at the desk, on a copy of the policy.
     *
     * @param args none
     * @throws IOException if the files of the policy cannot be read or written
     * @throws InterruptedException if somebody will not wait for the day to end
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path desk = Files.createTempDirectory("desk");
        run(Path.of("recovery-rules-examples/policy-project/policy"), desk, System.out);
    }

    /**
     * Runs a day at the desk.
     *
     * @param policy the folder of the policy, of which copies are changed
     * @param desk an empty folder for these copies
     * @param out where to print
     * @throws IOException if the files of the policy cannot be read or written
     * @throws InterruptedException if somebody will not wait for the day to end
     */
    public static void run(Path policy, Path desk, PrintStream out) throws IOException, InterruptedException {
        Path folder = desk.resolve("policy");
        Analyst analyst = Analyst.withCopyOf(policy, folder);
        Analyst draft = Analyst.withCopyOf(policy, desk.resolve("draft"));
        Notices notices = new Notices();
        // The README shows what stands between here
        DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.folder(folder))
                .watch(Duration.ofSeconds(1)) // what is saved serves, if nothing is wrong with it
                .fallback(PolicySource.standard()) // serves if at the start something is
                .currency(EUR) // in which both decide
                .listener(notices) // is told what came of each save
                .build();
        // and here.
        ScheduledExecutorService customers = Executors.newSingleThreadScheduledExecutor();
        try (advisor) {
            Future<?> served =
                    customers.scheduleWithFixedDelay(() -> advisor.decide(BRAKES), 0, 10, TimeUnit.MILLISECONDS);
            new LiveDesk(advisor, notices, out).work(analyst, draft);
            out.println("Customers without a decision all day: " + (served.isDone() ? "some" : "none"));
        } finally {
            customers.shutdownNow();
        }
    }

    private void work(Analyst analyst, Analyst draft) throws IOException, InterruptedException {
        begin("The desk opens");
        print(notices.next(LOADED));
        RecoveryDecision morning = decide();
        save(analyst);
        refuse(analyst);
        RecoveryDecision noon = promote(analyst, draft);

        begin("Too dear: one step back, at once");
        print(advisor.rollback());
        decide();

        begin("The conversation of this morning ends by the rules with which it began");
        print(advisor.decide(BRAKES, morning.policy().digest()));

        begin("An auditor asks whether it was the rules that decided at noon");
        DecisionRecord kept = DecisionRecord.of(BRAKES, noon);
        RecoveryDecision again = advisor.decide(BRAKES, kept.policy().digest());
        out.println("Decided again, this differs: " + kept.differences(BRAKES, again));
    }

    private void save(Analyst analyst) throws IOException, InterruptedException {
        begin("A larger voucher is saved, with its cases");
        analyst.save(SETTINGS, analyst.read(SETTINGS).replace("= 1\n", "= 2\n").replace("( 20 )", "( 25 )"));
        analyst.save(CASES, analyst.read(CASES).replace("GESTURE 16", "GESTURE 20"));
        print(notices.next(LOADED));
        decide();
    }

    private void refuse(Analyst analyst) throws IOException, InterruptedException {
        String rules = analyst.read(RULES);

        begin("A rule file is saved, but not to its end");
        analyst.save(RULES, rules.substring(0, rules.indexOf("findings.cap(")));
        print(notices.next(REFUSED));
        decide();

        begin("A cap is raised, and its case forgotten");
        analyst.save(RULES, rules.replace("percentOfPrice( 150 )", "percentOfPrice( 250 )"));
        print(notices.next(REFUSED));
        decide();

        begin("The file is put back as it was");
        analyst.save(RULES, rules);
        print(notices.next(UNCHANGED));
    }

    private RecoveryDecision promote(Analyst analyst, Analyst draft) throws IOException, InterruptedException {
        begin("A draft with a still larger voucher is tried beside");
        draft.save(SETTINGS, draft.read(SETTINGS).replace("= 1\n", "= 3\n").replace("( 20 )", "( 30 )"));
        draft.save(CASES, draft.read(CASES).replace("GESTURE 16", "GESTURE 24"));
        advisor.stage(PolicySource.folder(draft.folder()));
        ShadowDifference difference = notices.nextDifference();
        out.println("They differ in " + String.join(", ", difference.components()));
        print(difference.served());
        print(difference.staged());

        begin("It is saved, and so comes to serve");
        analyst.save(SETTINGS, draft.read(SETTINGS));
        analyst.save(CASES, draft.read(CASES));
        print(notices.next(LOADED));
        return decide();
    }

    private RecoveryDecision decide() {
        RecoveryDecision decision = advisor.decide(BRAKES);
        print(decision);
        return decision;
    }

    private void begin(String step) {
        out.println();
        out.println("# " + step);
    }

    /** A save as its analyst should read of it. */
    private void print(Reload reload) {
        out.println(reload.outcome() + ": " + words(reload.serving()) + " serves");
        reload.diagnostics().forEach(diagnostic -> out.println(diagnostic.describe()));
    }

    private void print(RecoveryDecision decision) {
        out.println(decision.remedies().stream()
                .map(remedy -> remedy.amount()
                        .map(amount -> remedy.kind() + " " + amount)
                        .orElse(remedy.kind().toString()))
                .collect(Collectors.joining(", ", words(decision.policy()) + " offers ", "")));
    }

    private static String words(PolicyIdentity policy) {
        return policy.name() + " " + policy.version();
    }
}
