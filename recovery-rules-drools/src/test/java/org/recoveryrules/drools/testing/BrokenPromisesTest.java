package org.recoveryrules.drools.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.recoveryrules.testkit.RecoveryPolicyTest;
import org.recoveryrules.testkit.properties.Promises;

/** A policy that breaks every promise that rules can break, as a user would test it; and what the user then reads. */
class BrokenPromisesTest {
    private static final Map<String, String> REPORTS = new TreeMap<>();

    @BeforeAll
    static void test_the_policy() {
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Broken.class))
                                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                                entry.getKeyValuePairs().values().forEach(report -> {
                                    System.out.println(test + report);
                                });
                            }

                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult entry) {
                                System.out.println(test + " ---- " + entry);
                            }
                        });
    }

    @Test
    void x() {
        assertThat(REPORTS).isEmpty();
    }

    @RecoveryPolicyTest("src/test/resources/org/recoveryrules/drools/testing/broken-promises")
    static final class Broken implements Promises.All {}
}
