package org.recoveryrules.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicApiTest {
    /** By name, so that a modifier that changes moves nothing. */
    private static final Comparator<String> TYPES =
            Comparator.comparing(head -> head.replaceFirst(".*?(class|interface) ", ""));

    /** Fields come first and unsorted: the order of an enum's constants is part of the API. */
    private static final Comparator<String> MEMBERS =
            Comparator.comparing(member -> member.contains("(") ? member : "");

    @Test
    void the_public_api_changes_on_purpose_only() throws IOException, URISyntaxException {
        Path classes = Path.of(FailureContext.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        GoldenFile.of("org/recoveryrules/api/public-api.txt")
                .assertContent(module(classes) + "\n" + publicTypes(javap(classes)));
    }

    private static String module(Path classes) throws IOException {
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            ModuleDescriptor module = ModuleDescriptor.read(in);
            Stream<String> exports = module.exports().stream().map(PublicApiTest::text);
            Stream<String> requires = module.requires().stream().map(PublicApiTest::text);
            return block(
                    "module " + module.name(), Stream.concat(exports, requires).sorted());
        }
    }

    private static String text(Exports exports) {
        return "exports " + exports.source()
                + (exports.isQualified() ? exports.targets().stream().sorted().collect(joining(", ", " to ", "")) : "");
    }

    /** Without the version that the compiler recorded. */
    private static String text(Requires requires) {
        Stream<String> modifiers =
                requires.modifiers().stream().map(modifier -> modifier.name().toLowerCase(Locale.ROOT));
        return "requires "
                + Stream.concat(modifiers.sorted(), Stream.of(requires.name())).collect(joining(" "));
    }

    private static List<String> javap(Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-protected"));
        try (Stream<Path> files = Files.walk(classes)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .forEach(arguments::add);
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        assertThat(err).as("errors of javap").hasToString("");
        assertThat(exitCode).as("exit code of javap").isZero();
        return out.toString().lines().toList();
    }

    private static String publicTypes(List<String> javap) {
        Map<String, List<String>> types = new TreeMap<>(TYPES);
        List<String> members = List.of();
        for (String line : javap) {
            if (line.endsWith("{")) {
                members = new ArrayList<>();
                types.put(line.substring(0, line.length() - 2), members);
            } else if (line.endsWith(";")) {
                members.add(line.strip());
            }
        }
        return types.entrySet().stream()
                .filter(type -> type.getKey().startsWith("public "))
                .map(type -> block(type.getKey(), type.getValue().stream().sorted(MEMBERS)))
                .collect(joining("\n"));
    }

    private static String block(String head, Stream<String> lines) {
        return head + "\n" + lines.map(line -> "  " + line + "\n").collect(joining());
    }
}
