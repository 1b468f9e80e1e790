package org.recoveryrules.benchmarks.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.benchmarks.Matcher;
import org.recoveryrules.drools.rules.Findings;

/**
 * Camunda's engine for DMN on {@link DmnModel}, in the fastest way that was found: expressions in JUEL, and cells in the FEEL
 * that is translated to it. With its other FEEL it takes sixty times as long. KIE's engine for DMN takes three times as long,
 * and brings more of Drools onto the class path of the Drools that it is compared with.
 */
public final class CamundaRules implements Matcher {
    private final Map<String, Consumer<Findings>> conclusions = PlainRules.conclusions();
    private final DmnEngine engine =
            new DefaultDmnEngineConfiguration().enableFeelLegacyBehavior(true).buildEngine();
    private final DmnDecision first;
    private final DmnDecision second;

    public CamundaRules() {
        byte[] model = DmnModel.ofStandardPolicy().getBytes(UTF_8);
        Map<String, DmnDecision> decisions = engine.parseDecisions(new ByteArrayInputStream(model)).stream()
                .collect(Collectors.toMap(DmnDecision::getKey, Function.identity()));
        first = decisions.get(DmnModel.FIRST);
        second = decisions.get(DmnModel.SECOND);
    }

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
}
