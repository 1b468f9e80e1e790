package org.recoveryrules.drools.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.Policies;

class PolicyCompilerTest {
    private static final String GOOD = Policies.rule("test.review", "ServiceFailure()", "findings.review();");

    @Test
    void without_settings_and_without_rules_both_are_told() {
        assertThat(diagnosed(Map.of()))
                .containsExactly(
                        "policy.properties: error[settings-missing]: a policy needs this file",
                        "test: error[rules-missing]: a policy needs at least one rule file (.drl)");
    }

    @Test
    void every_file_with_a_syntax_error_is_told_with_its_line() {
        Map<String, String> files = Policies.files(GOOD);
        files.put("one.drl", "package one;\nrule \"x\"\nwhen\n    ServiceFailure( severity >= )\nthen\nend\n");
        files.put("two.drl", "package two;\nrule\n");

        assertThat(diagnosed(files))
                .anySatisfy(line -> assertThat(line).startsWith("one.drl:4: error[syntax]"))
                .anySatisfy(line -> assertThat(line).startsWith("two.drl:3: error[syntax]"));
    }

    @Test
    void a_rule_that_does_not_compile_is_told_with_its_file_and_line() {
        Map<String, String> files = Policies.files(
                GOOD, Policies.rule("test.typo", "ServiceFailure( severty == 1 )", "findings.review();"));

        assertThat(diagnosed(files))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("test.drl:")
                .contains("severty");
    }

    @Test
    void a_typo_in_a_condition_is_told_in_the_words_of_the_author_and_with_a_line() {
        Map<String, String> files = Policies.files(
                GOOD,
                Policies.rule("test.constant", "ServiceFailure( severity >= Severity.MODERAT )", "findings.review();"),
                Policies.rule("test.field", "ServiceFailure( severty >= Severity.MAJOR )", "findings.review();"));

        assertThat(diagnosed(files))
                .hasSize(2)
                .anySatisfy(line ->
                        assertThat(line).matches("(?s)test.drl:\\d+: .*Expression severity >= Severity.MODERAT:.*"))
                .anySatisfy(line ->
                        assertThat(line).matches("(?s)test.drl:\\d+: .*Expression severty >= Severity.MAJOR:.*"));
    }

    @Test
    void a_rule_without_a_name_is_told() {
        assertThat(diagnosed(Policies.files(GOOD, GOOD.replace("test.review\"\n", "\"\n"))))
                .containsExactly("test.drl:14: error[rule-unnamed]: a rule needs a name: rule \"topic.what-it-says\"");
    }

    @Test
    void a_rule_needs_because_and_source_and_an_id_of_its_own() {
        Map<String, String> files = Policies.files(GOOD, GOOD, "rule \"test.bare\" when then findings.review(); end");

        assertThat(diagnosed(files))
                .anySatisfy(line -> assertThat(line)
                        .contains("error[rule-duplicate]: there is another rule 'test.review', in test.drl:"))
                .anySatisfy(
                        line -> assertThat(line).contains("error[because-missing]: rule 'test.bare' needs @because"))
                .anySatisfy(line -> assertThat(line).contains("error[source-missing]: rule 'test.bare' needs @source"))
                .hasSize(3);
    }

    @Test
    void an_amount_that_the_settings_do_not_name_is_told() {
        Map<String, String> files =
                Policies.files(Policies.rule("test.cap", "ServiceFailure()", "findings.cap( \"gesture.mnior\" );"));
        files.merge("policy.properties", "amount.gesture.minor = percentOfPrice( 10 )\n", String::concat);

        assertThat(diagnosed(files))
                .singleElement()
                .asString()
                .contains("error[amount-unknown]: rule 'test.cap' names the amount 'gesture.mnior', which"
                        + " policy.properties does not have; it has gesture.minor");
    }

    @Test
    void a_byte_order_mark_does_no_harm() {
        Map<String, byte[]> files = new TreeMap<>();
        Policies.files(GOOD)
                .forEach((path, text) -> files.put(path, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));

        assertThat(PolicyCompiler.compile(new PolicyFiles("test", files), Optional.empty())
                        .rules())
                .containsOnlyKeys("test.review");
    }

    @Test
    void a_fault_in_the_settings_neither_hides_nor_makes_one_in_the_rules() {
        Map<String, String> files = Policies.files(
                Policies.rule("test.cap", "ServiceFailure()", "findings.cap( \"large\" );"),
                Policies.rule("test.typo", "ServiceFailure( severty == 1 )", "findings.review();"));
        files.merge("policy.properties", "amount.large = much\n", String::concat);

        assertThat(diagnosed(files))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("policy.properties:4: error[amount-invalid]"))
                .anySatisfy(line -> assertThat(line).startsWith("test.drl:").contains("severty"));
    }

    @Test
    void a_policy_that_cannot_find_anything_is_told() {
        Map<String, String> files = Policies.files(Policies.rule("test.mute", "ServiceFailure()", "int i = 0;"));
        files.computeIfPresent("test.drl", (path, text) -> text.replaceFirst("(?m)^global .*$", ""));

        assertThat(diagnosed(files))
                .containsExactly("test: error[findings-missing]: a rule file needs:"
                        + " global org.recoveryrules.drools.rules.Findings findings;");
    }

    @Test
    void the_same_id_in_two_files_is_told() {
        Map<String, String> files = Policies.files(GOOD);
        files.put("other.drl", files.get("test.drl").replace("package test;", "package other;"));

        assertThat(diagnosed(files))
                .singleElement()
                .asString()
                .contains("test.drl:")
                .contains("error[rule-duplicate]");
    }

    private static List<String> diagnosed(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        InvalidPolicyException invalid = catchThrowableOfType(
                InvalidPolicyException.class,
                () -> PolicyCompiler.compile(new PolicyFiles("test", files), Optional.empty()));
        return invalid.diagnostics().stream().map(Diagnostic::toString).toList();
    }
}
