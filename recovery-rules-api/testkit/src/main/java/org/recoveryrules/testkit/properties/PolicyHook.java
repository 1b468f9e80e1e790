package org.recoveryrules.testkit.properties;

import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.testkit.PolicyUnderTest;

/**
 * Found by jqwik: hands properties the policy that their class names by {@link org.recoveryrules.testkit.RecoveryPolicyTest},
 * as a parameter of type {@link PolicyUnderTest} or {@link RecoveryAdvisor}.
 *
 * <p>It is a service and no annotation of {@code RecoveryPolicyTest}, because the compiler warns of annotations that are not on
 * the class path, and jqwik need not be there.
 */
public final class PolicyHook implements ResolveParameterHook, AroundPropertyHook {
    /** For {@link FailureContextProvider}, which jqwik does not tell whose parameter it provides for. */
    private static final ThreadLocal<Optional<PolicyUnderTest>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    /** For the service loader. */
    public PolicyHook() {}

    /** The policy of the property that runs. */
    static Optional<PolicyUnderTest> current() {
        return CURRENT.get();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        CURRENT.set(PolicyUnderTest.of(context.containerClass()));
        try {
            return property.execute();
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public Optional<ParameterSupplier> resolve(ParameterResolutionContext parameter, LifecycleContext context) {
        Class<?> type = parameter.parameter().getType();
        if (type != PolicyUnderTest.class && type != RecoveryAdvisor.class) {
            return Optional.empty();
        }
        return context.optionalContainerClass().flatMap(PolicyUnderTest::of).map(policy -> attempt -> policy);
    }
}
