package org.recoveryrules.drools.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.LastRecovery;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.Contexts;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.engine.Interpreter;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyCompiler;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * One policy in many variants. Each file of a variant holds its number, and the cases notice it where a file is another
 * variant's. What each decides is known beforehand, by the interpreter and without the engine.
 */
final class Variants {
    static final String SETTINGS = "policy.properties";
    static final String BARRIERS = "soak/barriers.drl";
    static final String REMEDIES = "soak/remedies.drl";
    static final String CASES = "soak/remedies.cases.csv";
    private static final String HEADER = """
            // Rules of the soak.
            package test.soak;

            import org.recoveryrules.api.*;
            global org.recoveryrules.drools.rules.Findings findings;
            """;

    private final List<FailureContext> contexts;
    private final List<Variant> all;
    private final Map<String, Variant> byDigest;

    /** How large the policy is. */
    enum Size {
        /** A few rules. */
        SMALL(""),
        /** Most rules of the standard policy besides. */
        STANDARD("include.standard = authority, conversation, follow-up, remedy\n");

        private final String included;

        Size(String included) {
            this.included = included;
        }
    }

    /**
     * One variant.
     *
     * @param files its files, texts by path
     * @param identity what the advisor should call it
     * @param expected what it should decide about each context
     */
    record Variant(SortedMap<String, String> files, PolicyIdentity identity, List<RecoveryDecision> expected) {}

    Variants(Size size, int count, int contextCount) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        this.contexts = Stream.generate(() -> context(random, count))
                .limit(contextCount)
                .toList();
        CompiledPolicy one = PolicyCompiler.declarative(check(files(size, 0)));
        this.all = IntStream.range(0, count)
                .mapToObj(number -> variant(files(size, number), one))
                .toList();
        this.byDigest = new HashMap<>();
        all.forEach(variant -> byDigest.put(variant.identity().digest(), variant));
    }

    List<FailureContext> contexts() {
        return contexts;
    }

    List<Variant> all() {
        return all;
    }

    /** Whether there is a variant of this digest. */
    boolean knows(PolicyIdentity identity) {
        return byDigest.containsKey(identity.digest());
    }

    /** Whether exactly this is what the variant that made the decision should decide about a context. */
    boolean isExpected(RecoveryDecision decision, int context) {
        Variant variant = byDigest.get(decision.policy().digest());
        return variant != null && variant.expected().get(context).equals(decision);
    }

    private static FailureContext context(SplittableRandom random, int count) {
        int priorFailures = random.nextInt(count + 2);
        return Contexts.random(random).toBuilder()
                .priorFailures(priorFailures)
                .lastRecovery(priorFailures == 0 ? LastRecovery.NONE : LastRecovery.GOOD)
                .similar(false)
                .delay(Duration.ofHours(random.nextInt(count + 2)))
                .build();
    }

    private Variant variant(SortedMap<String, String> files, CompiledPolicy one) {
        CheckedPolicy checked = check(files);
        PolicyIdentity identity =
                new PolicyIdentity(checked.settings().name(), checked.settings().version(), checked.digest());
        Policy policy = new Policy(
                identity,
                checked.currency(),
                checked.settings().lookBack(),
                one.policy().rules());
        Interpreter interpreter = Interpreter.of(new CompiledPolicy(
                        checked.origin(),
                        policy,
                        one.rules(),
                        one.declared(),
                        one.trusted(),
                        checked.amounts(),
                        checked.settings().settlement()))
                .orElseThrow();
        List<RuleNode> own = checked.ruleFiles().stream()
                .filter(file -> !checked.included().contains(file.source().file()))
                .flatMap(file -> file.rules().stream())
                .toList();
        for (RuleNode rule : own) {
            interpreter = interpreter.with(rule);
        }
        return new Variant(
                files, identity, contexts.stream().map(interpreter::decide).toList());
    }

    private static CheckedPolicy check(SortedMap<String, String> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        CheckedPolicy checked = PolicyCheck.check(
                new PolicyFiles("soak", contents),
                () -> PolicyFiles.read("standard", PolicySource.standard()::read),
                Optional.empty());
        if (!checked.diagnostics().isEmpty()) {
            throw new IllegalStateException(checked.diagnostics().toString());
        }
        return checked;
    }

    private static SortedMap<String, String> files(Size size, int number) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(SETTINGS, """
                name = soak
                version = %1$d
                currency = USD
                %2$samount.gift = of( "1%1$03d.50" )
                amount.limit = of( "6%1$03d" )
                """.formatted(number, size.included));
        files.put(
                BARRIERS,
                HEADER
                        + rule(
                                "soak.too-often",
                                "FailureHistory( priorFailures > %d )".formatted(number),
                                "barrier( Barrier.PRIOR_FAILURE )"));
        files.put(
                REMEDIES,
                HEADER
                        + Stream.of(
                                        rule(
                                                "soak.gift-after-wait",
                                                "Handling( delayHours > %d )".formatted(number),
                                                "offer( RemedyKind.GIFT, Component.GESTURE, \"gift\" )"),
                                        rule(
                                                "soak.apology",
                                                "Customer( mood != Mood.CALM )",
                                                "offer( RemedyKind.APOLOGY )"),
                                        rule("soak.limit", "Customer()", "limit( Authority.AGENT, \"limit\" )"),
                                        rule(
                                                "soak.call-back",
                                                "ParadoxAssessment( verdict == Verdict.APPLIES )",
                                                "followUp( \"P%dD\", \"call\" )".formatted(number + 1)))
                                .collect(Collectors.joining("\n")));
        files.put(CASES, """
                case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,mood,delay,verdict,remedies,rules
                at the bounds,MINOR,UNAVOIDABLE,UNFORESEEABLE,%1$d,1000,CALM,PT%1$dH,APPLIES,no GIFT,soak.limit soak.call-back
                beyond them,MINOR,UNAVOIDABLE,UNFORESEEABLE,%2$d,1000,UPSET,PT%2$dH,DOES_NOT_APPLY,GIFT 1%1$03d.50 by AGENT; APOLOGY,soak.limit soak.gift-after-wait soak.apology
                """.formatted(number, number + 1));
        return files;
    }

    private static String rule(String id, String when, String then) {
        return """

                rule "%s"
                    @because( "we want to put it right" )
                    @source( "a test" )
                when
                    %s
                then
                    findings.%s;
                end
                """.formatted(id, when, then);
    }
}
