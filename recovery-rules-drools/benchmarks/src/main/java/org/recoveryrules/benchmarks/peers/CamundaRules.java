package org.recoveryrules.benchmarks.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.benchmarks.Matcher;
import org.recoveryrules.drools.rules.Findings;

/** Camunda's engine for DMN on {@link DmnModel}. */
public final class CamundaRules implements Matcher {
    private final Map<String, Consumer<Findings>> conclusions = PlainRules.conclusions();
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision first = decision(DmnModel.FIRST);
    private final DmnDecision second = decision(DmnModel.SECOND);

    @Override
    public void first(FailureContext context, Findings findings) {
        conclude(first, DmnInputs.of(context), findings);
    }

    @Override
    public void second(FailureContext context, ParadoxAssessment assessment, Findings findings) {
        conclude(second, DmnInputs.of(assessment), findings);
    }

    private void conclude(DmnDecision decision, Map<String, Object> inputs, Findings findings) {
        engine.evaluateDecisionTable(decision, inputs)
                .forEach(row -> conclusions.get(row.<String>getSingleEntry()).accept(findings));
    }

    private DmnDecision decision(String name) {
        byte[] model = DmnModel.ofStandardPolicy().getBytes(UTF_8);
        return engine.parseDecision(name, new ByteArrayInputStream(model));
    }
}
