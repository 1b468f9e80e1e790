package org.recoveryrules.drools.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.recoveryrules.api.Approach;
import org.recoveryrules.api.Authority;
import org.recoveryrules.api.Barrier;
import org.recoveryrules.api.Question;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.Verdict;

/** The components of a recovery decision that a case can expect, by flat name; as words, so that any two can be compared. */
final class ExpectedColumns {
    static final Map<String, Column> READERS = readers();

    /** How a cell is read, and what the decision says. */
    record Column(Function<CaseCell, Set<String>> expected, Function<RecoveryDecision, Set<String>> actual) {}

    private ExpectedColumns() {}

    private static Map<String, Column> readers() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(
                "verdict",
                constant(Verdict.class, decision -> decision.paradox().verdict()));
        columns.put(
                "barriers",
                constants(Barrier.class, decision -> decision.paradox().barriers()));
        columns.put("questions", constants(Question.class, RecoveryDecision::questions));
        columns.put("doubleDeviation", truth(RecoveryDecision::doubleDeviation));
        columns.put("approach", constant(Approach.class, RecoveryDecision::approach));
        columns.put("authority", constant(Authority.class, RecoveryDecision::authority));
        columns.put("humanReview", truth(RecoveryDecision::humanReview));
        return Collections.unmodifiableMap(columns);
    }

    private static <E extends Enum<E>> Column constant(Class<E> type, Function<RecoveryDecision, E> component) {
        return new Column(
                cell -> words(cell.constant(type).stream()), component.andThen(value -> words(Stream.of(value))));
    }

    private static <E extends Enum<E>> Column constants(Class<E> type, Function<RecoveryDecision, Set<E>> component) {
        return new Column(
                cell -> words(cell.constants(type).stream()), component.andThen(values -> words(values.stream())));
    }

    private static Column truth(Function<RecoveryDecision, Boolean> component) {
        return new Column(cell -> words(cell.truth().stream()), component.andThen(value -> words(Stream.of(value))));
    }

    private static Set<String> words(Stream<?> values) {
        Set<String> words = new LinkedHashSet<>();
        values.forEach(value -> words.add(value.toString()));
        return Collections.unmodifiableSet(words);
    }
}
