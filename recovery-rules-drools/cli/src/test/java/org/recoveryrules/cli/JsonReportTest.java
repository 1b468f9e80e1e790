package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

class JsonReportTest {
    @Test
    void a_diagnostic_has_the_keys_of_its_components_all_of_them() throws IOException {
        assertThat(JsonReport.of(List.of(
                        new Diagnostic(
                                new Place("paradox/barriers.drl", "", 3, 5, 3, 9, "\t\"sévr\""),
                                Level.ERROR,
                                "field-unknown",
                                "no sevr",
                                "severity"),
                        new Diagnostic(Place.of("policy.properties"), Level.WARNING, "look-back", "long", ""))))
                .isEqualTo("""
                        [ {
                          "place" : {
                            "file" : "paradox/barriers.drl",
                            "sheet" : "",
                            "line" : 3,
                            "column" : 5,
                            "endLine" : 3,
                            "endColumn" : 9,
                            "excerpt" : "\\t\\"sévr\\""
                          },
                          "level" : "ERROR",
                          "code" : "field-unknown",
                          "message" : "no sevr",
                          "hint" : "severity"
                        }, {
                          "place" : {
                            "file" : "policy.properties",
                            "sheet" : "",
                            "line" : 0,
                            "column" : 0,
                            "endLine" : 0,
                            "endColumn" : 0,
                            "excerpt" : ""
                          },
                          "level" : "WARNING",
                          "code" : "look-back",
                          "message" : "long",
                          "hint" : ""
                        } ]""");
    }

    @Test
    void nothing_found_is_an_empty_array() throws IOException {
        assertThat(JsonReport.of(List.of())).isEqualTo("[ ]");
    }
}
