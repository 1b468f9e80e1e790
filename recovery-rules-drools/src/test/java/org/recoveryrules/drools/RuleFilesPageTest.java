package org.recoveryrules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.Contexts.minor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Rule;
import org.recoveryrules.api.Severity;

/** The policy that the page on rule files offers for copying is one. */
class RuleFilesPageTest {
    private static final Path PAGE = Path.of("docs/rule-files.md");

    @Test
    void its_files_make_a_policy() throws IOException {
        Map<String, String> files =
                Map.of("policy.properties", block("properties"), "paradox/barriers.drl", block("drl"));
        try (DroolsRecoveryAdvisor advisor = DroolsRecoveryAdvisor.builder()
                .policy(PolicySource.memory(files))
                .build()) {
            assertThat(advisor.policy().identity().name()).isEqualTo("my-shop");
            assertThat(advisor.decide(minor().severity(Severity.MODERATE).build())
                            .paradox()
                            .barriers())
                    .containsExactly(Barrier.SEVERITY);
        }
    }

    @Test
    void its_settings_build_on_the_standard_policy() throws IOException {
        Map<String, String> files = Map.of("policy.properties", block("properties") + block("properties include"));
        DroolsRecoveryAdvisor.Builder builder = DroolsRecoveryAdvisor.builder().policy(PolicySource.memory(files));

        assertThat(builder.check()).isEmpty();
        try (DroolsRecoveryAdvisor advisor = builder.build()) {
            assertThat(advisor.policy().rules())
                    .extracting(Rule::id)
                    .contains("paradox.severe-failure", "authority.critical-harm")
                    .doesNotContain("paradox.unmet-request", "authority.agent-limit", "remedy.apologise");
        }
    }

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
