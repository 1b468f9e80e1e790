package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

class SarifReportTest {
    private static final Path FOLDER = Path.of("some where", "my shop");
    private static final Schema SCHEMA = schema();
    private static final Place FIELD = new Place("paradox/barriers.drl", "", 3, 3, 3, 5, "\t😀ab c");

    @Test
    void every_kind_of_diagnostic_makes_a_log_that_the_official_schema_accepts() throws IOException {
        List<Diagnostic> all = List.of(
                found(FIELD),
                found(Place.of("policy.properties")),
                found(Place.of("paradox/barriers.drl", 7)),
                found(Place.of(FOLDER.toString())),
                found(new Place("a.drl", "", 3, 5, 9, 0, "then")),
                found(new Place("tariff.xlsx", "Tariff", 12, 3, 12, 3, "MINR")));

        assertThat(faults(SarifReport.of(FOLDER, all))).isEmpty();
        assertThat(faults(SarifReport.of(FOLDER, List.of()))).isEmpty();
    }

    @Test
    void the_schema_would_tell() throws IOException {
        String log = SarifReport.of(FOLDER, List.of(found(FIELD)));

        assertThat(faults(log.replace("\"startColumn\" : 3", "\"startColumn\" : 0")))
                .hasSize(1);
        assertThat(faults(log.replace("\"error\"", "\"ERROR\""))).hasSize(1);
    }

    @Test
    void the_tool_explains_each_code_once() throws IOException {
        JsonNode driver = run(
                        new Diagnostic(FIELD, Level.ERROR, "b-code", "b", ""),
                        new Diagnostic(FIELD, Level.WARNING, "a-code", "a", ""),
                        new Diagnostic(FIELD, Level.ERROR, "b-code", "b", ""))
                .at("/tool/driver");

        assertThat(driver.path("name").asText()).isEqualTo("recovery-rules");
        assertThat(driver.path("version").asText()).isEqualTo(ProgramVersion.number());
        assertThat(driver.path("rules").findValuesAsText("id")).containsExactly("a-code", "b-code");
        assertThat(driver.path("rules").findValuesAsText("helpUri"))
                .first()
                .isEqualTo("https://github.com/recovery-rules/recovery-rules/blob/main/recovery-rules-drools/docs/"
                        + "diagnostics.md#a-code");
    }

    @Test
    void a_result_says_what_is_wrong_and_what_would_be_right() throws IOException {
        JsonNode results = run(
                        new Diagnostic(FIELD, Level.ERROR, "b-code", "no sevr", "severity"),
                        new Diagnostic(FIELD, Level.WARNING, "a-code", "no case", ""))
                .path("results");

        assertThat(results.findValuesAsText("ruleId")).containsExactly("b-code", "a-code");
        assertThat(results.findValuesAsText("ruleIndex")).containsExactly("1", "0");
        assertThat(results.findValuesAsText("level")).containsExactly("error", "warning");
        assertThat(results.at("/0/message/text").asText()).isEqualTo("no sevr\nhint: severity");
        assertThat(results.at("/1/message/text").asText()).isEqualTo("no case");
    }

    @Test
    void a_region_counts_characters_and_shows_the_text_that_it_covers() throws IOException {
        assertThat(run(found(FIELD)).path("columnKind").asText()).isEqualTo("unicodeCodePoints");
        assertThat(region(FIELD)).isEqualTo(json("""
                {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 5, "snippet": {"text": "ab"}}
                """));
    }

    @Test
    void a_region_of_many_lines_shows_the_rest_of_the_first() throws IOException {
        assertThat(region(new Place("a.drl", "", 3, 2, 9, 4, " then"))).isEqualTo(json("""
                {"startLine": 3, "startColumn": 2, "endLine": 9, "endColumn": 4, "snippet": {"text": "then"}}
                """));
    }

    @Test
    void a_whole_line_has_no_columns() throws IOException {
        assertThat(region(new Place("a.drl", "", 3, 0, 3, 0, "then"))).isEqualTo(json("""
                {"startLine": 3, "endLine": 3, "snippet": {"text": "then"}}
                """));
        assertThat(region(Place.of("a.drl", 3))).isEqualTo(json("""
                {"startLine": 3, "endLine": 3}
                """));
    }

    @Test
    void a_place_behind_the_end_of_its_line_covers_nothing() throws IOException {
        assertThat(region(new Place("a.drl", "", 3, 9, 3, 10, "then"))).isEqualTo(json("""
                {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 10}
                """));
    }

    @Test
    void a_whole_file_has_no_region() throws IOException {
        assertThat(location(Place.of("policy.properties"))).isEqualTo(json("""
                {"physicalLocation": {"artifactLocation": {"uri": "policy.properties", "uriBaseId": "POLICY"}}}
                """));
    }

    @Test
    void the_policy_as_a_whole_is_its_folder() throws IOException {
        assertThat(location(Place.of(FOLDER.toString()))).isEqualTo(json("""
                {"physicalLocation": {"artifactLocation": {"uri": "./", "uriBaseId": "POLICY"}}}
                """));
    }

    @Test
    void a_cell_is_named_as_its_reader_knows_it() throws IOException {
        assertThat(location(new Place("tariff.xlsx", "Tariff", 12, 3, 12, 3, "MINR")))
                .isEqualTo(json("""
                {
                  "physicalLocation": {"artifactLocation": {"uri": "tariff.xlsx", "uriBaseId": "POLICY"}},
                  "logicalLocations": [{"fullyQualifiedName": "Tariff!C12"}]
                }
                """));
    }

    @Test
    void files_are_uris_relative_to_the_folder() throws IOException {
        JsonNode run = run(found(Place.of("für Kühe/50 %#1:2.drl")));

        assertThat(run.at("/originalUriBaseIds/POLICY/uri").asText())
                .startsWith("file:///")
                .endsWith("/some%20where/my%20shop/");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("f%C3%BCr%20K%C3%BChe/50%20%25%231%3A2.drl");
    }

    private static Diagnostic found(Place place) {
        return new Diagnostic(place, Level.ERROR, "a-code", "a message", "");
    }

    private static JsonNode region(Place place) throws IOException {
        return location(place).at("/physicalLocation/region");
    }

    private static JsonNode location(Place place) throws IOException {
        return run(found(place)).at("/results/0/locations/0");
    }

    private static JsonNode run(Diagnostic... diagnostics) throws IOException {
        return json(SarifReport.of(FOLDER, List.of(diagnostics))).at("/runs/0");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static List<String> faults(String log) {
        return SCHEMA
                .validate(
                        log,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The schema of OASIS, as a library of SARIF carries it. */
    private static Schema schema() {
        try (InputStream schema = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
