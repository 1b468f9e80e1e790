package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;
import static org.recoveryrules.drools.Contexts.usd;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.DecisionRecord;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.json.RecordJson;

/** What the page on audit shows is what comes out. */
class AuditPageTest {
    private static final Path PAGE = Path.of("docs/audit.md");
    private static final Path SOURCE = Path.of("src/test/java/org/recoveryrules/drools/AuditPageTest.java");

    private static String page;

    private final FailureContext context =
            minor().price(usd("40")).accepted(false).build();

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void its_policy_gives_its_record_which_is_replayed_as_told() throws IOException {
        Map<String, String> files = Map.of("policy.properties", block("properties"), "remedy/whole.drl", block("drl"));
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(files))
                .build()) {
            RecoveryDecision decision = advisor.decide(context);
            String kept = RecordJson.write(DecisionRecord.of(context, decision));

            assertThat(kept)
                    .isEqualTo(new ObjectMapper().readTree(block("json")).toString());

            DecisionRecord record = RecordJson.read(kept);
            RecoveryDecision again = advisor.decide(context, record.policy().digest());
            List<String> differences = record.differences(context, again);

            assertThat(differences).isEmpty();
        }
    }

    @Test
    void its_java_is_that_of_this_test() throws IOException {
        String source = withoutIndent(Files.readString(SOURCE));

        assertThat(blocks("java")).hasSize(2).allMatch(java -> source.contains("\n" + withoutIndent(java)));
    }

    @Test
    void its_canonical_text_has_the_digest_of_the_context() throws NoSuchAlgorithmException {
        byte[] text = block("text").replace("\n", "").getBytes(StandardCharsets.US_ASCII);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(context.digest());
    }

    private static String withoutIndent(String java) {
        return java.replaceAll("(?m)^ +", "");
    }

    private static String block(String language) {
        assertThat(blocks(language)).hasSize(1);
        return blocks(language).get(0);
    }

    private static List<String> blocks(String language) {
        return Pattern.compile("(?s)```" + language + "\\n(.*?)```")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
