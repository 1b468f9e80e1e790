package org.recoveryrules.testkit.properties;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Optional;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RecoveryAdvisor;

/** Puts an advisor to a promise, as jqwik does. */
final class Trial {
    private static RecoveryAdvisor accused;
    private static Optional<Trial> last = Optional.empty();

    private final PropertyExecutionResult result;

    private Trial(PropertyExecutionResult result) {
        this.result = result;
    }

    /** Tries a promise by the name of its method. */
    static Trial of(RecoveryAdvisor advisor, String promise) {
        accused = advisor;
        last = Optional.empty();
        String parameters = RecoveryAdvisor.class.getName() + "," + FailureContext.class.getName();
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectMethod(Promised.class, promise, parameters))
                        .build());
        return last.orElseThrow();
    }

    /** The context on which it is broken, shrunk. */
    Optional<FailureContext> counterexample() {
        return result.falsifiedParameters().map(parameters -> (FailureContext) parameters.get(1));
    }

    /** What is wrong there. */
    String message() {
        return result.throwable().orElseThrow().getMessage();
    }

    @AddLifecycleHook(Court.class)
    static final class Promised implements Promises.All {}

    static final class Court implements ResolveParameterHook, AroundPropertyHook {
        @Override
        public PropagationMode propagateTo() {
            return PropagationMode.ALL_DESCENDANTS;
        }

        @Override
        public Optional<ParameterSupplier> resolve(ParameterResolutionContext parameter, LifecycleContext context) {
            return Optional.of(attempt -> accused);
        }

        /** Noted, and not told as a failure. */
        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            PropertyExecutionResult result = property.execute();
            last = Optional.of(new Trial(result));
            return result.mapToSuccessful();
        }
    }
}
