package org.recoveryrules.drools.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.joda.money.Money;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.RequestedRemedy;

/** Writes one JSON value; each kind of value of the API has one form, wherever it stands. */
final class JsonWriter implements Closeable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    private static final DefaultPrettyPrinter INDENTED =
            new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES);

    private final JsonGenerator json;

    private JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    static JsonWriter onOneLine(OutputStream out) throws IOException {
        return new JsonWriter(JSON.createGenerator(out));
    }

    static JsonWriter indented(OutputStream out) throws IOException {
        return new JsonWriter(JSON.createGenerator(out).setPrettyPrinter(INDENTED.createInstance()));
    }

    JsonWriter object() throws IOException {
        json.writeStartObject();
        return this;
    }

    JsonWriter object(String name) throws IOException {
        json.writeObjectFieldStart(name);
        return this;
    }

    JsonWriter end() throws IOException {
        json.writeEndObject();
        return this;
    }

    JsonWriter array(String name) throws IOException {
        json.writeArrayFieldStart(name);
        return this;
    }

    JsonWriter endArray() throws IOException {
        json.writeEndArray();
        return this;
    }

    /** Writes a member of an object; an empty {@link Optional} is left out. */
    JsonWriter member(String name, Object value) throws IOException {
        if (!(value instanceof Optional<?> optional)) {
            json.writeFieldName(name);
            value(value);
        } else if (optional.isPresent()) {
            json.writeFieldName(name);
            value(optional.get());
        }
        return this;
    }

    private void value(Object value) throws IOException {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Money money) {
            money(money);
        } else if (value instanceof Collection<?> collection) {
            json.writeStartArray();
            for (Object element : collection) {
                value(element);
            }
            json.writeEndArray();
        } else if (value instanceof Entitlement owed) {
            object().member("kind", owed.kind())
                    .member("amount", owed.amount())
                    .member("basis", owed.basis())
                    .end();
        } else if (value instanceof RequestedRemedy requested) {
            object().member("kind", requested.kind())
                    .member("amount", requested.amount())
                    .end();
        } else {
            // Constants, durations, periods and text.
            json.writeString(value.toString());
        }
    }

    private void money(Money money) throws IOException {
        json.writeStartObject();
        json.writeStringField("amount", money.getAmount().toPlainString());
        json.writeStringField("currency", money.getCurrencyUnit().getCode());
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
