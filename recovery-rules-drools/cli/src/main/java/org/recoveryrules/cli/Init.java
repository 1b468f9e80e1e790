package org.recoveryrules.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.recoveryrules.drools.PolicySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lays out a policy to start from. */
@Command(
        name = "init",
        header = "Lay out a small policy to start from, with cases.",
        description = {
            "",
            "A policy that can be used as it is, and whose remarks say what to change.",
            "Nothing is ever overwritten.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recovery-rules init my-shop    a new folder",
            "  recovery-rules init .          this folder, if it is empty"
        })
final class Init implements Callable<ExitCode> {
    private static final String START = "org/recoveryrules/cli/start";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The folder to write to; it is made, or must be empty.")
    private Path folder;

    @Override
    public ExitCode call() throws IOException {
        requireEmpty();
        Map<String, byte[]> files =
                PolicySource.classPath(START, Init.class.getClassLoader()).read();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, named(file.getValue()), StandardOpenOption.CREATE_NEW);
        }
        tellWhatIsNext(spec.commandLine().getOut());
        return ExitCode.FINE;
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("'" + folder + "' is a file; name a folder that is new or empty");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new IOException("'" + folder + "' is not empty; name a folder that is new or empty");
            }
        }
    }

    /** Gives the policy the name of its folder. */
    private byte[] named(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.replace("name     = NAME", "name     = " + name()).getBytes(StandardCharsets.UTF_8);
    }

    private String name() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? "policy" : last.toString().replace("\\", "\\\\");
    }

    private void tellWhatIsNext(PrintWriter out) {
        String policy = quoted(folder);
        out.printf(
                """
                %s is a policy now. Begin with %s, then:

                  recovery-rules check %s
                  recovery-rules test %s
                  recovery-rules decide %s %s
                """,
                folder,
                folder.resolve("policy.properties"),
                policy,
                policy,
                policy,
                quoted(folder.resolve("example.json")));
    }

    /** As it is written on a command line. */
    private static String quoted(Path path) {
        return path.toString().contains(" ") ? '"' + path.toString() + '"' : path.toString();
    }
}
