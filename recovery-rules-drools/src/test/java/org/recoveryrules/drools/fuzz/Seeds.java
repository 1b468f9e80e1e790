package org.recoveryrules.drools.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recoveryrules.drools.cases.CaseTable;
import org.recoveryrules.drools.files.PolicyFiles;

/** Everything in this project that is a policy or a part of one: what the mutations begin with. */
final class Seeds {
    private static final Path RESOURCES = Path.of("src/test/resources/org/recoveryrules/drools");
    private static final Path STANDARD = Path.of("src/main/resources").resolve(PolicyFiles.STANDARD);
    private static final Path EXAMPLES = Path.of("../recovery-rules-examples");
    private static final Path START = Path.of("cli/src/main/resources/org/recoveryrules/cli/start");
    private static final String SETTINGS = "name = seed\nversion = 1\ncurrency = EUR\n";

    private Seeds() {}

    /** The standard policy. */
    static Input standard() throws IOException {
        return Input.folder(STANDARD);
    }

    /** The policy with which analysts start: the smallest that is whole. */
    static Input start() throws IOException {
        return Input.folder(START);
    }

    private static Input project() throws IOException {
        return Input.folder(EXAMPLES.resolve("policy-project/policy"));
    }

    /** All policies in which nothing is wrong, cut into small ones. */
    static List<Input> sound() throws IOException {
        List<Input> small = new ArrayList<>();
        for (String industry : List.of("airline", "hosting", "web-shop")) {
            small.addAll(parts(Input.folder(EXAMPLES.resolve("policies").resolve(industry))));
        }
        small.addAll(parts(standard()));
        small.addAll(parts(start()));
        small.addAll(parts(project()));
        return List.copyOf(small);
    }

    /** Small policies: the large ones cut up, and those of other tests, sound or not. */
    static List<Input> all() throws IOException {
        List<Input> small = new ArrayList<>(sound());
        small.add(start());
        small.add(project());
        Input tariff = Input.folder(RESOURCES.resolve("tables"));
        tariff.files().forEach((path, content) -> small.add(alone(path, content)));
        faults(small);
        cases(small);
        return List.copyOf(small);
    }

    /** Each rule file or table with its cases and the settings. */
    private static List<Input> parts(Input policy) {
        return policy.files().keySet().stream()
                .filter(path -> path.endsWith(".drl") || path.endsWith(".xlsx"))
                .map(path -> {
                    String stem = path.substring(0, path.lastIndexOf('.') + 1);
                    Map<String, byte[]> beside = new TreeMap<>(policy.files());
                    beside.keySet().removeIf(other -> !other.startsWith(stem) && !other.equals(PolicyFiles.SETTINGS));
                    return new Input(new TreeMap<>(beside));
                })
                .toList();
    }

    /** Files and folders with marked faults, without the marks. */
    private static void faults(List<Input> small) throws IOException {
        try (Stream<Path> entries = Files.list(RESOURCES.resolve("check/corpus"))) {
            for (Path entry : entries.sorted().toList()) {
                if (Files.isDirectory(entry)) {
                    Input folder = Input.folder(entry);
                    for (String path : folder.paths()) {
                        folder = folder.with(path, unmarked(folder.files().get(path)));
                    }
                    small.add(folder);
                } else {
                    String path = entry.getFileName().toString().replaceFirst("\\.", "/");
                    small.add(alone(path, unmarked(Files.readAllBytes(entry)).getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
    }

    /** Cases of every kind, each beside the same rule file. */
    private static void cases(List<Input> small) throws IOException {
        byte[] rules = standard().files().get("paradox/barriers.drl");
        for (String format : List.of(".cases.csv", ".cases.json")) {
            try (Stream<Path> entries = Files.list(RESOURCES.resolve("cases"))) {
                for (Path entry : entries.filter(path -> path.toString().endsWith(format))
                        .sorted()
                        .toList()) {
                    small.add(alone("paradox/barriers.drl", rules)
                            .with("paradox/barriers" + format, Files.readAllBytes(entry)));
                }
            }
        }
    }

    /** A policy without its cases, which keep it in its currency and its rules under their names. */
    static Input withoutCases(Input policy) {
        Input rules = policy;
        for (String path : policy.paths()) {
            rules = CaseTable.isCases(path) ? rules.without(path) : rules;
        }
        return rules;
    }

    private static Input alone(String path, byte[] content) {
        return new Input(new TreeMap<>()).with(PolicyFiles.SETTINGS, SETTINGS).with(path, content);
    }

    private static String unmarked(byte[] marked) {
        return new String(marked, StandardCharsets.UTF_8).replaceAll("⟦[a-z-]+[|⟧]|⟧", "");
    }
}
