package org.recoveryrules.drools.check;

import java.util.stream.Collectors;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Rendering;
import org.recoveryrules.drools.syntax.RuleNode;

/** What a rule says, whatever it is called and in whatever order it says it. */
final class Meaning {
    private Meaning() {}

    static String of(RuleNode rule) {
        String conditions = rule.conditions().stream()
                .map(condition -> condition instanceof Fact fact
                        ? fact.constraints().stream()
                                .map(Rendering::of)
                                .sorted()
                                .collect(Collectors.joining(", ", fact.type().text() + "( ", " )"))
                        : Rendering.of(condition))
                .sorted()
                .collect(Collectors.joining("\n"));
        return conditions + "\nthen " + Rendering.consequence(rule.consequence().orElseThrow());
    }
}
