package org.recoveryrules.benchmarks.peers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.recoveryrules.api.Claim;
import org.recoveryrules.api.Customer;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.FailureHistory;
import org.recoveryrules.api.Handling;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.ServiceFailure;

/** The inputs of {@link DmnModel}: what the rules of the standard policy read. */
final class DmnInputs {
    private DmnInputs() {}

    static Map<String, Object> of(FailureContext context) {
        Map<String, Object> inputs = new HashMap<>(64);
        put(inputs, context.failure());
        put(inputs, context.history());
        put(inputs, context.customer());
        put(inputs, context.claim());
        put(inputs, context.handling());
        inputs.put("breakProne", context.area().breakProne());
        return inputs;
    }

    static Map<String, Object> of(ParadoxAssessment assessment) {
        return Map.of("verdict", assessment.verdict().name());
    }

    private static void put(Map<String, Object> inputs, ServiceFailure failure) {
        inputs.put("severity", failure.severity().name());
        inputs.put("avoidability", failure.avoidability().name());
        inputs.put("foreseeability", failure.foreseeability().name());
        inputs.put("recurrence", failure.recurrence().name());
        inputs.put("type", failure.type().name());
        inputs.put("resourceLost", failure.resourceLost().name());
        inputs.put("causedBy", failure.causedBy().name());
        inputs.put("accepted", failure.accepted());
        inputs.put("lossAmount", failure.lossAmount());
    }

    private static void put(Map<String, Object> inputs, FailureHistory history) {
        inputs.put("priorFailures", history.priorFailures());
        inputs.put("lastRecovery", history.lastRecovery().name());
        inputs.put("similar", history.similar());
    }

    private static void put(Map<String, Object> inputs, Customer customer) {
        inputs.put("expectation", customer.expectation().name());
        inputs.put("mood", customer.mood().name());
        inputs.put("vulnerable", customer.vulnerable());
        inputs.put("reach", customer.reach().name());
        inputs.put("champion", customer.champion());
    }

    private static void put(Map<String, Object> inputs, Claim claim) {
        inputs.put("status", claim.status().name());
        inputs.put("compensatedClaims", claim.compensatedClaims());
        inputs.put("requestMade", claim.requestMade());
        List<String> kinds = claim.entitledKinds().stream().map(Enum::name).toList();
        inputs.put("entitledKinds", kinds);
    }

    private static void put(Map<String, Object> inputs, Handling handling) {
        inputs.put("aware", handling.aware());
        inputs.put("apologies", handling.apologies());
        inputs.put("explanation", handling.explanation().name());
        inputs.put("delayHours", handling.delayHours());
    }
}
