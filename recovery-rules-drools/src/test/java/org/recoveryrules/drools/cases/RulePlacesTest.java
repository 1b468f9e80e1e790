package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic.Place;

class RulePlacesTest {
    @Test
    void a_rule_stands_where_its_name_does_and_not_in_a_comment() {
        Map<String, Place> places = find("""
                /* rule "a.one"
                rule "a.one" */
                // rule "a.one"
                rule "a.one" @because( "/* no comment" ) when then end
                  rule 'a.two' when then end
                rule a.three
                rule "a.four "
                """);

        assertThat(places)
                .isEqualTo(Map.of(
                        "a.one",
                        new Place(
                                "a/b.drl",
                                "",
                                4,
                                7,
                                4,
                                12,
                                "rule \"a.one\" @because( \"/* no comment\" ) when then end"),
                        "a.two",
                        new Place("a/b.drl", "", 5, 9, 5, 14, "  rule 'a.two' when then end"),
                        "a.three",
                        new Place("a/b.drl", "", 6, 6, 6, 13, "rule a.three")));
    }

    private static Map<String, Place> find(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return RulePlaces.find(
                Map.of("a\\b.drl", content, "a/b.txt", content), List.of("a.one", "a.two", "a.three", "a.four"));
    }
}
