package org.recoveryrules.benchmarks.sizes;

import static org.recoveryrules.benchmarks.Contenders.DROOLS_FILES;
import static org.recoveryrules.benchmarks.Contenders.OURS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recoveryrules.benchmarks.Form;
import org.recoveryrules.benchmarks.Row;
import org.recoveryrules.benchmarks.Section;
import org.recoveryrules.benchmarks.Unit;

/** What a policy takes of memory as long as it is there. */
public final class MemorySection implements Section {
    /** So that nothing is left over after a collection that could have gone. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    @Override
    public String title() {
        return "Memory";
    }

    @Override
    public String method() {
        return "What each further policy keeps of heap and of metaspace, where its classes are, after it has decided 2,000"
                + " times: generated policies, several of which are loaded one after another and kept in a fresh JVM, measured"
                + " after full collections. What comes with the library, whatever the number of its policies, is not in it.";
    }

    @Override
    public List<Row> run(Form form) {
        List<Integer> sizes = form == Form.FULL ? List.of(60, 300, 1_000) : List.of(60);
        List<Row> rows = new ArrayList<>();
        try (FreshJvm jvm = new FreshJvm()) {
            for (int rules : sizes) {
                for (String name : List.of(OURS, DROOLS_FILES)) {
                    List<String> told = jvm.run(
                                    OPTIONS, Kept.class, name, String.valueOf(rules), rules > 60 ? "3" : "6")
                            .lines();
                    String of = String.format(Locale.ROOT, ", %,d rules", rules);
                    rows.add(new Row("heap" + of, name, Double.parseDouble(told.get(0)), Unit.BYTES));
                    rows.add(new Row("metaspace" + of, name, Double.parseDouble(told.get(1)), Unit.BYTES));
                }
            }
        }
        return rows;
    }
}
