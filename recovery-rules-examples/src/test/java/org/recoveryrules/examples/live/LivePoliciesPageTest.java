package org.recoveryrules.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.joda.money.CurrencyUnit.EUR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryrules.api.Avoidability;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Foreseeability;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.ResourceLost;
import org.recoveryrules.api.Severity;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.live.AdvisorListener;
import org.recoveryrules.drools.live.Reload;
import org.recoveryrules.drools.live.Reload.Outcome;
import org.recoveryrules.drools.live.ShadowDifference;
import org.recoveryrules.drools.live.Staged;

/** What the page on live policies shows is what there is. */
class LivePoliciesPageTest {
    private static final Path PAGE = Path.of("../recovery-rules-drools/docs/live-policies.md");
    private static final Path SOURCE =
            Path.of("src/test/java/org/recoveryrules/examples/live/LivePoliciesPageTest.java");
    private static final Path DAY = Path.of("src/test/resources/org/recoveryrules/examples/live/day.txt");
    private static final Path POLICY = Path.of("policy-project/policy");
    private static final String SETTINGS = "policy.properties";

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final FailureContext context = FailureContext.builder()
            .severity(Severity.MINOR)
            .avoidability(Avoidability.UNAVOIDABLE)
            .foreseeability(Foreseeability.UNFORESEEABLE)
            .priorFailures(0)
            .lifetimeValue(Money.of(EUR, 900))
            .resourceLost(ResourceLost.SERVICE)
            .price(Money.of(EUR, 80))
            .delay(Duration.ofHours(36))
            .build();

    private final String page = read(PAGE);
    private Analyst analyst;

    @BeforeEach
    void copyPolicy(@TempDir Path temp) throws IOException {
        analyst = Analyst.withCopyOf(POLICY, temp);
    }

    @Test
    void its_advisor_falls_back_tells_why_and_decides_in_the_same_currency() throws Exception {
        analyst.save(SETTINGS, analyst.read(SETTINGS).replace("EUR", "EURO"));
        Path folder = analyst.folder();
        AdvisorListener notices = notices();

        DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.folder(folder))
                .watch(Duration.ofSeconds(1)) // what is saved serves, if nothing is wrong with it
                .fallback(PolicySource.standard()) // serves if at the start something is
                .currency(EUR) // in which both decide
                .listener(notices) // is told what came of each save
                .build();
        try (advisor) {
            Reload last = advisor.lastReload();
            boolean behind = last.outcome() == Outcome.REFUSED || last.outcome() == Outcome.FELL_BACK;
            PolicyIdentity serving = last.serving(); // name, version, digest
            List<Diagnostic> why = last.diagnostics(); // describe() tells people

            assertThat(behind).isTrue();
            assertThat(serving.name()).isEqualTo("standard");
            assertThat(why).extracting(Diagnostic::code).containsExactly("currency-unknown");
            assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo(why.get(0).describe());
            assertThat(advisor.decide(context).total().getCurrencyUnit()).isEqualTo(EUR);
        }
    }

    @Test
    void it_goes_back_and_ends_by_the_rules_with_which_it_began() throws IOException {
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.load(analyst.folder())) {
            RecoveryDecision began = advisor.decide(context);
            saveDraft(analyst);
            assertThat(advisor.reload().outcome()).isEqualTo(Outcome.LOADED);

            String digest = began.policy().digest(); // of the first decision, kept with the conversation
            RecoveryDecision later = advisor.decide(context, digest);

            assertThat(later).isEqualTo(began).isNotEqualTo(advisor.decide(context));

            PolicyIdentity second = advisor.policy().identity();
            advisor.rollback(); // to the version that served before
            advisor.rollback(digest); // to any that is kept
            List<PolicyIdentity> kept = advisor.versions(); // the one that serves first
            assertThat(kept).containsExactly(began.policy(), second);
        }
    }

    @Test
    void it_tries_a_policy_beside() throws Exception {
        saveDraft(analyst);
        Path drafts = analyst.folder();
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.folder(POLICY))
                .listener(notices())
                .build()) {
            PolicyIdentity draft = advisor.stage(PolicySource.folder(drafts));
            assertThat(advisor.decide(context).policy()).isNotEqualTo(draft);
            assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("would differ in [remedies, total, gestureTotal]");
            Staged report = advisor.staged().orElseThrow();
            String soFar = report.differing() + " of " + report.compared() + " decisions differ";

            assertThat(soFar).isEqualTo("1 of 1 decisions differ");
        }
    }

    private AdvisorListener notices() {
        AdvisorListener notices = new AdvisorListener() {
            @Override
            public void reloaded(Reload reload) {
                reload.diagnostics().forEach(diagnostic -> tellAnalysts(diagnostic.describe()));
            }

            @Override
            public void differed(ShadowDifference difference) {
                tellAnalysts("would differ in " + difference.components());
            }
        };
        return notices;
    }

    private void tellAnalysts(String text) {
        told.add(text);
    }

    /** A larger voucher, and the cases with it. */
    private static void saveDraft(Analyst analyst) throws IOException {
        String cases = "remedy/offers.cases.csv";
        analyst.save(SETTINGS, analyst.read(SETTINGS).replace("( 20 )", "( 30 )"));
        analyst.save(cases, analyst.read(cases).replace("GESTURE 16", "GESTURE 24"));
    }

    @Test
    void it_keeps_a_policy_in_a_table() throws Exception {
        String url = "jdbc:h2:mem:policies";
        try (Connection database = DriverManager.getConnection(url)) {
            try (Statement statement = database.createStatement()) {
                statement.execute("create table policy_file(path varchar primary key, content varbinary)");
            }
            Map<String, byte[]> files = PolicySource.folder(POLICY).read();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                try (PreparedStatement insert = database.prepareStatement("insert into policy_file values (?, ?)")) {
                    insert.setString(1, file.getKey());
                    insert.setBytes(2, file.getValue());
                    insert.execute();
                }
            }

            try (DroolsRecoveryAdvisor stored = DroolsRecoveryAdvisor.builder()
                            .policy(new PolicyTable(url))
                            .build();
                    DroolsRecoveryAdvisor saved = DroolsRecoveryAdvisor.load(POLICY)) {
                assertThat(stored.policy()).isEqualTo(saved.policy());
            }
        }
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> DroolsRecoveryAdvisor.builder()
                        .policy(new PolicyTable(url))
                        .build())
                .withMessageContaining("error[policy-unreadable]: the table of the policy cannot be read");
    }

    record PolicyTable(String url) implements PolicySource {
        @Override
        public Map<String, byte[]> read() throws IOException {
            Map<String, byte[]> files = new TreeMap<>();
            try (Connection database = DriverManager.getConnection(url);
                    Statement statement = database.createStatement();
                    ResultSet file = statement.executeQuery("select path, content from policy_file")) {
                while (file.next()) {
                    files.put(file.getString("path"), file.getBytes("content"));
                }
            } catch (SQLException e) {
                throw new IOException("the table of the policy cannot be read: " + e.getMessage(), e);
            }
            return files;
        }
    }

    @Test
    void its_java_is_that_of_this_test() {
        String source = withoutIndent(read(SOURCE));

        assertThat(blocks("java"))
                .hasSize(8)
                .allSatisfy(java -> assertThat(source).contains("\n" + withoutIndent(java)));
    }

    @Test
    void its_line_of_the_log_is_about_what_the_desk_saves() {
        String logged = blocks("text log").get(0);

        assertThat(read(DAY))
                .contains("\n" + logged.replaceFirst("(?s).*the first (.*); bike-workshop 2 goes on.*", "$1\n"));
    }

    @Test
    void its_links_lead_somewhere() {
        List<String> links = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(PAGE.resolveSibling(link)).exists());
    }

    private List<String> blocks(String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String withoutIndent(String java) {
        return java.replaceAll("(?m)^ +", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
