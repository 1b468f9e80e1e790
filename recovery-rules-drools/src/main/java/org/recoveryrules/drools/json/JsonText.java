package org.recoveryrules.drools.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.json.JsonValue.Array;
import org.recoveryrules.drools.json.JsonValue.Member;
import org.recoveryrules.drools.json.JsonValue.Members;
import org.recoveryrules.drools.json.JsonValue.Nothing;
import org.recoveryrules.drools.json.JsonValue.Truth;

/** A text of JSON, and the values in it. */
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private final String text;
    private final JsonParser parser;

    private JsonText(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * The one value of a text; nothing if it is no JSON, which is noted.
     *
     * @param whole what the text is called
     */
    static Optional<JsonValue> read(String text, String whole, JsonReading reading) {
        try (JsonParser parser = JSON.createParser(text)) {
            return new JsonText(text, parser).read(whole, reading);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    private Optional<JsonValue> read(String whole, JsonReading reading) throws IOException {
        try {
            if (parser.nextToken() == null) {
                reading.fault(Code.CASES_MALFORMED, whole, "must be JSON, but is empty");
                return Optional.empty();
            }
            JsonValue value = value();
            if (parser.nextToken() != null) {
                String message = "must be one value, but more follows it";
                reading.fault(Code.CASES_MALFORMED, place(), whole, message);
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (JsonProcessingException e) {
            // Where a bracket was opened, the parser says in the terms of its own classes.
            String words = e.getOriginalMessage().replaceAll("\\[Source: .*?; line", "[line");
            reading.fault(Code.CASES_MALFORMED, place(e), whole, "cannot be read as JSON: " + words);
            return Optional.empty();
        }
    }

    private JsonValue value() throws IOException {
        Span place = place();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Members(place, members());
            case START_ARRAY -> new Array(place, elements());
            case VALUE_STRING -> {
                String said = parser.getText(); // only now the parser reads it to its end, if it has one
                yield new JsonValue.Text(quoted(place.start()), said);
            }
            case VALUE_TRUE, VALUE_FALSE -> new Truth(written(place), parser.getBooleanValue());
            case VALUE_NULL -> new Nothing(written(place));
            default -> new JsonValue.Number(written(place), parser.getText());
        };
    }

    private List<Member> members() throws IOException {
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Name name = new Name(parser.currentName(), quoted(place().start()));
            parser.nextToken();
            members.add(new Member(name, value()));
        }
        return members;
    }

    private List<JsonValue> elements() throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    private Span place() {
        int start = offset(parser.currentTokenLocation());
        return new Span(start, Math.min(start + 1, text.length()));
    }

    /** Of what it refuses to read on, the parser does not say where. */
    private Span place(JsonProcessingException e) {
        int start = e.getLocation() == null ? place().start() : offset(e.getLocation());
        return new Span(start, start);
    }

    private int offset(JsonLocation location) {
        return (int) Math.max(0, Math.min(location.getCharOffset(), text.length()));
    }

    private Span written(Span place) throws IOException {
        return new Span(place.start(), place.start() + parser.getText().length());
    }

    /** From an opening quote to the one that closes it, which is there: the parser has read it. */
    private Span quoted(int start) throws IOException {
        int end = start + 1;
        while (text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return new Span(start, end + 1);
    }
}
