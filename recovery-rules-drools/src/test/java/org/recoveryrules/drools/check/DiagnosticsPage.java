package org.recoveryrules.drools.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.files.PolicyFiles;

/**
 * The page on diagnostics. Its examples are parts of the sample policy at its top; the word behind {@code bad} and
 * {@code good} says which part an example stands for.
 *
 * @param text the page
 */
record DiagnosticsPage(String text) {
    /**
     * What the page says of a code.
     *
     * @param code the code
     * @param warning whether it calls it a warning
     * @param examples its examples, the bad one first
     */
    record Section(String code, boolean warning, List<Example> examples) {}

    /**
     * An example.
     *
     * @param language {@code drl}, {@code properties}, {@code csv}, {@code json}, or {@code text} for a list of files
     * @param mark {@code bad} or {@code good}
     * @param part which part of the sample it stands for; empty for the usual one
     * @param text the example
     */
    record Example(String language, String mark, String part, String text) {}

    private static final Path PAGE = Path.of("docs/diagnostics.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### ([a-z-]+)\\n(.*?)(?=^##|\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) (\\w+) ?(\\w*)\\n(.*?)^```$");
    /** The parts of the sample rule file. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("file", "(?s).*"),
            Map.entry("header", "(?m)^/\\*.*\\n"),
            Map.entry("package", "(?m)^package.*\\n"),
            Map.entry("import", "(?m)^import.*\\n"),
            Map.entry("global", "(?m)^global.*\\n"),
            Map.entry("rule", "(?ms)^rule.*^end\\n"),
            Map.entry("name", "(?m)^rule.*\\n"),
            Map.entry("annotations", "(?m)^    @(?s:.*?)(?=^when)"),
            Map.entry("body", "(?ms)^when.*^end\\n"),
            Map.entry("condition", "(?m)^    ServiceFailure.*\\n"),
            Map.entry("consequence", "(?m)^    findings.*\\n"));

    private static final String RULES = "paradox/barriers.drl";
    private static final String CASES = "paradox/barriers.cases.csv";
    private static final String JSON_CASES = "paradox/barriers.cases.json";
    /** What names the amount of the sample settings, so that it is in use. */
    private static final String GOODWILL = """
            // What is given beyond what was lost.
            package com.example.policy.remedy;
            import org.recoveryrules.api.*;
            global org.recoveryrules.drools.rules.Findings findings;
            rule "remedy.goodwill"
                @because( "it was our fault" )
                @source( "the sample" )
            when
                ServiceFailure( avoidability == Avoidability.AVOIDABLE )
            then
                findings.offer( RemedyKind.CREDIT, Component.GESTURE, "gesture.minor" );
            end
            """;

    static DiagnosticsPage read() throws IOException {
        return new DiagnosticsPage(Files.readString(PAGE));
    }

    /** Its sections, in their order. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        SECTION.matcher(text).results().forEach(found -> {
            List<Example> examples = BLOCK.matcher(found.group(2))
                    .results()
                    .map(block -> new Example(block.group(1), block.group(2), block.group(3), block.group(4)))
                    .toList();
            sections.add(
                    new Section(found.group(1), found.group(2).stripLeading().startsWith("Warning: "), examples));
        });
        return sections;
    }

    /** The block that shows what a diagnostic looks like. */
    String output() {
        return block("text", "output");
    }

    /** The sample policy with an example in it, as read and checked. */
    CheckedPolicy checked(Example example) {
        return PolicyCheck.check(new PolicyFiles("my-shop", bytes(files(example))), DiagnosticsPage::standard);
    }

    private Map<String, String> files(Example example) {
        Map<String, String> files = new TreeMap<>();
        if (example.language().equals("text")) {
            example.text().lines().forEach(path -> files.put(path, listed(path)));
            return files;
        }
        if (example.part().matches("\\d+")) {
            List<String> lines = new ArrayList<>(block("csv", "table").lines().toList());
            lines.set(Integer.parseInt(example.part()) - 1, example.text().strip());
            files.put("remedy/calls.csv", String.join("\n", lines) + "\n");
        } else if (example.language().equals("csv")) {
            String table = block("csv", "sample");
            String header = table.substring(0, table.indexOf('\n') + 1);
            files.put(CASES, example.part().equals("file") ? example.text() : header + example.text());
        } else if (example.language().equals("json")) {
            files.put(JSON_CASES, example.text());
        }
        boolean rules = !example.language().equals("properties");
        String settings = block("properties", "sample");
        String given = example.part().equals("file") ? example.text() : settings + example.text();
        files.put(PolicyFiles.SETTINGS, rules ? settings : given);
        files.put(RULES, example.language().equals("drl") ? ruleFile(example) : block("drl", "sample"));
        files.put("remedy/goodwill.drl", GOODWILL);
        return files;
    }

    /** What stands in a file of a list: the sample, brought to its topic. */
    private String listed(String path) {
        if (path.equals(PolicyFiles.SETTINGS)) {
            return block("properties", "sample").replaceAll("(?m)^amount.*\\n", "");
        }
        if (path.endsWith(".csv")) {
            return block("csv", "sample");
        }
        String topic = path.substring(0, path.indexOf('/')).toLowerCase(java.util.Locale.ROOT);
        return block("drl", "sample")
                .replace("policy.paradox", "policy." + topic.replace('-', '_'))
                .replace("\"paradox.", "\"" + topic + ".");
    }

    private String ruleFile(Example example) {
        boolean indented = List.of("annotations", "condition", "consequence").contains(example.part());
        String part = indented ? example.text().indent(4) : example.text();
        String file = block("drl", "sample").replaceFirst(PARTS.get(example.part()), Matcher.quoteReplacement(part));
        return part.contains("Amount.")
                ? file.replace("\nglobal", "\nimport org.recoveryrules.drools.rules.Amount;\nglobal")
                : file;
    }

    private String block(String language, String mark) {
        return BLOCK.matcher(text)
                .results()
                .filter(block ->
                        block.group(1).equals(language) && block.group(2).equals(mark))
                .map(block -> block.group(4))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, byte[]> bytes(Map<String, String> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, content) -> bytes.put(path, content.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    static PolicyFiles standard() {
        try {
            return new PolicyFiles(
                    "standard",
                    PolicySource.classPath("org/recoveryrules/policy/standard").read());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
