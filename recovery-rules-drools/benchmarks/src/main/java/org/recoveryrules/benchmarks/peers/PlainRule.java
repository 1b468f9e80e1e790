package org.recoveryrules.benchmarks.peers;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.recoveryrules.drools.rules.Findings;

/**
 * A rule in plain Java.
 *
 * @param <T> what it reads
 * @param id its id
 * @param condition when it speaks
 * @param conclusion what it says
 */
record PlainRule<T>(String id, Predicate<T> condition, Consumer<Findings> conclusion) {}
