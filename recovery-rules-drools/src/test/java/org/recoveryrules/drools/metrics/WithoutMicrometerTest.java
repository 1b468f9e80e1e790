package org.recoveryrules.drools.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recoveryrules.drools.Contexts.minor;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.Verdict;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** Where Micrometer is not on the class path, there are decisions all the same. */
class WithoutMicrometerTest {
    @Test
    void the_standard_policy_decides() throws Exception {
        try (URLClassLoader loader = new WithoutMicrometer()) {
            Class<?> type = loader.loadClass(DroolsRecoveryAdvisor.class.getName());
            assertThat(type).isNotSameAs(DroolsRecoveryAdvisor.class);
            assertThatThrownBy(() -> Class.forName(RecoveryMetrics.class.getName(), true, loader))
                    .isInstanceOf(NoClassDefFoundError.class);

            RecoveryAdvisor advisor =
                    (RecoveryAdvisor) type.getMethod("standard").invoke(null);
            try (AutoCloseable closed = (AutoCloseable) advisor) {
                assertThat(closed).isSameAs(advisor);
                assertThat(advisor.decide(minor().build()).paradox().verdict()).isEqualTo(Verdict.APPLIES);
            }
        }
    }

    /** Loads this library anew, and finds no class of Micrometer. */
    private static final class WithoutMicrometer extends URLClassLoader {
        WithoutMicrometer() {
            super(
                    new URL[] {
                        DroolsRecoveryAdvisor.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    WithoutMicrometerTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.micrometer.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.recoveryrules.drools.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
