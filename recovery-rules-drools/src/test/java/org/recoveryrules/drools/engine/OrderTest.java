package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.ParadoxAssessment;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.drools.Contexts;
import org.recoveryrules.drools.Policies;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.policy.CompiledPolicy;

/** The order of rules, files and facts changes nothing. */
class OrderTest {
    private static final Path POLICY = Path.of("src/main/resources/org/recoveryrules/policy/standard");
    private static final Pattern RULE = Pattern.compile("(?ms)^rule \".*?^end$");
    private static final int CONTEXTS = 1_000;

    private final Random random = new Random(4711);
    private final List<FailureContext> contexts =
            Stream.generate(() -> Contexts.random(random)).limit(CONTEXTS).toList();

    @Test
    void rules_in_any_order_and_in_any_file_decide_the_same() throws Exception {
        List<RecoveryDecision> expected = decisions(PolicySource.folder(POLICY).read());
        for (int round = 0; round < 3; round++) {
            assertThat(decisions(shuffled()))
                    .usingElementComparator((one, other) -> sameButForDigest(one, other) ? 0 : 1)
                    .isEqualTo(expected);
        }
    }

    @Test
    void facts_in_any_order_decide_the_same() throws Exception {
        CompiledPolicy policy =
                compile(Policies.beyond(PolicySource.folder(POLICY).read()));
        DecisionEngine engine = new DecisionEngine(policy, Budget.STANDARD.patient());
        for (FailureContext context : contexts) {
            assertThat(decideWithShuffledFacts(policy, context)).isEqualTo(engine.decide(context));
        }
    }

    private RecoveryDecision decideWithShuffledFacts(CompiledPolicy policy, FailureContext context) {
        RecordedFindings findings = new RecordedFindings(policy.amounts());
        KieSession session = policy.trusted().orElseThrow().newKieSession();
        try {
            session.setGlobal("findings", findings);
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    findings.speaks(event.getMatch().getRule().getName());
                }
            });
            List<Object> facts = new ArrayList<>(List.of(
                    context.failure(),
                    context.history(),
                    context.customer(),
                    context.claim(),
                    context.handling(),
                    context.area()));
            Collections.shuffle(facts, random);
            facts.forEach(session::insert);
            session.fireAllRules();
            ParadoxAssessment assessment = Spoken.assess(findings.spoken());
            session.insert(assessment);
            session.fireAllRules();
            return Settlement.settle(
                    context,
                    assessment,
                    new Proposals(findings.spoken()),
                    spoken -> policy.rules().get(spoken.rule).reason(context, assessment),
                    policy);
        } finally {
            session.dispose();
        }
    }

    /** The same rules, dealt anew over as many files with other names, in another order within each. */
    private Map<String, byte[]> shuffled() throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        files.put("policy.properties", Files.readAllBytes(POLICY.resolve("policy.properties")));
        Map<String, List<String>> rulesByHeader = new HashMap<>();
        try (Stream<Path> below = Files.walk(POLICY)) {
            for (Path file :
                    below.filter(path -> path.toString().endsWith(".drl")).toList()) {
                String text = Files.readString(file);
                Matcher rules = RULE.matcher(text);
                while (rules.find()) {
                    rulesByHeader
                            .computeIfAbsent(header(text), header -> new ArrayList<>())
                            .add(rules.group());
                }
            }
        }
        rulesByHeader.forEach((header, rules) -> {
            Collections.shuffle(rules, random);
            for (int i = 0; i < rules.size(); i += 7) {
                String text = header + String.join("\n", rules.subList(i, Math.min(i + 7, rules.size())));
                files.put("f" + random.nextInt() + ".drl", text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return files;
    }

    private static String header(String text) {
        Matcher topic = Pattern.compile("(?m)^package .*$").matcher(text);
        assertThat(topic.find()).isTrue();
        return topic.group()
                + "\nimport org.recoveryrules.api.*;\nimport org.recoveryrules.drools.rules.Amount;\n"
                + "global org.recoveryrules.drools.rules.Findings findings;\n";
    }

    private List<RecoveryDecision> decisions(Map<String, byte[]> files) {
        DecisionEngine engine = new DecisionEngine(compile(files), Budget.STANDARD.patient());
        return contexts.stream().map(engine::decide).toList();
    }

    private static boolean sameButForDigest(RecoveryDecision one, RecoveryDecision other) {
        return one.reasons().equals(other.reasons())
                && one.toString()
                        .replace(one.policy().digest(), "")
                        .equals(other.toString().replace(other.policy().digest(), ""));
    }

    private static CompiledPolicy compile(Map<String, byte[]> files) {
        return Policies.trusted(files);
    }
}
