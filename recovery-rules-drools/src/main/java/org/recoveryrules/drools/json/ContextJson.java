package org.recoveryrules.drools.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.recoveryrules.api.Claim;
import org.recoveryrules.api.Customer;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.Handling;
import org.recoveryrules.api.ServiceFailure;

/**
 * Failure contexts as JSON: the parts and their components as in {@link FailureContext}, money as
 * {@code {"amount": "120.00", "currency": "USD"}}, durations as in ISO 8601 ({@code "PT36H"}), sets and lists as arrays.
 *
 * <p>What is left out has its default; nothing is null. The components can also stand without their parts
 * ({@code {"severity": "MINOR", …}}), all or none of them. An amount can be a JSON number, which is read exactly.
 */
public final class ContextJson {
    /** The longest document that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ContextJson() {}

    /**
     * Reads a document.
     *
     * @param json a whole document in UTF-8, with or without a byte order mark
     * @return the context
     * @throws InvalidContextException if it is no failure context. Up to 100 faults are told at once; values that do not
     *     fit together are looked at once each of them is right
     */
    public static FailureContext read(byte[] json) {
        if (json.length > MAX_BYTES) {
            throw new InvalidContextException("must be at most " + MAX_BYTES + " bytes long");
        }
        String text = decoded(json);
        FaultList faults = new FaultList(text);
        JsonReading document = new JsonReading(Optional.empty(), faults);
        Optional<FailureContext> context = document.value(text, StatedContext.PATH)
                .flatMap(value -> StatedContext.of(value, document))
                .flatMap(stated -> stated.build(document));
        return context.orElseThrow(() -> new InvalidContextException(faults.all()));
    }

    private static String decoded(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidContextException("must be text in UTF-8");
        }
    }

    /**
     * Writes a context in its parts, on one line without its end: everything that has a value, defaults too. Equal
     * contexts give equal bytes.
     *
     * @param context the context
     * @param out where it is written, in UTF-8; stays open
     * @throws IOException if it cannot be written
     */
    public static void write(FailureContext context, OutputStream out) throws IOException {
        try (JsonWriter json = JsonWriter.onOneLine(out)) {
            json.object();
            failure(context.failure(), json);
            json.object("history")
                    .member("priorFailures", context.history().priorFailures())
                    .member("lastRecovery", context.history().lastRecovery())
                    .member("similar", context.history().similar())
                    .end();
            customer(context.customer(), json);
            claim(context.claim(), json);
            handling(context.handling(), json);
            json.object("area").member("risks", context.area().risks()).end();
            json.end();
        }
    }

    private static void failure(ServiceFailure failure, JsonWriter json) throws IOException {
        json.object("failure")
                .member("severity", failure.severity())
                .member("avoidability", failure.avoidability())
                .member("foreseeability", failure.foreseeability())
                .member("recurrence", failure.recurrence())
                .member("type", failure.type())
                .member("resourceLost", failure.resourceLost())
                .member("causedBy", failure.causedBy())
                .member("price", failure.price())
                .member("loss", failure.loss())
                .member("accepted", failure.accepted())
                .end();
    }

    private static void customer(Customer customer, JsonWriter json) throws IOException {
        json.object("customer")
                .member("lifetimeValue", customer.lifetimeValue())
                .member("expectation", customer.expectation())
                .member("mood", customer.mood())
                .member("vulnerabilities", customer.vulnerabilities())
                .member("reach", customer.reach())
                .member("champion", customer.champion())
                .end();
    }

    private static void claim(Claim claim, JsonWriter json) throws IOException {
        json.object("claim")
                .member("status", claim.status())
                .member("compensatedClaims", claim.compensatedClaims())
                .member("entitlements", claim.entitlements())
                .member("requested", claim.requested())
                .end();
    }

    private static void handling(Handling handling, JsonWriter json) throws IOException {
        json.object("handling")
                .member("aware", handling.aware())
                .member("delay", handling.delay())
                .member("apologies", handling.apologies())
                .member("explanation", handling.explanation())
                .end();
    }
}
