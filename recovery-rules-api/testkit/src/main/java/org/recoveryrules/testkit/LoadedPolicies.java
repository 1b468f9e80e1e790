package org.recoveryrules.testkit;

import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The policies that are loaded, each once: engines of tests run one after the other and know nothing of each other, and loading
 * takes seconds. Tests that run tests have sessions within sessions, each with policies of its own.
 */
final class LoadedPolicies {
    private static final Deque<Map<WantedPolicy, PolicyUnderTest>> SESSIONS = new ConcurrentLinkedDeque<>();

    static {
        open();
    }

    private LoadedPolicies() {}

    static PolicyUnderTest of(WantedPolicy wanted) {
        return SESSIONS.getFirst().computeIfAbsent(wanted, WantedPolicy::load);
    }

    static void open() {
        SESSIONS.addFirst(new ConcurrentHashMap<>());
    }

    static void close() {
        SESSIONS.removeFirst().values().forEach(PolicyUnderTest::close);
    }
}
