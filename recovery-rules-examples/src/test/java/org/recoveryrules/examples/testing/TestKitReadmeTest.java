package org.recoveryrules.examples.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.joda.money.CurrencyUnit.EUR;
import static org.recoveryrules.api.Avoidability.UNAVOIDABLE;
import static org.recoveryrules.api.Component.GESTURE;
import static org.recoveryrules.api.Component.RESTORATION;
import static org.recoveryrules.api.Foreseeability.UNFORESEEABLE;
import static org.recoveryrules.api.RemedyKind.DISCOUNT;
import static org.recoveryrules.api.RemedyKind.REFUND;
import static org.recoveryrules.api.ResourceLost.GOODS;
import static org.recoveryrules.api.Severity.MINOR;
import static org.recoveryrules.testkit.Finding.offer;
import static org.recoveryrules.testkit.RecoveryAssertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.testkit.PolicyUnderTest;
import org.recoveryrules.testkit.RecoveryPolicyTest;

/** What the page of the test kit shows is what there is. */
@RecoveryPolicyTest("policies/web-shop")
class TestKitReadmeTest {
    private static final Path PAGE = Path.of("../recovery-rules-api/testkit/README.md");
    private static final Path SOURCES = Path.of("src/test/java/org/recoveryrules/examples/testing");
    private static final FailureContext BROKEN = FailureContext.builder()
            .severity(MINOR)
            .avoidability(UNAVOIDABLE)
            .foreseeability(UNFORESEEABLE)
            .priorFailures(0)
            .lifetimeValue(Money.of(EUR, 1_000))
            .resourceLost(GOODS)
            .price(Money.of(EUR, 60))
            .build();

    private final String page = read(PAGE);

    @Test
    void its_code_is_that_of_the_tests_beside_this_one() {
        List<String> sources = Stream.of("WebShopTest", "ParadoxTest", "InboxTest")
                .map(name -> read(SOURCES.resolve(name + ".java")))
                .toList();

        assertThat(blocks("java"))
                .hasSize(13)
                .allSatisfy(code -> assertThat(sources).anyMatch(source -> holds(source, code)));
    }

    @Test
    void its_failures_are_those_that_come(PolicyUnderTest policy) {
        String decision = failure(() -> assertThat(policy.decide(BROKEN)).offers(REFUND, RESTORATION));
        String rule = failure(() -> assertThat(policy.rule("remedy.own-mishap").on(BROKEN))
                .concludes(offer(DISCOUNT, GESTURE, "gesture.own-mishap")));

        List<String> shown = blocks("text");
        assertThat(shown).hasSize(2);
        assertThat(decision).startsWith("\n" + shown.get(0));
        assertThat(rule).isEqualTo("\n" + shown.get(1));
    }

    @Test
    void it_tells_of_every_assertion() {
        Stream.of("DecisionAssert", "PolicyAssert", "RuleOutcomeAssert")
                .map(name -> "../recovery-rules-api/testkit/src/main/java/org/recoveryrules/testkit/" + name + ".java")
                .flatMap(file -> Pattern.compile("(?m)^    public \\w+Assert (\\w+)\\(")
                        .matcher(read(Path.of(file)))
                        .results()
                        .map(method -> method.group(1)))
                .forEach(assertion -> assertThat(page).contains(assertion));
    }

    @Test
    void its_dependency_is_of_this_version() {
        assertThat(blocks("xml"))
                .singleElement()
                .satisfies(shown -> assertThat(version(shown)).isEqualTo(version(read(Path.of("../pom.xml")))));
    }

    @Test
    void its_links_lead_somewhere() {
        List<String> links = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(PAGE.resolveSibling(link)).exists());
    }

    /** Whether code stands there, however far indented. */
    private static boolean holds(String source, String code) {
        return Stream.of("", "    ", "        ")
                .anyMatch(indent -> source.contains("\n" + code.replaceAll("(?m)^(?=.)", indent)));
    }

    private static String failure(Runnable assertion) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion::run)
                .actual()
                .getMessage();
    }

    private List<String> blocks(String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String version(String pom) {
        return pom.replaceFirst("(?s).*?<version>([^<]*)</version>.*", "$1");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
