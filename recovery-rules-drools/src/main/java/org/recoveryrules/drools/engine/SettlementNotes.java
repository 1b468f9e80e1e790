package org.recoveryrules.drools.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recoveryrules.api.Reason;
import org.recoveryrules.api.Rule;

/** What the settlement did to a decision, to be told among its reasons. Confined to one thread. */
final class SettlementNotes {
    static final String ENTITLEMENT = "settlement.entitlement";
    static final String OWED = "settlement.owed";
    static final String PRICE = "settlement.price";
    static final String CAP = "settlement.cap";
    static final String LIMIT = "settlement.limit";
    static final String REFUSAL = "settlement.refusal";

    private final Map<String, Map<String, Object>> facts = new TreeMap<>();

    void note(String id, String component, Object value) {
        facts.computeIfAbsent(id, note -> new TreeMap<>()).put(component, value);
    }

    boolean has(String id) {
        return facts.containsKey(id);
    }

    /** The notes in the policy's words, by id. */
    List<Reason> reasons(Map<String, Rule> words) {
        List<Reason> reasons = new ArrayList<>();
        facts.forEach((id, values) -> {
            Rule said = words.get(id);
            reasons.add(new Reason(id, said.because(), said.source(), values));
        });
        return reasons;
    }
}
