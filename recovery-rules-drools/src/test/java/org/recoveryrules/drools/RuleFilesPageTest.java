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

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
