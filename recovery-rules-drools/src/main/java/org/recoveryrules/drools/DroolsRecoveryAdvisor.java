package org.recoveryrules.drools;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;
import org.recoveryrules.drools.blame.Blames;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.engine.DecisionEngine;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.mutation.MutationRun;
import org.recoveryrules.drools.policy.CompiledPolicy;
import org.recoveryrules.drools.policy.PolicyCompiler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by Drools rule sets. Loading takes a few seconds, a decision tens of microseconds: make one advisor and keep it.
 *
 * <p>Safe for use by any number of threads at once. Logs one line when a policy is loaded and one at every failure,
 * never a customer's data.
 */
public final class DroolsRecoveryAdvisor implements RecoveryAdvisor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DroolsRecoveryAdvisor.class);

    private final CheckedPolicy checked;
    private final DecisionEngine engine;

    private DroolsRecoveryAdvisor(CheckedPolicy checked, DecisionEngine engine) {
        this.checked = checked;
        this.engine = engine;
    }

    /**
     * Decides by the standard policy, in its own currency (USD).
     *
     * @return an advisor that is ready to decide
     */
    public static DroolsRecoveryAdvisor standard() {
        return builder().build();
    }

    /**
     * Decides by the policy in a folder.
     *
     * @param folder the folder that holds {@code policy.properties}
     * @return an advisor that is ready to decide
     * @throws InvalidPolicyException if the policy cannot be used; it holds all diagnostics
     * @throws IllegalArgumentException if the folder is null
     */
    public static DroolsRecoveryAdvisor load(Path folder) {
        return builder()
                .policy(PolicySource.folder(Builder.given(folder, "folder")))
                .build();
    }

    /**
     * A builder that would build {@link #standard()}.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if this advisor is closed
     */
    @Override
    public RecoveryDecision decide(FailureContext context) {
        try {
            return engine.decide(context);
        } catch (RecoveryRulesException e) {
            PolicyIdentity by = policy().identity();
            LOG.error("No decision by policy {} {} ({}): {}", by.name(), by.version(), by.digest(), e.getMessage());
            throw e;
        }
    }

    /**
     * Tells which rules do not shape the decision about a failure and what keeps each from it: the other half of a
     * decision's reasons. For people who ask why not; takes several decisions' time.
     *
     * @param context what is known about the failure
     * @return the rules of the declarative profile that are no reason, the nearest first
     * @throws IllegalArgumentException as {@link #decide}
     * @throws RecoveryRulesException as {@link #decide}
     */
    public List<NearMiss> nearMisses(FailureContext context) {
        return new NearMisses(context, decide(context)).of(engine.compiled());
    }

    /**
     * Runs the cases that stand beside the rule files of the policy itself, not those of what it includes.
     *
     * @return what came of each case, and what the cases do not show
     */
    public CaseRun runCases() {
        return CaseRun.of(
                checked.cases(),
                checked.places(),
                checked.boundaries(),
                this::decide,
                new Blames(engine.compiled(), checked.places())::of);
    }

    /**
     * Makes mistakes in the rules and the named amounts of the policy itself, one at a time, and runs its cases on each. For
     * people who ask what their cases are worth; takes as long as some ten thousand decisions.
     *
     * @return what the cases notice
     * @throws IllegalStateException if a rule goes beyond the declarative profile, so that nothing can be changed in it
     */
    public MutationRun runMutants() {
        return MutationRun.of(checked, engine.compiled());
    }

    /**
     * What the policy may not have been meant to say, though it can be used.
     *
     * @return warnings, in file order
     */
    public List<Diagnostic> warnings() {
        return checked.warnings();
    }

    @Override
    public Policy policy() {
        return engine.policy();
    }

    /** Gives back what this holds. Decisions under way come to their end, later ones are refused. Can be called twice. */
    @Override
    public void close() {
        engine.close();
    }

    /** Builds an advisor. Not safe for use by several threads at once. */
    public static final class Builder {
        private PolicySource source = PolicySource.classPath(PolicyFiles.STANDARD);
        private Optional<CurrencyUnit> currency = Optional.empty();
        private Optional<Profile> profile = Optional.empty();
        private int firingBudget = DecisionEngine.FIRING_BUDGET;

        private Builder() {}

        /**
         * Sets where the policy comes from; default the standard policy.
         *
         * @param source the source
         * @return this builder
         * @throws IllegalArgumentException if it is null
         */
        public Builder policy(PolicySource source) {
            this.source = given(source, "policy");
            return this;
        }

        /**
         * Sets the currency in which the advisor decides; default the policy's own. Absolute amounts of the policy are
         * then read in it, never converted.
         *
         * @param currency the currency
         * @return this builder
         * @throws IllegalArgumentException if it is null
         */
        public Builder currency(CurrencyUnit currency) {
            this.currency = Optional.of(given(currency, "currency"));
            return this;
        }

        /**
         * Sets how much of DRL the policy may use; default {@link Profile#TRUSTED} for a policy on the class path, else
         * {@link Profile#DECLARATIVE}.
         *
         * @param profile the profile
         * @return this builder
         * @throws IllegalArgumentException if it is null
         */
        public Builder profile(Profile profile) {
            this.profile = Optional.of(given(profile, "profile"));
            return this;
        }

        /**
         * Sets how many matches one decision may fire; default 10,000.
         *
         * @param matches 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder firingBudget(int matches) {
            if (matches < 1) {
                throw new IllegalArgumentException("firingBudget must be 1 or more, but was " + matches);
            }
            this.firingBudget = matches;
            return this;
        }

        /**
         * Loads, compiles and tries the policy.
         *
         * @return an advisor that is ready to decide
         * @throws InvalidPolicyException if the policy cannot be read, does not compile, or has a rule that fails; it
         *     holds all diagnostics
         */
        public DroolsRecoveryAdvisor build() {
            long start = System.nanoTime();
            try {
                CheckedPolicy checked = checked();
                DecisionEngine engine = tried(
                        usedProfile() == Profile.TRUSTED
                                ? PolicyCompiler.trusted(checked)
                                : PolicyCompiler.declarative(checked));
                logLoaded(engine.policy(), System.nanoTime() - start);
                return new DroolsRecoveryAdvisor(checked, engine);
            } catch (InvalidPolicyException e) {
                List<Diagnostic> found = e.diagnostics();
                LOG.error("Policy {} cannot be used: {} diagnostics, the first {}", source, found.size(), found.get(0));
                throw e;
            }
        }

        private static void logLoaded(Policy policy, long nanoseconds) {
            LOG.info(
                    "Policy {} {} loaded: digest {}, {} rules, {} ms",
                    policy.identity().name(),
                    policy.identity().version(),
                    policy.identity().digest(),
                    policy.rules().size(),
                    TimeUnit.NANOSECONDS.toMillis(nanoseconds));
        }

        /**
         * Checks the policy by {@link Profile#DECLARATIVE}, whatever profile is set, and tries it if nothing is wrong.
         * Takes milliseconds where something is, else as long as {@link #build()}.
         *
         * @return all that can be said of the policy, errors and warnings, in file order; without an error it can be
         *     built
         */
        public List<Diagnostic> check() {
            try {
                CheckedPolicy checked = checked();
                if (checked.errors().isEmpty()) {
                    tried(PolicyCompiler.declarative(checked)).close();
                }
                return checked.diagnostics();
            } catch (InvalidPolicyException e) {
                return e.diagnostics();
            }
        }

        private Profile usedProfile() {
            return profile.orElse(source instanceof ClassPathSource ? Profile.TRUSTED : Profile.DECLARATIVE);
        }

        private DecisionEngine tried(CompiledPolicy policy) {
            DecisionEngine engine = new DecisionEngine(policy, firingBudget);
            engine.warmUp();
            return engine;
        }

        private CheckedPolicy checked() {
            return PolicyCheck.check(read(source), () -> read(PolicySource.classPath(PolicyFiles.STANDARD)), currency);
        }

        private static PolicyFiles read(PolicySource source) {
            return PolicyFiles.read(source.toString(), source::read);
        }

        private static <T> T given(T value, String what) {
            if (value == null) {
                throw new IllegalArgumentException(what + " must be given, but was null");
            }
            return value;
        }
    }
}
