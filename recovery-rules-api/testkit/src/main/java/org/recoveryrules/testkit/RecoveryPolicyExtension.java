package org.recoveryrules.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.recoveryrules.api.RecoveryAdvisor;

/** Loads the policy that a test class wants, once for all of them, and hands it to whoever asks for it. */
final class RecoveryPolicyExtension implements BeforeAllCallback, ParameterResolver {
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
        return PolicyUnderTest.of(context.getRequiredTestClass()).orElseThrow();
    }
}
