package org.recoveryrules.drools.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.recoveryrules.api.FollowUp;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Remedy;
import org.recoveryrules.api.Step;

/**
 * Recovery decisions as JSON: the components as in {@link RecoveryDecision}, their values in the forms of
 * {@link ContextJson}, periods as in ISO 8601 ({@code "P3D"}). Empty lists are written, absent values left out. Everything
 * stands in the order of the decision, so what is decided by one policy about equal contexts is written in equal bytes.
 */
public final class DecisionJson {
    private DecisionJson() {}

    /**
     * Writes a decision on one line, without its end.
     *
     * @param decision the decision
     * @param out where it is written, in UTF-8; stays open
     * @throws IOException if it cannot be written
     */
    public static void write(RecoveryDecision decision, OutputStream out) throws IOException {
        try (JsonWriter json = JsonWriter.onOneLine(out)) {
            write(decision, json);
        }
    }

    /**
     * Writes a decision indented, without a line end after the last line.
     *
     * @param decision the decision
     * @param out where it is written, in UTF-8; stays open
     * @throws IOException if it cannot be written
     */
    public static void writeIndented(RecoveryDecision decision, OutputStream out) throws IOException {
        try (JsonWriter json = JsonWriter.indented(out)) {
            write(decision, json);
        }
    }

    /**
     * Writes what stands in the place of a decision that could not be made, {@code {"line": 7, "error": "…"}}, on one
     * line without its end.
     *
     * @param line the line of the context, from 1
     * @param error what kept it from being decided
     * @param out where it is written, in UTF-8; stays open
     * @throws IOException if it cannot be written
     */
    public static void writeError(long line, String error, OutputStream out) throws IOException {
        try (JsonWriter json = JsonWriter.onOneLine(out)) {
            json.object().member("line", line).member("error", error).end();
        }
    }

    private static void write(RecoveryDecision decision, JsonWriter json) throws IOException {
        json.object();
        paradox(decision.paradox(), json);
        json.member("questions", decision.questions());
        json.member("doubleDeviation", decision.doubleDeviation());
        json.member("approach", decision.approach());
        remedies(decision.remedies(), json);
        json.member("authority", decision.authority());
        json.member("humanReview", decision.humanReview());
        steps(decision.steps(), json);
        followUps(decision.followUps(), json);
        json.member("total", decision.total());
        json.member("gestureTotal", decision.gestureTotal());
        reasons(decision.reasons(), json);
        policy(decision.policy(), json);
        json.end();
    }

    static void paradox(ParadoxAssessment paradox, JsonWriter json) throws IOException {
        json.object("paradox")
                .member("verdict", paradox.verdict())
                .member("barriers", paradox.barriers())
                .end();
    }

    private static void remedies(List<Remedy> remedies, JsonWriter json) throws IOException {
        json.array("remedies");
        for (Remedy remedy : remedies) {
            json.object()
                    .member("kind", remedy.kind())
                    .member("component", remedy.component())
                    .member("justice", remedy.justice())
                    .member("amount", remedy.amount())
                    .member("basis", remedy.basis())
                    .member("authority", remedy.authority())
                    .end();
        }
        json.endArray();
    }

    private static void steps(List<Step> steps, JsonWriter json) throws IOException {
        json.array("steps");
        for (Step step : steps) {
            json.object()
                    .member("kind", step.kind())
                    .member("words", step.words())
                    .end();
        }
        json.endArray();
    }

    private static void followUps(List<FollowUp> followUps, JsonWriter json) throws IOException {
        json.array("followUps");
        for (FollowUp followUp : followUps) {
            json.object()
                    .member("after", followUp.after())
                    .member("action", followUp.action())
                    .end();
        }
        json.endArray();
    }

    private static void reasons(List<Reason> reasons, JsonWriter json) throws IOException {
        json.array("reasons");
        for (Reason reason : reasons) {
            json.object()
                    .member("rule", reason.rule())
                    .member("because", reason.because())
                    .member("source", reason.source())
                    .object("facts");
            for (Map.Entry<String, Object> fact : reason.facts().entrySet()) {
                json.member(fact.getKey(), fact.getValue());
            }
            json.end().end();
        }
        json.endArray();
    }

    static void policy(PolicyIdentity policy, JsonWriter json) throws IOException {
        json.object("policy")
                .member("name", policy.name())
                .member("version", policy.version())
                .member("digest", policy.digest())
                .end();
    }
}
