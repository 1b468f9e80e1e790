package org.recoveryrules.drools.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.recoveryrules.drools.files.Nearest;

/** A JSON document being read: the current value, and all that was wrong so far. A fault does not stop the reading. */
final class JsonDocument {
    /** The path of the document as a whole. */
    static final String WHOLE = "context";

    /** Enough for a person, and a document that is nothing but faults does not fill the memory. */
    private static final int MAX_FAULTS = 100;

    private static final int MAX_SHOWN = 40;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private final List<Fault> faults = new ArrayList<>();

    private JsonDocument(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the current value; nothing if there was a fault. */
    interface Reading<T> {
        Optional<T> read(JsonDocument document) throws IOException;
    }

    /**
     * Reads a whole document.
     *
     * @throws InvalidContextException if anything is wrong with it
     */
    static <T> T read(byte[] utf8, Reading<T> reading) {
        CharBuffer text = decoded(utf8);
        int start = !text.isEmpty() && text.get(0) == BYTE_ORDER_MARK ? 1 : 0;
        try (JsonParser parser = JSON.createParser(text.array(), start, text.length() - start)) {
            JsonDocument document = new JsonDocument(parser);
            Optional<T> value = document.read(reading);
            if (value.isEmpty() || !document.faults.isEmpty()) {
                throw new InvalidContextException(document.faults);
            }
            return value.get();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    private static CharBuffer decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        } catch (CharacterCodingException e) {
            throw new InvalidContextException(List.of(new Fault(0, 0, WHOLE, "must be text in UTF-8")));
        }
    }

    private <T> Optional<T> read(Reading<T> reading) throws IOException {
        try {
            if (parser.nextToken() == null) {
                fault(WHOLE, "must be a JSON object, but is empty", JsonLocation.NA);
                return Optional.empty();
            }
            Optional<T> value = reading.read(this);
            if (parser.nextToken() != null) {
                fault(WHOLE, "must be one JSON object, but more follows it");
            }
            return value;
        } catch (JsonProcessingException e) {
            // Where a bracket was opened, the parser says in the terms of its own classes.
            String words = e.getOriginalMessage().replaceAll("\\[Source: .*?; line", "[line");
            // Of what it refuses to read on, it does not say where.
            fault(WHOLE, "cannot be read as JSON: " + words, e.getLocation() == null ? place() : e.getLocation());
            return Optional.empty();
        }
    }

    JsonToken token() {
        return parser.currentToken();
    }

    String text() throws IOException {
        return parser.getText();
    }

    BigDecimal number() throws IOException {
        return parser.getDecimalValue();
    }

    /** Goes on to the next name in an object; false at its end. */
    boolean nextName() throws IOException {
        return parser.nextToken() == JsonToken.FIELD_NAME;
    }

    String name() throws IOException {
        return parser.currentName();
    }

    /** Goes on from a name to its value. */
    void nextValue() throws IOException {
        parser.nextToken();
    }

    /** Goes on to the next element of an array; false at its end. */
    boolean nextElement() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** Passes over a name that an object does not know, and its value. */
    void skipUnknown(String object, Collection<String> known) throws IOException {
        String name = cut(name());
        String hint = Nearest.to(name, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElseGet(() -> "known are " + String.join(", ", known));
        skip(object.isEmpty() ? name : object + "." + name, "is not known; " + hint);
    }

    /** Passes over a name and its value. */
    void skip(String path, String fault) throws IOException {
        fault(path, fault);
        nextValue();
        parser.skipChildren();
    }

    /** Notes that the current value is not what is allowed, and passes over it. */
    <T> Optional<T> refuse(String path, String allowed) throws IOException {
        String hint = token() == JsonToken.VALUE_NULL ? "; leave out what is not known" : "";
        fault(path, "must be " + allowed + ", but was " + shown() + hint);
        parser.skipChildren();
        return Optional.empty();
    }

    /** Notes that the current value is none of the words that are allowed. */
    <T> Optional<T> refuseWord(String path, String allowed, Collection<String> words) throws IOException {
        String hint = Nearest.to(cut(text()), words)
                .map(meant -> "; did you mean " + meant + "?")
                .orElse("");
        fault(path, "must be " + allowed + ", but was " + shown() + hint);
        return Optional.empty();
    }

    /** A value unless its making says that it cannot be. */
    <T> Optional<T> checked(Supplier<T> value, JsonLocation place) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            String[] pathAndWords = e.getMessage().split(" ", 2);
            fault(pathAndWords[0], pathAndWords[1], place);
            return Optional.empty();
        }
    }

    JsonLocation place() {
        return parser.currentTokenLocation();
    }

    List<Fault> faults() {
        return faults;
    }

    void fault(String path, String message) {
        fault(path, message, place());
    }

    /** Notes a fault at a place; {@link JsonLocation#NA} where there is none. */
    void fault(String path, String message, JsonLocation place) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(new Fault(Math.max(0, place.getLineNr()), Math.max(0, place.getColumnNr()), path, message));
        }
    }

    private String shown() throws IOException {
        return switch (token()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> '"' + cut(text()) + '"';
            default -> cut(text());
        };
    }

    private static String cut(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
