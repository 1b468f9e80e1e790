package org.recoveryrules.drools;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.recoveryrules.drools.live.AdvisorListener;

/** An application that embeds the library, to be put into any class loader: it is spoken to in terms of the JDK alone. */
public final class EmbeddingApplication implements Supplier<String>, AutoCloseable {
    private final DroolsRecoveryAdvisor advisor;

    /** Starts with a policy on its class path, or else in a folder. */
    public EmbeddingApplication(String policy) {
        ClassLoader own = EmbeddingApplication.class.getClassLoader();
        advisor = DroolsRecoveryAdvisor.builder()
                .policy(
                        own.getResource(policy + "/policy.properties") == null
                                ? PolicySource.folder(Path.of(policy))
                                : PolicySource.classPath(policy, own))
                .watch(Duration.ofMillis(100))
                .listener(new AdvisorListener() {})
                .build();
    }

    /** Decides, as often as conditions take to be compiled. */
    @Override
    public String get() {
        for (int i = 0; i < 50; i++) {
            advisor.decide(Contexts.minor().build());
        }
        return advisor.decide(Contexts.minor().build()).paradox().verdict().toString();
    }

    @Override
    public void close() {
        advisor.close();
    }
}
