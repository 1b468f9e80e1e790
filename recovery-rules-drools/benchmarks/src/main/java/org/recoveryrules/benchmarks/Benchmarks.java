package org.recoveryrules.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.benchmarks.sizes.GrowthSection;
import org.recoveryrules.benchmarks.sizes.MemorySection;
import org.recoveryrules.benchmarks.sizes.ReloadSection;
import org.recoveryrules.benchmarks.sizes.StartSection;

/**
 * Measures everything in one go, after checking that all contenders make the same decisions, and writes the report to a
 * file and to standard output.
 */
public final class Benchmarks {
    private static final long SEED = 3;
    private static final int QUICKLY_COMPARED = 3_000;
    private static final int COMPARED = 20_000;

    private Benchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments the form, {@code quick} or {@code full}, and the file to write
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "arguments must be quick or full and a file, but were " + List.of(arguments));
        }
        Form form = Form.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        compare(form == Form.FULL ? COMPARED : QUICKLY_COMPARED);
        Map<Section, List<Row>> measured = new LinkedHashMap<>();
        sections().forEach(section -> measured.put(section, section.run(form)));
        String report = Report.of(form, measured);
        Files.writeString(Path.of(arguments[1]), report);
        System.out.println(report);
    }

    /** The parts of the report, in order. */
    private static List<Section> sections() {
        return List.of(
                new DecisionSection(),
                new GrowthSection(),
                new StartSection(),
                new ReloadSection(),
                new MemorySection());
    }

    private static void compare(int contexts) {
        Map<String, Supplier<Contender>> contenders = Contenders.standardPolicy();
        try (Contender ours = contenders.get(Contenders.OURS).get()) {
            contenders.remove(Contenders.OURS);
            contenders.forEach((name, making) -> {
                System.err.println("Comparing " + contexts + " decisions of " + name);
                try (Contender other = making.get()) {
                    Contexts.of(SEED, CurrencyUnit.USD)
                            .limit(contexts)
                            .forEach(context -> Agreement.require(ours, other, context));
                }
            });
        }
    }
}
