package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AreaTest {
    @Test
    void risks_are_copied_in_the_order_of_declaration() {
        List<AreaRisk> backwards = Arrays.asList(AreaRisk.values());
        Collections.reverse(backwards);
        Set<AreaRisk> given = new LinkedHashSet<>(backwards);
        Area area = new Area(given);
        given.clear();
        assertThat(area.risks()).containsExactly(AreaRisk.values()).isUnmodifiable();
    }

    @Test
    void one_risk_makes_break_prone() {
        assertThat(new Area(Set.of()).breakProne()).isFalse();
        assertThat(new Area(Set.of(AreaRisk.HIGH_TURNOVER)).breakProne()).isTrue();
    }
}
