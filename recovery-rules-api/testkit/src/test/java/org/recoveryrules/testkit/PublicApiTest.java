package org.recoveryrules.testkit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicApiTest {
    /** By name, so that a modifier that changes moves nothing. */
    private static final Comparator<String> TYPES =
            Comparator.comparing(head -> head.replaceFirst(".*?(class|interface) ", ""));

    @Test
    void the_public_api_changes_on_purpose_only() throws IOException, URISyntaxException {
        Path classes = Path.of(PolicyUnderTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        GoldenFile.of("org/recoveryrules/testkit/public-api.txt").assertContent(publicTypes(javap(classes)));
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
                .map(type -> type.getKey() + "\n"
                        + type.getValue().stream()
                                .sorted()
                                .map(member -> "  " + member + "\n")
                                .collect(joining()))
                .collect(joining("\n"));
    }
}
