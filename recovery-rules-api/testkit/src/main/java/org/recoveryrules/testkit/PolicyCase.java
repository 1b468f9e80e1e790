package org.recoveryrules.testkit;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A case of a policy.
 *
 * @param sentence what it shows
 * @param table the path of its table within the policy
 * @param line its line there
 * @param source where the table stands, {@code file:///policy/paradox/barriers.cases.csv} or
 *     {@code classpath:/org/example/policy/paradox/barriers.cases.csv}
 * @param run runs it; nothing comes back if the decision is as expected, else where it stands and
 *     what it shows, what is expected, what came, and the rules to blame
 */
public record PolicyCase(String sentence, String table, int line, URI source, Supplier<Optional<String>> run) {}
