package org.recoveryrules.testkit.properties;

import java.util.ServiceLoader;
import net.jqwik.api.SampleReportingFormat;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.testkit.PolicyEngine;

/** Found by jqwik: prints a context of a sample as it stands in a table of cases, to be copied. */
public final class FailureContextFormat implements SampleReportingFormat {
    /** For the service loader. */
    public FailureContextFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof FailureContext;
    }

    /** Without an engine nobody knows how a table is written, and the context is told as it is. */
    @Override
    public Object report(Object value) {
        String lines = ServiceLoader.load(PolicyEngine.class)
                .findFirst()
                .map(engine -> engine.caseLines((FailureContext) value))
                .orElseGet(value::toString);
        return SampleReportingFormat.plainLabel(lines);
    }
}
