package org.recoveryrules.drools.cases;

import java.util.List;
import java.util.Optional;
import org.recoveryrules.api.RecoveryDecision;

/** What a case expects of one column of its decision. A value: two that expect the same are equal. */
public sealed interface Expected permits ExpectedWords, ExpectedRules, ExpectedSum, ExpectedRemedies {
    /**
     * The column.
     *
     * @return such as {@code verdict}
     */
    String column();

    /**
     * What it says.
     *
     * @return its words as a table spells them; none where nothing must come
     */
    List<String> words();

    /**
     * Compares a decision with it. Touches nothing else, so that it can be asked as often as wanted.
     *
     * @param decision the decision
     * @return where it is not as expected; nothing if it is
     */
    Optional<Difference> difference(RecoveryDecision decision);
}
