package org.recoveryrules.drools.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.DecisionRecord;
import org.recoveryrules.api.RecoveryDecision;

class DecisionRecordSchemaTest {
    private static final JsonSchema SCHEMA = JsonSchema.of("decision-record.schema.json");

    @Test
    void it_is_a_schema() {
        assertThat(SCHEMA.faults()).isEmpty();
    }

    @Test
    void every_component_and_every_constant_appears() {
        new SchemaOfRecords(SCHEMA).assertSame(DecisionRecord.class, SCHEMA.text());
    }

    @Test
    void every_component_is_required() {
        assertThat(JsonSchema.texts(SCHEMA.text().path("required")))
                .isEqualTo(Arrays.stream(DecisionRecord.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void records_with_everything_and_with_nothing_are_valid() throws IOException {
        assertThat(SCHEMA.faults(json(Decisions.full()))).isEmpty();
        assertThat(SCHEMA.faults(json(Decisions.bare()))).isEmpty();
    }

    static Stream<Consumer<ObjectNode>> changes() {
        return Stream.of(
                record -> record.remove("decisionDigest"),
                record -> record.put("lifetimeValue", "5000"),
                record -> record.put("contextDigest", "0123"),
                record -> record.put("decisionDigest", "A".repeat(64)),
                record -> record.put("humanReview", "true"),
                record -> record.put("authority", "CLERK"),
                record -> record.putNull("total"),
                record -> record.withObject("/total").put("currency", "usd"),
                record -> record.withObject("/gestureTotal").put("amount", "-1.00"),
                record -> record.withObject("/paradox").put("verdict", "UNKNOWN"),
                record -> record.withObject("/paradox").withArray("barriers").add("MOOD"),
                record -> record.withObject("/policy").put("name", " "),
                record -> record.withObject("/policy").remove("digest"),
                record -> record.withArray("rules").add(""),
                record -> ((ObjectNode) record.at("/remedies/0")).put("basis", "law"),
                record -> ((ObjectNode) record.at("/remedies/0")).putNull("amount"),
                record -> ((ObjectNode) record.at("/remedies/0")).remove("authority"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_is_no_record_is_neither_valid_nor_read(Consumer<ObjectNode> change) throws IOException {
        ObjectNode record = json(Decisions.full());
        change.accept(record);

        assertThat(SCHEMA.faults(record)).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> RecordJson.read(record.toString()));
    }

    @Test
    void the_order_of_members_means_nothing() throws IOException {
        ObjectNode record = json(Decisions.full());
        ObjectNode reversed = JsonSchema.JSON.createObjectNode();
        List<String> names = JsonSchema.names(record);
        for (int i = names.size() - 1; i >= 0; i--) {
            reversed.set(names.get(i), record.path(names.get(i)));
        }

        assertThat(RecordJson.read(reversed.toString())).isEqualTo(RecordJson.read(record.toString()));
    }

    private static ObjectNode json(RecoveryDecision decision) throws IOException {
        DecisionRecord record = DecisionRecord.of(Contexts.core().build(), decision);
        return (ObjectNode) JsonSchema.JSON.readTree(RecordJson.write(record));
    }
}
