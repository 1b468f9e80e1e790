package org.recoveryrules.testkit.properties;

import java.util.ServiceLoader;
import net.jqwik.api.SampleReportingFormat;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.testkit.PolicyEngine;

/** Found by jqwik: prints a context of a sample as it stands in a table of cases, to be copied, and a policy by its name. */
public final class SampleFormat implements SampleReportingFormat {
    /** For the service loader. */
    public SampleFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof FailureContext || value instanceof RecoveryAdvisor;
    }

    @Override
    public Object report(Object value) {
        return SampleReportingFormat.plainLabel(
                value instanceof FailureContext context ? lines(context) : name((RecoveryAdvisor) value));
    }

    /** Without an engine nobody knows how a table is written, and the context is told as it is. */
    static String lines(FailureContext context) {
        return ServiceLoader.load(PolicyEngine.class)
                .findFirst()
                .map(engine -> engine.caseLines(context))
                .orElseGet(context::toString);
    }

    private static String name(RecoveryAdvisor advisor) {
        PolicyIdentity identity = advisor.policy().identity();
        return identity.name() + " " + identity.version();
    }
}
