package org.recoveryrules.benchmarks.sizes;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.rules.Amount;

/**
 * A policy of any size, always the same of one seed: in the declarative profile, of all kinds of fields and all verbs, with
 * conditions that overlap. Its rules are of three sorts. Broad ones hold for a good part of all failures, certain ones for
 * nearly all, specific ones, with thresholds on both sides of a sum, for one failure in thousands. So a policy grows by
 * specific rules without more of them matching, as policies do: what is added to one is exceptions.
 */
public final class GeneratedPolicy {
    /** Rules of the smallest policy that is measured; all of these are broad. */
    static final int SMALLEST = 60;
    /** Rules of the policies of which a growing part matches. */
    static final int MATCHED = 1_000;

    private static final int RULES_OF_A_FILE = 200;
    private static final int AMOUNTS = 20;
    private static final String NO_DIGEST = "0".repeat(64);

    private final String name;
    private final Map<String, Amount> amounts = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Integer> rulesOfTopic = new TreeMap<>();

    private GeneratedPolicy(String name, int broad, int certain, int specific, long seed) {
        this.name = name;
        files.put("policy.properties", settings());
        Random random = new Random(seed);
        RandomCondition conditions = new RandomCondition(random);
        RandomFinding findings = new RandomFinding(random, AMOUNTS);
        for (int rule = 0; rule < broad; rule++) {
            add(findings.next(), conditions.broad(), rule);
        }
        for (int rule = broad; rule < broad + certain; rule++) {
            add(findings.next(), conditions.certain(), rule);
        }
        for (int rule = broad + certain; rule < broad + certain + specific; rule++) {
            add(findings.next(), conditions.specific(), rule);
        }
    }

    /**
     * A policy of which about as many rules match a failure, however many it has. One has all the rules of a smaller one.
     *
     * @param rules how many it has, 60 or more
     * @param seed which
     */
    public static GeneratedPolicy of(int rules, long seed) {
        return new GeneratedPolicy("generated-" + rules, SMALLEST, 0, rules - SMALLEST, seed);
    }

    /**
     * A policy of a thousand rules of which many or few match nearly every failure.
     *
     * @param matching how many do, 0 to 1,000
     * @param seed which
     */
    public static GeneratedPolicy matching(int matching, long seed) {
        return new GeneratedPolicy("generated-matching-" + matching, 0, matching, MATCHED - matching, seed);
    }

    private String settings() {
        StringBuilder text = new StringBuilder("name = " + name + "\nversion = 1\ncurrency = USD\n");
        for (int index = 0; index < AMOUNTS; index++) {
            String amount = "percentOfPrice( " + 5 * (index + 1) + " ).atLeast( \"" + (index + 1) + "\" )";
            text.append("amount.")
                    .append(RandomFinding.amountName(index))
                    .append(" = ")
                    .append(amount)
                    .append('\n');
            amounts.put(RandomFinding.amountName(index), Amount.parse(amount));
        }
        return text.toString();
    }

    private void add(RandomFinding.Finding finding, String condition, int number) {
        boolean tooLate = finding.settlesVerdict() && condition.contains(RandomCondition.ASSESSMENT);
        // What settles the verdict cannot be found once it is settled.
        String when = tooLate ? "Handling( aware )" : condition;
        int before = rulesOfTopic.merge(finding.topic(), 1, Integer::sum) - 1;
        String path = String.format("%s/part-%02d.drl", finding.topic(), before / RULES_OF_A_FILE);
        String rule =
                """

                rule "%s.number-%d"
                    @because( "number %d of this policy says so" )
                    @source( "made up" )
                when
                %s
                then
                    findings.%s;
                end
                """.formatted(finding.topic(), number, number, when.indent(4).stripTrailing(), finding.call());
        files.merge(path, header(finding.topic()) + rule, (file, ignored) -> file + rule);
    }

    private static String header(String topic) {
        return """
                /*
                 * What a generator thought of.
                 * Reads: anything.   Finds: anything.
                 */
                package generated.%s;

                import org.recoveryrules.api.*;
                import org.recoveryrules.drools.rules.Amount;
                global org.recoveryrules.drools.rules.Findings findings;
                """.formatted(topic.replace('-', '_'));
    }

    /** It, for recovery-rules. */
    public PolicySource source() {
        return PolicySource.memory(files);
    }

    /** Its rule files, by path. */
    public Map<String, String> ruleFiles() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".drl"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Its amounts, by name. */
    public Map<String, Amount> amounts() {
        return Map.copyOf(amounts);
    }

    /** Its name and version, without a digest. */
    public PolicyIdentity identity() {
        return new PolicyIdentity(name, "1", NO_DIGEST);
    }
}
