package org.recoveryrules.drools.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseStyleTest {
    private static final Path POLICY = Path.of("src/main/resources/org/recoveryrules/policy/standard");

    @TestFactory
    Stream<DynamicTest> every_rule_file_keeps_the_house_style() throws IOException {
        try (Stream<Path> below = Files.walk(POLICY)) {
            List<Path> files = below.filter(path -> path.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
            assertThat(files).isNotEmpty();
            return files.stream()
                    .map(file -> dynamicTest(POLICY.relativize(file).toString(), file.toUri(), () -> {
                        String topic = file.getParent().getFileName().toString();
                        assertThat(HouseStyle.violations(topic, Files.readString(file)))
                                .isEmpty();
                    }));
        }
    }

    @Test
    void what_does_not_keep_it_is_named() throws Exception {
        String careless = """
                package test.remedy;
                import java.util.List;
                import static java.lang.Math.max;
                global java.util.List results;
                rule "Remedy.Refund_It"
                    @because( "We are sorry." )
                    @author( "me" )
                    salience 10
                when
                    eval( true )
                then
                \tresults.add( 1 ); System.out.println( 2 );
                end
                """;

        assertThat(HouseStyle.violations("paradox", careless))
                .containsExactly(
                        "a header comment comes first",
                        "the header says what the rules read",
                        "the header says what the rules find",
                        "no tabs",
                        "no eval",
                        "no println",
                        "the package ends with the topic paradox",
                        "no import of [java.util.List]",
                        "no static import",
                        "the one global is findings",
                        "Remedy.Refund_It: the id is the topic, a dot, and lower case with hyphens",
                        "Remedy.Refund_It: @because and @source, no other",
                        "Remedy.Refund_It: @because is words that follow 'because', no sentence",
                        "Remedy.Refund_It: no attributes, but [salience]",
                        "Remedy.Refund_It: the consequence is one call on findings");
    }
}
