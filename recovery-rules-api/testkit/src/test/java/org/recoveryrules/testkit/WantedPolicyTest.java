package org.recoveryrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.InvalidPolicyException;

class WantedPolicyTest {
    private static final WantedPolicy ANY = new WantedPolicy("classpath:any", Set.of());

    @RecoveryPolicyTest(
            value = "classpath:one",
            ruleSets = {"paradox", "remedy"})
    private static class One {
        class Inner {}

        @RecoveryPolicyTest("classpath:other")
        class Other {}
    }

    private static final class Sub extends One {}

    @BeforeEach
    void clear() {
        FakePolicyEngine.clear();
    }

    @Test
    void a_class_wants_what_it_or_what_is_around_it_says() {
        WantedPolicy one = new WantedPolicy("classpath:one", Set.of("paradox", "remedy"));

        assertThat(WantedPolicy.of(One.class)).contains(one);
        assertThat(WantedPolicy.of(Sub.class)).contains(one);
        assertThat(WantedPolicy.of(One.Inner.class)).contains(one);
        assertThat(WantedPolicy.of(One.Other.class)).contains(new WantedPolicy("classpath:other", Set.of()));
        assertThat(WantedPolicy.of(WantedPolicyTest.class)).isEmpty();
    }

    @Test
    void the_engine_loads_it() throws IOException {
        Engines.with(List.of(FakePolicyEngine.class), () -> {
            assertThat(new WantedPolicy("classpath:one", Set.of("paradox")).load())
                    .isSameAs(FakePolicyEngine.POLICIES.get(0));
            assertThat(new WantedPolicy("src/test", Set.of()).load()).isSameAs(FakePolicyEngine.POLICIES.get(1));
        });

        assertThat(FakePolicyEngine.LOADED).containsExactly("classpath:one [paradox]", "src/test []");
    }

    @Test
    void a_folder_that_is_not_there_is_told_with_where_it_was_looked_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(new WantedPolicy("nowhere", Set.of())::load)
                .withMessage("there is no folder 'nowhere' in " + Path.of("").toAbsolutePath()
                        + "; for one on the class path write classpath:org/example/policy");
    }

    @Test
    void an_invalid_one_fails_with_all_that_is_wrong() throws IOException {
        Engines.with(List.of(FakePolicyEngine.class), () -> {
            assertThatThrownBy(new WantedPolicy("classpath:invalid", Set.of())::load)
                    .isInstanceOf(AssertionError.class)
                    .hasCauseInstanceOf(InvalidPolicyException.class)
                    .hasMessage("""
                            policy classpath:invalid cannot be used:

                            paradox/barriers.drl:3:5: error[field-unknown]: no field 'severty'
                             3 |     severty
                               |     ^^^^^^^
                              hint: did you mean 'severity'?

                            policy.properties: error[settings-missing]: not there
                            """);
        });
    }

    @Test
    void without_an_engine_it_says_what_to_add() throws IOException {
        Engines.with(List.of(), () -> {
            assertThatIllegalStateException()
                    .isThrownBy(ANY::load)
                    .withMessage(
                            "there is no engine on the class path; add org.recoveryrules:recovery-rules-drools to the"
                                    + " dependencies of the tests");
        });
    }

    @Test
    void of_several_engines_it_chooses_none() throws IOException {
        Engines.with(List.of(FakePolicyEngine.Second.class, FakePolicyEngine.class), () -> {
            assertThatIllegalStateException()
                    .isThrownBy(ANY::load)
                    .withMessage("there are several engines on the class path, and one is needed:"
                            + " org.recoveryrules.testkit.FakePolicyEngine,"
                            + " org.recoveryrules.testkit.FakePolicyEngine$Second");
        });
    }
}
