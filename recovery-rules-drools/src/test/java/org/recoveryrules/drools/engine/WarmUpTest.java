package org.recoveryrules.drools.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.check.FactField;
import org.recoveryrules.drools.check.FactField.Kind;

/** Every constant of every component occurs in the contexts on which a policy is tried. */
class WarmUpTest {
    @Test
    void every_constant_occurs() {
        Map<FactField, Set<Object>> seen = new HashMap<>();
        List<FactField> fields = FactField.factTypes().stream()
                .flatMap(type -> FactField.of(type).values().stream())
                .filter(field -> !field.isOfAssessment() && !field.constants().isEmpty())
                .toList();
        for (FailureContext context : WarmUp.contexts(CurrencyUnit.USD, WarmUp.ALL_CONSTANTS)) {
            fields.forEach(field -> seen.computeIfAbsent(field, none -> new HashSet<>())
                    .addAll(field.kind() == Kind.SET ? (Collection<?>) field.of(context) : List.of(field.of(context))));
        }

        assertThat(fields)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(seen.get(field))
                        .as(field.component())
                        .containsAll(
                                field.kind() == Kind.SET && field.component().endsWith("Kinds")
                                        ? Set.of()
                                        : field.constants()));
    }
}
