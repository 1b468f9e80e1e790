package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void the_schema_of_what_is_read_of_what_is_written_of_records_and_of_cases_is_printed() throws IOException {
        assertThat(Ended.of("schema", "context")).isEqualTo(new Ended(0, resource("failure-context"), ""));
        assertThat(Ended.of("schema", "decision")).isEqualTo(new Ended(0, resource("recovery-decision"), ""));
        assertThat(Ended.of("schema", "record")).isEqualTo(new Ended(0, resource("decision-record"), ""));
        assertThat(Ended.of("schema", "cases")).isEqualTo(new Ended(0, resource("cases"), ""));
    }

    @Test
    void nothing_else_has_a_schema() {
        assertThat(Ended.of("schema", "policy")).isEqualTo(new Ended(1, "", """
                error: expected one of [CONTEXT, DECISION, RECORD, CASES] (case-insensitive) but was 'policy'
                Try 'recovery-rules schema --help'.
                """));
    }

    private static String resource(String name) throws IOException {
        try (InputStream schema = Schema.class
                .getClassLoader()
                .getResourceAsStream("org/recoveryrules/schema/" + name + ".schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
