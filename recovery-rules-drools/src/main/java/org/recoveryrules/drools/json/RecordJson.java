package org.recoveryrules.drools.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Component;
import org.recoveryrules.api.DecisionRecord;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecordedRemedy;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Verdict;

/**
 * Decision records as JSON: the components as in {@link DecisionRecord}, their values in the forms of {@link DecisionJson}.
 * A record is a text on one line, to be kept in a column or in a log.
 */
public final class RecordJson {
    private static final String PATH = "record";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Kind<String> DIGEST = Kind.text(
            "64 hexadecimal digits in lower case",
            Function.identity(),
            digest -> SHA_256.matcher(digest).matches());
    private static final Kind<Authority> AUTHORITY = Kind.constant(Authority.class);

    private static final Kind<PolicyIdentity> POLICY = Kind.object(
            "an object with name, version and digest",
            Map.of("name", Kind.TEXT, "version", Kind.TEXT, "digest", DIGEST),
            Set.of(),
            (path, values) -> new PolicyIdentity(
                    (String) values.get("name"), (String) values.get("version"), (String) values.get("digest")));

    private static final Kind<ParadoxAssessment> PARADOX = Kind.object(
            "an object with verdict and barriers",
            Map.of("verdict", Kind.constant(Verdict.class), "barriers", Kind.setOf(Kind.constant(Barrier.class))),
            Set.of(),
            (path, values) -> new ParadoxAssessment((Verdict) values.get("verdict"), set(values.get("barriers"))));

    private static final Kind<RecordedRemedy> REMEDY = Kind.object(
            "an object with kind, component, authority and, where it has one, amount",
            Map.of(
                    "kind",
                    Kind.constant(RemedyKind.class),
                    "component",
                    Kind.constant(Component.class),
                    "amount",
                    Input.MONEY,
                    "authority",
                    AUTHORITY),
            Set.of("amount"),
            (path, values) -> new RecordedRemedy(
                    (RemedyKind) values.get("kind"),
                    (Component) values.get("component"),
                    Optional.ofNullable((Money) values.get("amount")),
                    (Authority) values.get("authority")));

    private static final Kind<DecisionRecord> RECORD = Kind.object(
            "a JSON object",
            Map.of(
                    "contextDigest",
                    DIGEST,
                    "policy",
                    POLICY,
                    "paradox",
                    PARADOX,
                    "remedies",
                    Kind.listOf(REMEDY),
                    "authority",
                    AUTHORITY,
                    "humanReview",
                    Kind.FLAG,
                    "total",
                    Input.MONEY,
                    "gestureTotal",
                    Input.MONEY,
                    "rules",
                    Kind.listOf(Kind.TEXT),
                    "decisionDigest",
                    DIGEST),
            Set.of(),
            RecordJson::record);

    private RecordJson() {}

    /**
     * Writes a record.
     *
     * @param record the record
     * @return it on one line, without its end; equal records give equal texts
     */
    public static String write(DecisionRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.onOneLine(out)) {
            write(record, json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record.
     *
     * @param json a whole text as {@link #write} gives it; its members in any order
     * @return the record
     * @throws IllegalArgumentException if it is no decision record; the message tells all that is wrong with it
     */
    public static DecisionRecord read(String json) {
        FaultList faults = new FaultList(json);
        JsonReading document = new JsonReading(Optional.empty(), faults);
        return document.value(json, PATH)
                .flatMap(value -> RECORD.read(value, PATH, document))
                .orElseThrow(() -> new IllegalArgumentException(
                        faults.all().stream().map(Fault::toString).collect(Collectors.joining("; "))));
    }

    private static void write(DecisionRecord record, JsonWriter json) throws IOException {
        json.object().member("contextDigest", record.contextDigest());
        DecisionJson.policy(record.policy(), json);
        DecisionJson.paradox(record.paradox(), json);
        json.array("remedies");
        for (RecordedRemedy remedy : record.remedies()) {
            json.object()
                    .member("kind", remedy.kind())
                    .member("component", remedy.component())
                    .member("amount", remedy.amount())
                    .member("authority", remedy.authority())
                    .end();
        }
        json.endArray()
                .member("authority", record.authority())
                .member("humanReview", record.humanReview())
                .member("total", record.total())
                .member("gestureTotal", record.gestureTotal())
                .member("rules", record.rules())
                .member("decisionDigest", record.decisionDigest())
                .end();
    }

    private static DecisionRecord record(String path, Map<String, Object> values) {
        return new DecisionRecord(
                (String) values.get("contextDigest"),
                (PolicyIdentity) values.get("policy"),
                (ParadoxAssessment) values.get("paradox"),
                list(values.get("remedies")),
                (Authority) values.get("authority"),
                (boolean) values.get("humanReview"),
                (Money) values.get("total"),
                (Money) values.get("gestureTotal"),
                list(values.get("rules")),
                (String) values.get("decisionDigest"));
    }

    /** What a kind of lists has read. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object read) {
        return (List<T>) read;
    }

    /** What a kind of sets has read. */
    @SuppressWarnings("unchecked")
    private static <T> Set<T> set(Object read) {
        return (Set<T>) read;
    }
}
