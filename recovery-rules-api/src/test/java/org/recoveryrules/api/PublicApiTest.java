package org.recoveryrules.api;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicApiTest {
    @Test
    void the_public_api_changes_on_purpose_only() throws IOException, URISyntaxException {
        Path classes = PublicTypes.classesWith(FailureContext.class);
        GoldenFile.of("org/recoveryrules/api/public-api.txt")
                .assertContent(module(classes) + "\n" + PublicTypes.below(classes));
    }

    private static String module(Path classes) throws IOException {
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            ModuleDescriptor module = ModuleDescriptor.read(in);
            Stream<String> exports = module.exports().stream().map(PublicApiTest::text);
            Stream<String> requires = module.requires().stream().map(PublicApiTest::text);
            return PublicTypes.block(
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
}
