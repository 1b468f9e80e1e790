package org.recoveryrules.drools.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.live.Reload.Outcome;
import org.recoveryrules.drools.live.Variants.Size;
import org.recoveryrules.drools.live.Variants.Variant;

/**
 * What a full disk leaves of a file that is saved: its beginning, of any length. The check refuses nearly all of them, since
 * the cases name the rules, and the rules the amounts; the cases themselves can be cut off to fewer.
 */
class CutOffFilesTest {
    /** What became of a file, by the lengths to which it was cut off. */
    private record Fates(List<Integer> checked, List<Integer> tested, List<Integer> served) {
        Fates() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Variants variants;
    private final Variant whole;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final SavedPolicy saved = new SavedPolicy();

    CutOffFilesTest() throws Exception {
        variants = new Variants(Size.SMALL, 13, 50);
        whole = variants.all().get(12);
        whole.files().forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        Variants.SETTINGS + ", 0, 1",
        Variants.BARRIERS + ", 0, 1",
        Variants.REMEDIES + ", 0, 1",
        Variants.CASES + ", 6, 10"
    })
    void a_file_cut_off_anywhere_is_refused_or_the_policy_decides_as_before(String path, int tested, int served) {
        int length = files.get(path).length;

        Fates fates = cutOff(path);

        assertThat(fates.checked()).hasSize(length - tested - served);
        assertThat(fates.tested()).hasSize(tested);
        assertThat(fates.served()).hasSize(served).contains(length - 1);
    }

    private Fates cutOff(String path) {
        byte[] content = files.get(path);
        Fates fates = new Fates();
        saved.read(() -> files);
        try (DroolsRecoveryAdvisor advisor =
                DroolsRecoveryAdvisor.builder().policy(saved).build()) {
            for (int length = 0; length < content.length; length++) {
                files.put(path, Arrays.copyOf(content, length));
                if (!passesCheck()) {
                    fates.checked().add(length);
                } else if (advisor.reload().outcome() == Outcome.REFUSED) {
                    assertThat(advisor.lastReload().diagnostics())
                            .extracting(Diagnostic::code)
                            .containsOnly("case-fails");
                    fates.tested().add(length);
                } else {
                    assertDecidesAsBefore(advisor);
                    fates.served().add(length);
                }
            }
        }
        return fates;
    }

    private boolean passesCheck() {
        return PolicyCheck.check(
                        new PolicyFiles("saved", files), () -> new PolicyFiles("standard", Map.of()), Optional.empty())
                .errors()
                .isEmpty();
    }

    private void assertDecidesAsBefore(DroolsRecoveryAdvisor advisor) {
        for (int i = 0; i < variants.contexts().size(); i++) {
            RecoveryDecision expected = whole.expected().get(i);
            RecoveryDecision decision = advisor.decide(variants.contexts().get(i));
            // Apart from the digest, which a line end at the end changes.
            assertThat(ShadowDifference.of(variants.contexts().get(i), expected, decision)
                            .components())
                    .isEmpty();
        }
    }

    /** Why a policy needs cases, and why they are to be saved first. */
    @Test
    void without_cases_what_is_cut_off_behind_a_rule_would_serve() {
        files.remove(Variants.CASES);
        byte[] content = files.get(Variants.REMEDIES);
        String text = new String(content, UTF_8);

        List<Integer> passing = IntStream.range(0, content.length)
                .filter(length -> {
                    files.put(Variants.REMEDIES, Arrays.copyOf(content, length));
                    return passesCheck();
                })
                .boxed()
                .toList();

        assertThat(passing)
                .isNotEmpty()
                .allSatisfy(
                        length -> assertThat(text.substring(0, length).strip()).endsWith("end"));
    }
}
