package org.recoveryrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recoveryrules.api.Examples.DIGEST;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyIdentityTest {
    @Test
    void a_digest_has_64_hexadecimal_digits() {
        assertThat(new PolicyIdentity("standard", "1.0", DIGEST).digest()).isEqualTo(DIGEST);
    }

    static Stream<String> notDigests() {
        return Stream.of("", "0".repeat(63), "0".repeat(65), "A".repeat(64), "g".repeat(64), "0".repeat(64) + "\n");
    }

    @ParameterizedTest
    @MethodSource("notDigests")
    void anything_else_is_not_a_digest(String digest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyIdentity("standard", "1.0", digest))
                .withMessage("policy.digest must be 64 hexadecimal digits in lower case, but was '" + digest + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "' ', 1.0, 'policy.name must not be blank, but was '' '''",
        ", 1.0, 'policy.name must be given, but was null'",
        "standard, ' ', 'policy.version must not be blank, but was '' '''",
        "standard, , 'policy.version must be given, but was null'"
    })
    void name_and_version_must_say_something(String name, String version, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyIdentity(name, version, DIGEST))
                .withMessage(fault);
    }

    @Test
    void the_digest_must_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyIdentity("standard", "1.0", null))
                .withMessage("policy.digest must be given, but was null");
    }
}
