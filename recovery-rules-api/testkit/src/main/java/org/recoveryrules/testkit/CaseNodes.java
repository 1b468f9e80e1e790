package org.recoveryrules.testkit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;

/** The cases of a policy as tests of JUnit Jupiter. */
final class CaseNodes {
    /** Where a case is looked for. */
    static final String WHERE = "a table of cases stands beside the rule file that it is about:"
            + " paradox/barriers.cases.csv beside paradox/barriers.drl";

    private CaseNodes() {}

    /** A container for each table, and in it a test for each case; where there is none, a test that fails and says so. */
    static Stream<DynamicNode> of(String policy, List<PolicyCase> cases) {
        if (cases.isEmpty()) {
            return Stream.of(dynamicTest("there are cases", () -> {
                throw failure("policy " + policy + " has no case; " + WHERE);
            }));
        }
        Map<String, List<PolicyCase>> tables =
                cases.stream().collect(groupingBy(PolicyCase::table, LinkedHashMap::new, toList()));
        return tables.entrySet().stream()
                .map(table -> dynamicContainer(
                        table.getKey(),
                        table.getValue().get(0).source(),
                        table.getValue().stream().map(CaseNodes::test)));
    }

    private static DynamicNode test(PolicyCase one) {
        URI line = URI.create(one.source() + "?line=" + one.line());
        return dynamicTest(one.sentence(), line, () -> run(one));
    }

    private static void run(PolicyCase one) {
        one.run().get().ifPresent(text -> {
            throw failure(text);
        });
    }

    /** The text says where to look, which is in no code. */
    private static AssertionFailedError failure(String text) {
        AssertionFailedError failure = new AssertionFailedError(text);
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }
}
