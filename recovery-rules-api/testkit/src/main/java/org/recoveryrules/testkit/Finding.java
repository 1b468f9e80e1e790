package org.recoveryrules.testkit;

import java.util.List;

/**
 * What one rule finds: a verb of {@code findings} and what it is given, as a rule file spells it.
 *
 * @param verb such as {@code barrier}
 * @param arguments enum constants by their names, texts without their quotes, amounts as in {@code policy.properties}
 */
public record Finding(String verb, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }
}
