package org.recoveryrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionTest {
    @Test
    void a_script_completes_every_command() {
        Ended ended = Ended.of("completion");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("#!/usr/bin/env bash\n");
        assertThat(Ended.program().getSubcommands().keySet())
                .isNotEmpty()
                .allSatisfy(command -> assertThat(ended.out()).contains("_picocli_recovery-rules_" + command + "()"));
    }
}
