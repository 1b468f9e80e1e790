package org.recoveryrules.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who decides, by name; each is made when it is asked for. */
public final class Contenders {
    /** What recovery-rules is called in the tables. */
    public static final String OURS = "recovery-rules";

    private Contenders() {}

    /** All that decide by the standard policy, in the order of the tables. */
    public static Map<String, Supplier<Contender>> standardPolicy() {
        Map<String, Supplier<Contender>> contenders = new LinkedHashMap<>();
        return contenders;
    }
}
