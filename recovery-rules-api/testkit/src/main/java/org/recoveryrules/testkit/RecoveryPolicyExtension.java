package org.recoveryrules.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.recoveryrules.api.RecoveryAdvisor;

/** Loads the policy that a test class wants, once for all of them, and hands it to whoever asks for it. */
final class RecoveryPolicyExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(RecoveryPolicyExtension.class);

    /** A policy that cannot be used fails the class, once, instead of each of its tests. */
    @Override
    public void beforeAll(ExtensionContext context) {
        policy(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == PolicyUnderTest.class || type == RecoveryAdvisor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return policy(context);
    }

    private static PolicyUnderTest policy(ExtensionContext context) {
        WantedPolicy wanted = WantedPolicy.of(context.getRequiredTestClass()).orElseThrow();
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(wanted, InUse::new, InUse.class)
                .policy();
    }

    /** Kept in the store of all tests, which closes it when the last of them has ended. */
    private record InUse(WantedPolicy wanted) implements AutoCloseable {
        PolicyUnderTest policy() {
            return wanted.loaded();
        }

        @Override
        public void close() {
            wanted.unload();
        }
    }
}
