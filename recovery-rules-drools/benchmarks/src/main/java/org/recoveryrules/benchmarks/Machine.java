package org.recoveryrules.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** On what was measured. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final long GIBIBYTE = 1L << 30;

    private Machine() {}

    /** Lines of a list in Markdown. */
    static List<String> lines(Form form) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return List.of(
                "- Machine: " + Runtime.getRuntime().availableProcessors() + " cores"
                        + processor() + ", " + Math.round((double) system.getTotalMemorySize() / GIBIBYTE) + " GiB, "
                        + system.getName() + " " + system.getVersion() + " " + system.getArch(),
                "- Java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                "- Versions: " + System.getProperty("bench.versions", "not told"),
                "- Date: " + LocalDate.now(ZoneOffset.UTC) + ", " + form.name().toLowerCase(Locale.ROOT) + " form");
    }

    /** Its model, where the system tells. */
    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> " of " + line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
