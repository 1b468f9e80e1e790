package org.recoveryrules.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.recoveryrules.benchmarks.peers.CamundaRules;
import org.recoveryrules.benchmarks.peers.EasyRules;
import org.recoveryrules.benchmarks.peers.EvreteRules;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;

/** Who decides, by name; each is made when it is asked for. */
public final class Contenders {
    /** What recovery-rules is called in the tables. */
    public static final String OURS = "recovery-rules";
    /** The same where it asks Drools at every decision. */
    public static final String UNINDEXED = "recovery-rules without its index";
    /** Drools alone in the fastest way that is known, which gives no explanations. */
    public static final String DROOLS_BEST = "Drools at its best";
    /** The same of other policies, whose rule files are compiled as they are: a model of a thousand rules takes minutes. */
    public static final String DROOLS_FILES = "Drools, rule files compiled";
    /** Drools alone as its manual shows it. */
    public static final String DROOLS_MANUAL = "Drools as in the manual";
    /** The limit. */
    public static final String HAND_WRITTEN = "hand-written Java";

    /** A peer. */
    public static final String EASY_RULES = "Easy Rules";
    /** A peer. */
    public static final String EVRETE = "Evrete";
    /** A peer, by decision tables. */
    public static final String CAMUNDA = "Camunda DMN";

    private Contenders() {}

    /** All that decide by the standard policy, in the order of the tables. */
    public static Map<String, Supplier<Contender>> standardPolicy() {
        Map<String, Supplier<Contender>> contenders = new LinkedHashMap<>();
        contenders.put(OURS, () -> new RecoveryRules(OURS, DroolsRecoveryAdvisor.standard()));
        contenders.put(
                UNINDEXED,
                () -> new RecoveryRules(
                        UNINDEXED, DroolsRecoveryAdvisor.builder().unindexed().build()));
        contenders.put(DROOLS_BEST, () -> BareDrools.atItsBest(DROOLS_BEST));
        contenders.put(DROOLS_MANUAL, () -> BareDrools.asInTheManual(DROOLS_MANUAL));
        contenders.put(HAND_WRITTEN, () -> new MatchingContender(HAND_WRITTEN, HandWritten::new));
        contenders.put(EASY_RULES, () -> new MatchingContender(EASY_RULES, EasyRules::new));
        contenders.put(EVRETE, () -> new MatchingContender(EVRETE, EvreteRules::new));
        contenders.put(CAMUNDA, () -> new MatchingContender(CAMUNDA, CamundaRules::new));
        return contenders;
    }
}
