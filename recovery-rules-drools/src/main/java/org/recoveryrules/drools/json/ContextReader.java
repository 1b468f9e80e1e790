package org.recoveryrules.drools.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recoveryrules.api.FailureContext;

/** Reads one failure context out of one document. */
final class ContextReader {
    private static final List<String> KNOWN_AT_THE_TOP = Stream.concat(
                    Input.PARTS.keySet().stream(), Input.BY_NAME.keySet().stream())
            .toList();

    private final JsonDocument document;
    private final FailureContext.Builder builder = FailureContext.builder();
    private final Set<Input<?>> given = new HashSet<>();
    private boolean hasParts;
    private boolean hasInputsWithoutPart;

    private ContextReader(JsonDocument document) {
        this.document = document;
    }

    /** Reads the context that is the current value; nothing if the document has a fault. */
    static Optional<FailureContext> read(JsonDocument document) throws IOException {
        return new ContextReader(document).read();
    }

    private Optional<FailureContext> read() throws IOException {
        if (document.token() != JsonToken.START_OBJECT) {
            return document.refuse(JsonDocument.WHOLE, "a JSON object");
        }
        while (document.nextName()) {
            member(document.name());
        }
        if (hasParts && hasInputsWithoutPart) {
            String fault = "must have every component in its part, or every component without";
            document.fault(JsonDocument.WHOLE, fault, JsonLocation.NA);
        }
        for (Input<?> input : Input.CORE) {
            if (!given.contains(input)) {
                String fault = "must be given: " + input.kind().allowed();
                document.fault(input.path(), fault, JsonLocation.NA);
            }
        }
        return document.faults().isEmpty() ? document.checked(builder::build, JsonLocation.NA) : Optional.empty();
    }

    private void member(String name) throws IOException {
        if (Input.PARTS.containsKey(name)) {
            hasParts = true;
            part(name);
        } else if (Input.BY_NAME.containsKey(name)) {
            hasInputsWithoutPart = true;
            input(Input.BY_NAME.get(name));
        } else {
            document.skipUnknown("", KNOWN_AT_THE_TOP);
        }
    }

    private void part(String part) throws IOException {
        List<String> known = Input.PARTS.get(part);
        document.nextValue();
        if (document.token() != JsonToken.START_OBJECT) {
            document.refuse(part, "an object of " + String.join(", ", known));
            return;
        }
        while (document.nextName()) {
            String name = document.name();
            Input<?> input = Input.BY_NAME.get(name);
            if (input == null) {
                document.skipUnknown(part, known);
            } else if (input.part().equals(part)) {
                input(input);
            } else {
                document.skip(part + "." + name, "is not known; " + name + " belongs to " + input.part());
            }
        }
    }

    private void input(Input<?> input) throws IOException {
        given.add(input);
        document.nextValue();
        input.read(document, builder);
    }
}
