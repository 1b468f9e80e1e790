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

/** The cases of a policy as tests of JUnit Jupiter. */
final class CaseNodes {
    private CaseNodes() {}

    /** A container for each table, and in it a test for each case. */
    static Stream<DynamicNode> of(List<PolicyCase> cases) {
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
            throw new AssertionError(text);
        });
    }
}
