package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.recoveryrules.api.RecoveryAdvisor;

class RecoveryPolicyExtensionTest {
    private static final List<Object> GIVEN = new ArrayList<>();

    @RecoveryPolicyTest("classpath:one")
    static final class EveryParameter {
        EveryParameter(RecoveryAdvisor advisor) {
            GIVEN.add(advisor);
        }

        @BeforeAll
        static void once(PolicyUnderTest policy) {
            GIVEN.add(policy);
        }

        @BeforeEach
        void before(PolicyUnderTest policy) {
            GIVEN.add(policy);
        }

        @Test
        void test(RecoveryAdvisor advisor, PolicyUnderTest policy) {
            GIVEN.add(advisor);
            GIVEN.add(policy);
        }
    }

    @RecoveryPolicyTest("classpath:one")
    static final class TheSamePolicy {
        @Nested
        class Inner {
            @Test
            void test(PolicyUnderTest policy) {
                GIVEN.add(policy);
            }
        }
    }

    @RecoveryPolicyTest(value = "classpath:one", ruleSets = "paradox")
    static final class OneRuleSet {
        @Test
        void test(PolicyUnderTest policy) {
            GIVEN.add(policy);
        }
    }

    @RecoveryPolicyTest("classpath:invalid")
    static final class Invalid {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    @RecoveryPolicyTest("classpath:one")
    static final class OtherParameter {
        @Test
        void test(String text) {
            GIVEN.add(text);
        }
    }

    @RecoveryPolicyTest("classpath:one")
    static final class Cases {
        @TestFactory
        Stream<DynamicNode> cases(PolicyUnderTest policy) {
            return policy.cases();
        }
    }

    /** What came of classes, run by JUnit. */
    private static final class Run implements TestExecutionListener {
        final List<String> failures = new ArrayList<>();
        final List<String> passed = new ArrayList<>();
        final List<TestSource> sources = new ArrayList<>();

        static Run of(Class<?>... classes) throws IOException {
            GIVEN.clear();
            FakePolicyEngine.clear();
            Run run = new Run();
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
            Stream.of(classes).forEach(type -> request.selectors(selectClass(type)));
            Engines.with(
                    List.of(FakePolicyEngine.class),
                    () -> LauncherFactory.create().execute(request.build(), run));
            return run;
        }

        @Override
        public void dynamicTestRegistered(TestIdentifier test) {
            sources.add(test.getSource().orElseThrow());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(thrown -> failures.add(test.getDisplayName() + ": " + thrown.getMessage()));
            if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed.add(test.getDisplayName());
            }
        }
    }

    @Test
    void constructors_tests_and_lifecycle_methods_are_given_the_policy() throws IOException {
        Run run = Run.of(EveryParameter.class);

        assertThat(run.failures).isEmpty();
        assertThat(GIVEN).hasSize(5).containsOnly(FakePolicyEngine.POLICIES.get(0));
    }

    @Test
    void a_policy_is_loaded_once_for_all_classes_and_closed_at_the_end() throws IOException {
        Run run = Run.of(EveryParameter.class, TheSamePolicy.class, OneRuleSet.class);

        assertThat(run.failures).isEmpty();
        assertThat(FakePolicyEngine.LOADED).containsExactlyInAnyOrder("classpath:one []", "classpath:one [paradox]");
        assertThat(FakePolicyEngine.POLICIES)
                .extracting(policy -> policy.closed)
                .containsExactly(true, true);
    }

    @Test
    void a_policy_that_cannot_be_used_fails_the_class_once() throws IOException {
        Run run = Run.of(Invalid.class);

        assertThat(run.failures)
                .singleElement()
                .asString()
                .startsWith("RecoveryPolicyExtensionTest$Invalid: policy classpath:invalid cannot be used:\n\n");
    }

    @Test
    void other_parameters_are_left_to_others() throws IOException {
        Run run = Run.of(OtherParameter.class);

        assertThat(run.failures).singleElement().asString().contains("No ParameterResolver registered");
    }

    @Test
    void cases_are_tests_of_their_sentence_and_line() throws IOException {
        Run run = Run.of(Cases.class);

        assertThat(run.passed).containsExactly("one passes");
        assertThat(run.failures).containsExactly("one fails: paradox/barriers.cases.csv:3: one fails\n  rules: no");
        assertThat(run.sources)
                .extracting(source -> (ClasspathResourceSource) source)
                .extracting(
                        ClasspathResourceSource::getClasspathResourceName,
                        source -> source.getPosition()
                                .map(position -> position.getLine())
                                .orElse(0))
                .containsExactly(
                        tuple("policy/paradox/barriers.cases.csv", 0),
                        tuple("policy/paradox/barriers.cases.csv", 2),
                        tuple("policy/paradox/barriers.cases.csv", 3));
    }
}
