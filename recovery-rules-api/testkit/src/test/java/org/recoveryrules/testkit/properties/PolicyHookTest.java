package org.recoveryrules.testkit.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.testkit.RecoveryPolicyTest;

class PolicyHookTest {
    @Test
    void without_a_policy_a_parameter_is_left_to_others() {
        assertThat(failures(WithoutPolicy.class))
                .singleElement()
                .asString()
                .startsWith("needs a policy: Parameter [org.recoveryrules.api.RecoveryAdvisor advisor]")
                .contains("cannot be resolved");
    }

    @Test
    void a_policy_that_is_not_there_fails_the_property() {
        assertThat(failures(NoSuchPolicy.class))
                .singleElement()
                .asString()
                .startsWith("needs a policy: there is no folder 'no-such-policy' in ");
    }

    private static List<String> failures(Class<?> test) {
        List<String> failures = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(test))
                                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                                result.getThrowable()
                                        .ifPresent(thrown ->
                                                failures.add(identifier.getDisplayName() + ": " + thrown.getMessage()));
                            }
                        });
        return failures;
    }

    static final class WithoutPolicy {
        @Example
        void needs_a_policy(RecoveryAdvisor advisor) {
            advisor.policy();
        }
    }

    @RecoveryPolicyTest("no-such-policy")
    static final class NoSuchPolicy {
        @Example
        void needs_a_policy(RecoveryAdvisor advisor) {
            advisor.policy();
        }
    }
}
