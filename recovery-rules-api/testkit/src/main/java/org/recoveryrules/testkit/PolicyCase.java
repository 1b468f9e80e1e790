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
 * @param source where the line stands, {@code file:/policy/paradox/barriers.cases.csv?line=7}; nothing where it is no file
 * @param run runs it; nothing comes back if the decision is as expected, else what is expected, what came, and the rules to
 *     blame
 */
public record PolicyCase(
        String sentence, String table, int line, Optional<URI> source, Supplier<Optional<String>> run) {}
