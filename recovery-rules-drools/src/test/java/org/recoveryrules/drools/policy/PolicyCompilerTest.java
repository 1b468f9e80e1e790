package org.recoveryrules.drools.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.check.CheckedPolicy;

class PolicyCompilerTest {
    private static final String GOOD = Policies.rule("test.review", "ServiceFailure()", "findings.review();");
    private static final String BEYOND = Policies.rule(
            "test.beyond", "$f : ServiceFailure( loss.amount == 0 )", "if ($f != null) findings.review();");

    @Test
    void a_declarative_policy_is_told_all_that_is_wrong_with_it_and_no_warning() {
        Map<String, String> files = Policies.files(GOOD, BEYOND);
        files.put("test/other.drl", "package test;\n");

        assertThat(declarative(files))
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "test/other.drl: error[file-empty]: this file holds no rule",
                        "test/test.drl:19:5: error[binding-not-allowed]: nothing can use the binding '$f'",
                        "test/test.drl:19:26: error[field-path]: a condition reads the fields of the fact themselves",
                        "test/test.drl:21:5: error[consequence-not-findings]: a consequence is one call on findings");
    }

    @Test
    void a_trusted_policy_may_go_beyond_the_profile_in_one_file_and_keep_to_it_in_another() {
        Map<String, String> files = Policies.files(GOOD);
        files.put("test/beyond.drl", Policies.files(BEYOND).get("test/test.drl"));

        CompiledPolicy compiled = PolicyCompiler.trusted(checked(files));

        assertThat(compiled.rules()).containsOnlyKeys("test.review", "test.beyond");
        assertThat(compiled.rules().get("test.beyond").file()).isEqualTo("test/beyond.drl");
        assertThat(compiled.rules().get("test.beyond").reads())
                .extracting("component")
                .containsExactly("failure.loss");
    }

    @Test
    void what_drools_refuses_in_a_trusted_policy_is_told_for_every_file() {
        Map<String, String> files = Policies.files(GOOD);
        files.put("one.drl", "package one;\nrule \"x\"\nwhen\n    ServiceFailure( severity >= )\nthen\nend\n");
        files.put("two.drl", "package two;\nrule\n");
        files.put(
                "typo.drl",
                Policies.files(Policies.rule("test.typo", "ServiceFailure( severty == 1 )", "findings.review();"))
                        .get("test/test.drl"));

        assertThat(trusted(files))
                .anySatisfy(line -> assertThat(line).startsWith("one.drl:4: error[syntax]"))
                .anySatisfy(line -> assertThat(line).startsWith("two.drl:3: error[syntax]"))
                .anySatisfy(line -> assertThat(line).startsWith("typo.drl:").contains("severty"));
    }

    @Test
    void a_trusted_rule_needs_because_and_source_and_an_id_of_its_own_all_the_same() {
        Map<String, String> files = Policies.files(GOOD);
        files.put(
                "test/beyond.drl",
                Policies.files(
                                BEYOND.replace("test.beyond\"", "test.review\""),
                                "rule \"test.bare\" when then findings.review(); end")
                        .get("test/test.drl"));

        assertThat(trusted(files))
                .anySatisfy(line -> assertThat(line)
                        .contains("error[rule-duplicate]: there is another rule 'test.review', in test/beyond.drl:6"))
                .anySatisfy(line -> assertThat(line).contains("error[because-missing]: this rule has no '@because'"))
                .anySatisfy(line -> assertThat(line).contains("error[source-missing]: this rule has no '@source'"))
                .hasSize(3);
    }

    @Test
    void an_amount_that_the_settings_do_not_name_is_told_of_a_trusted_rule_too() {
        Map<String, String> files = Policies.files(
                Policies.rule("test.cap", "$f : ServiceFailure()", "findings.cap( \"gesture.mnior\" );"));
        files.merge("policy.properties", "amount.gesture.minor = percentOfPrice( 10 )\n", String::concat);

        assertThat(trusted(files))
                .containsExactly(
                        "test/test.drl:11: error[amount-unknown]: policy.properties has no amount 'gesture.mnior'");
    }

    @Test
    void settings_that_are_wrong_keep_a_trusted_policy_from_being_compiled() {
        Map<String, String> files = Policies.files(GOOD);
        files.put("policy.properties", "name = test\nversion = 1\ncurrency = XXY\n");

        assertThat(trusted(files))
                .containsExactly("policy.properties:3:12: error[currency-unknown]: 'XXY' is not a currency;"
                        + " allowed are ISO 4217 codes");
    }

    @Test
    void rules_that_cannot_be_read_are_not_missing_in_silence_from_a_trusted_policy() {
        Map<String, String> files = Policies.files(GOOD);
        files.put("test/tariff.csv", "no table\n");
        files.put("test/test.cases.csv", "no case\n");
        files.put("notes.txt", "no rule\n");

        assertThat(trusted(files))
                .containsExactly(
                        "test/tariff.csv: error[table-missing]: no cell begins with RuleTable",
                        "test/tariff.csv: error[table-setting]: the setting RuleSet is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "// Nothing yet.\n", "package te", "package test;\nimport java.util.List;\n"})
    void a_file_cut_off_before_its_first_rule_is_not_missing_in_silence_either(String text) {
        Map<String, String> files = Policies.files(GOOD);
        files.put("test/other.drl", text);

        assertThat(trusted(files)).containsExactly("test/other.drl: error[file-empty]: this file holds no rule");
    }

    @Test
    void what_drools_itself_fails_at_in_a_trusted_policy_is_told() {
        String deep = "(".repeat(5_000);
        Map<String, String> files = Policies.files(GOOD);

        files.put("test/other.drl", "\n\nrule \"test.other\" when g(");
        assertThat(trusted(files)).containsExactly("test/other.drl:3: error[syntax]: Drools cannot read on at '<eof>'");

        files.put("test/other.drl", "rule \"test.other\" when " + deep);
        assertThat(trusted(files))
                .containsExactly("test/other.drl: error[syntax]: this file is nested too deeply for Drools");

        files.put("test/other.drl", Policies.rule("test.other", "", "int x = " + deep + "1" + ")".repeat(5_000) + ";"));
        assertThat(trusted(files))
                .containsExactly("test: error[does-not-compile]: the rules are nested too deeply for Drools");
    }

    private static List<Diagnostic> declarative(Map<String, String> texts) {
        CheckedPolicy checked = checked(texts);
        return catchThrowableOfType(InvalidPolicyException.class, () -> PolicyCompiler.declarative(checked))
                .diagnostics();
    }

    private static List<String> trusted(Map<String, String> texts) {
        CheckedPolicy checked = checked(texts);
        return catchThrowableOfType(InvalidPolicyException.class, () -> PolicyCompiler.trusted(checked))
                .diagnostics()
                .stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private static CheckedPolicy checked(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return Policies.checked(files);
    }
}
