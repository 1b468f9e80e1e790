package org.recoveryrules.examples.first;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstDecisionTest {
    @Test
    void five_inputs_are_enough_for_a_decision() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            FirstDecision.main(new String[0]);
        } finally {
            System.setOut(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(3)
                .satisfies(lines -> {
                    assertThat(lines.get(0)).isEqualTo("APPLIES");
                    assertThat(lines.get(1)).contains("kind=APOLOGY", "authority=AGENT");
                    assertThat(lines.get(2)).contains("rule=remedy.apologise");
                });
    }
}
