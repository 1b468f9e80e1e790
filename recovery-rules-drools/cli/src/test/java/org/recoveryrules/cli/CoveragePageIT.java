package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.cli.Browser.View;

/** The page of coverage, as it is seen in a browser: with much that is not shown, and with a workbook. */
class CoveragePageIT {
    private static final Path WEB_SHOP = Path.of("../../recovery-rules-examples/policies/web-shop");

    /** Texts that lie over each other, as far as a pixel shows it. */
    private static final String OVERLAPS = """
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const seen = [];
            while (texts.nextNode()) {
                if (!texts.currentNode.data.trim()) continue;
                const range = document.createRange();
                range.selectNodeContents(texts.currentNode);
                for (const box of range.getClientRects()) {
                    if (box.width > 0) seen.push({ box, text: texts.currentNode.data });
                }
            }
            seen.sort((one, other) => one.box.top - other.box.top);
            const overlaps = [];
            seen.forEach((one, i) => {
                for (let j = i + 1; j < seen.length && seen[j].box.top < one.box.bottom - 4; j++) {
                    const wide = Math.min(one.box.right, seen[j].box.right) - Math.max(one.box.left, seen[j].box.left);
                    if (wide > 1) overlaps.push(one.text + ' | ' + seen[j].text);
                }
            });
            return overlaps;
            """;

    /** Elements that reach beyond the window, or whose content reaches beyond them and is cut. */
    private static final String CUT = """
            const width = document.documentElement.clientWidth;
            return [...document.body.querySelectorAll('*')].filter(element => {
                const box = element.getBoundingClientRect();
                const inline = getComputedStyle(element).display === 'inline';
                return box.left < 0 || box.right > width + 0.5
                    || (!inline && element.scrollWidth > element.clientWidth + 1);
            }).map(element => element.outerHTML.slice(0, 200));
            """;

    @TempDir
    private static Path folder;

    private static Optional<Browser> browser = Optional.empty();

    @BeforeAll
    static void write_pages_and_start_a_browser() throws Exception {
        browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
        assertThat(browser.isPresent() || !Browser.REQUIRED)
                .as("a browser is required, but there is no chromium and chromedriver on the PATH")
                .isTrue();
        assumeTrue(browser.isPresent(), "there is no chromium and chromedriver on the PATH");
        Jar jar = Jar.in(folder);
        jar.run("init", "shop");
        replace("remedy/offers.cases.csv", "and 50 at most,", "# and 50 at most,");
        Files.writeString(
                folder.resolve("mistakes.json"),
                jar.run("test", "shop", "--mutate", "--html", "mistakes.html", "--format", "json")
                        .out());
        spoil();
        Files.writeString(
                folder.resolve("shop.json"),
                jar.run("test", "shop", "--html", "shop.html", "--format", "json")
                        .out());
        String webShop = WEB_SHOP.toRealPath().toString();
        Files.writeString(
                folder.resolve("web-shop.json"),
                jar.run("test", webShop, "--html", "web-shop.html", "--format", "json")
                        .out());
    }

    /** So that there is everything a page can show, and what it must not take for markup. */
    private static void spoil() throws IOException {
        replace("paradox/barriers.cases.csv", "we could have foreseen it,", "# we could have foreseen it,");
        replace("paradox/barriers.cases.csv", "MODERATE,", "MAJOR,");
        replace("remedy/offers.cases.csv", ",remedy.apologise", ",-");
        replace(
                "paradox/barriers.drl",
                "package ",
                "// <script>document.title = 'spoilt'</script> <b>bold</b> &amp; \"quoted\" " + "long".repeat(100)
                        + "\npackage ");
    }

    private static void replace(String file, String before, String after) throws IOException {
        Path path = folder.resolve("shop").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replaceFirst(before, Matcher.quoteReplacement(after)));
    }

    @AfterAll
    static void close() {
        browser.ifPresent(Browser::close);
    }

    private static Stream<Arguments> looks() {
        return Stream.of("shop", "mistakes", "web-shop")
                .flatMap(page -> Stream.of(View.values()).map(view -> Arguments.of(page, view)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void it_is_readable(String page, View view) throws IOException {
        Browser looking = open(page, view);
        looking.photograph(page + "-" + view);

        assertThat(looking.run("return document.documentElement.scrollWidth")).isEqualTo((long) view.width());
        assertThat(faults(looking)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void it_asks_nothing_of_anybody(String page, View view) {
        Browser looking = browser.orElseThrow();
        looking.requests();
        looking.console();
        looking.open(folder.resolve(page + ".html"), view);

        assertThat(looking.requests()).singleElement().asString().contains(page + ".html");
        assertThat(looking.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "mistakes", "web-shop"})
    void its_links_lead_to_places_of_its_own_and_the_keyboard_reaches_them(String page) {
        Browser looking = open(page, View.DESKTOP);

        assertThat(list(looking.run("""
                return [...document.querySelectorAll('a')].map(link => link.getAttribute('href'))
                    .filter(link => !link.startsWith('#') || document.getElementById(link.slice(1)) === null)
                """))).isEmpty();
        assertThat(list(looking.run("""
                const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
                return ids.filter((id, i) => ids.indexOf(id) !== i)
                """))).isEmpty();
        assertThat(list(looking.run("return [...document.querySelectorAll('a')].filter(link => link.tabIndex !== 0)")))
                .isEmpty();
        assertThat(list(looking.run("return [...document.querySelectorAll('a')]")))
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "mistakes", "web-shop"})
    void it_says_what_programs_are_told(String page) throws IOException {
        JsonNode told =
                new ObjectMapper().readTree(folder.resolve(page + ".json").toFile());
        Browser looking = open(page, View.PHONE);

        assertThat(
                        list(
                                looking.run(
                                        "return [...document.querySelectorAll('.note')].map(note => [...note.querySelectorAll('.side')].map(side => side.textContent).join(', '))")))
                .containsExactlyInAnyOrderElementsOf(notes(told));
        assertThat(
                        list(
                                looking.run(
                                        "return [...document.querySelectorAll('.shares strong')].slice(1).map(share => share.textContent)")))
                .containsExactlyElementsOf(Stream.of(
                                "/coverage/rules",
                                "/coverage/comparisons",
                                "/coverage/thresholds",
                                "/mutation/mistakes")
                        .map(share -> told.at(share + "/percent"))
                        .filter(percent -> !percent.isMissingNode())
                        .map(percent -> percent.asInt() + " %")
                        .toList());
        assertThat(looking.run("return document.querySelectorAll('.cases > li').length"))
                .isEqualTo((long) told.at("/cases").size());
    }

    /** What stands in the page of each rule and each comparison; once of what several rules have from one cell. */
    private static List<String> notes(JsonNode told) {
        Map<String, String> notes = new LinkedHashMap<>();
        told.at("/rules").forEach(rule -> notes.put(rule.get("place") + "rule", note(rule)));
        told.at("/comparisons")
                .forEach(comparison -> notes.put(
                        comparison.get("place") + comparison.get("comparison").asText(), comparisonNote(comparison)));
        return List.copyOf(notes.values());
    }

    private static String note(JsonNode rule) {
        boolean always = rule.get("covered").asBoolean() && rule.get("silent").asInt() == 0;
        return "fires in " + number(rule.get("fires"), "no case") + ", "
                + (always ? "has no condition" : "silent in " + number(rule.get("silent"), "no case"));
    }

    private static String comparisonNote(JsonNode comparison) {
        Stream<String> outcomes = sides(comparison.get("outcomes")).map(side -> {
            String outcome = side.get("holds").asText();
            return side.get("cases").asInt() == 0
                    ? "never " + outcome + ": none with " + side.get("side").asText()
                    : outcome + " in " + number(side.get("cases"), "");
        });
        Stream<String> threshold = sides(comparison.get("threshold"))
                .map(side -> number(side.get("cases"), "none") + " with "
                        + side.get("side").asText());
        return String.join(", ", Stream.concat(outcomes, threshold).toList());
    }

    private static Stream<JsonNode> sides(JsonNode sides) {
        return StreamSupport.stream(sides.spliterator(), false);
    }

    private static String number(JsonNode cases, String none) {
        return switch (cases.asInt()) {
            case 0 -> none;
            case 1 -> "1 case";
            default -> cases.asInt() + " cases";
        };
    }

    @Test
    void rule_files_are_text_and_never_markup() {
        Browser looking = open("shop", View.DESKTOP);

        assertThat(looking.run("return document.title")).isEqualTo("What the cases of shop show");
        assertThat(looking.run("return document.scripts.length")).isEqualTo(0L);
        assertThat(looking.run("return document.body.textContent").toString())
                .contains("// <script>document.title = 'spoilt'</script> <b>bold</b> &amp; \"quoted\" longlong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document.querySelector('.note b').style.color = 'silver'",
                "document.querySelector('h2').style.marginTop = '-3rem'",
                "document.querySelector('.code').style.width = '150%'",
                "document.querySelector('.code code').style.whiteSpace = 'pre';"
                        + " document.querySelector('.code code').textContent = 'x'.repeat(1000)",
                "document.querySelector('h2').outerHTML = '<h5>How much</h5>'",
                "document.documentElement.removeAttribute('lang')",
            })
    void the_looks_would_see_what_is_wrong(String mistake) throws IOException {
        Browser looking = open("shop", View.PHONE);
        assertThat(faults(looking)).isEmpty();

        looking.run(mistake);

        assertThat(faults(looking)).isNotEmpty();
    }

    private static Browser open(String page, View view) {
        Browser looking = browser.orElseThrow();
        looking.open(folder.resolve(page + ".html"), view);
        return looking;
    }

    private static List<Object> faults(Browser looking) throws IOException {
        return Stream.of(looking.run(OVERLAPS), looking.run(CUT), looking.axe())
                .flatMap(found -> list(found).stream())
                .toList();
    }

    private static List<Object> list(Object found) {
        return List.copyOf((List<?>) found);
    }
}
