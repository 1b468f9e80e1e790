package org.recoveryrules.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests a policy: constructors, test methods and lifecycle methods of the class get it as a parameter of type
 * {@link PolicyUnderTest} or {@link org.recoveryrules.api.RecoveryAdvisor}.
 *
 * <pre>{@code
 * @RecoveryPolicyTest("policy")
 * class PolicyTest {
 *     @TestFactory
 *     Stream<DynamicNode> cases(PolicyUnderTest policy) {
 *         return policy.cases();
 *     }
 * }
 * }</pre>
 *
 * <p>A policy is loaded once, however many classes test it. One that cannot be used fails the class with all that is wrong
 * with it. Also for nested classes and subclasses, which may name another one.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(RecoveryPolicyExtension.class)
public @interface RecoveryPolicyTest {
    /**
     * Which policy: a folder, relative to the one in which the tests run, which Maven and Gradle make that of the module; or
     * {@code classpath:org/example/policy}.
     */
    String value();

    /** The rule sets (topics) whose rules take part, {@code paradox}; all if empty. */
    String[] ruleSets() default {};
}
