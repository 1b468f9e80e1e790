package org.recoveryrules.drools;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.Policy;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.api.RecoveryAdvisor;
import org.recoveryrules.api.RecoveryDecision;
import org.recoveryrules.api.RecoveryRulesException;
import org.recoveryrules.drools.cases.CaseRun;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.engine.Budget;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.live.AdvisorListener;
import org.recoveryrules.drools.live.AdvisorListener.Decided;
import org.recoveryrules.drools.live.AdvisorListener.Undecided;
import org.recoveryrules.drools.live.Candidate;
import org.recoveryrules.drools.live.Gate;
import org.recoveryrules.drools.live.LivePolicy;
import org.recoveryrules.drools.live.Observers;
import org.recoveryrules.drools.live.PolicyVersion;
import org.recoveryrules.drools.live.Reload;
import org.recoveryrules.drools.live.Stage;
import org.recoveryrules.drools.live.Staged;
import org.recoveryrules.drools.live.Watch;
import org.recoveryrules.drools.mutation.MutationRun;
import org.recoveryrules.drools.policy.PolicyCompiler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by Drools rule sets. Loading takes a few seconds, a decision tens of microseconds: make one advisor and keep it.
 *
 * <p>The policy can change while the advisor decides: {@link #reload()} reads it again, {@link Builder#watch} does so by
 * itself, {@link #rollback()} goes back. A policy serves only if nothing is wrong with it and its own cases hold; whatever
 * becomes of another, the one that serves goes on. Each decision is made by one version from beginning to end, and says by
 * which.
 *
 * <p>Safe for use by any number of threads at once. Keeps no thread of its own unless it is to watch, is given a listener,
 * or has a policy staged; {@link #close()} ends them. Logs one line when a policy is loaded or refused and one at every
 * failure, never a customer's data.
 */
public final class DroolsRecoveryAdvisor implements RecoveryAdvisor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DroolsRecoveryAdvisor.class);

    private final Builder made;
    private final Observers observers;
    private final LivePolicy live;
    private final Stage stage;
    private final Optional<Watch> watch;
    private volatile boolean closed;

    private DroolsRecoveryAdvisor(Builder made) {
        this.made = made;
        this.observers = new Observers(made.listeners);
        this.stage = new Stage(observers);
        try {
            this.live = new LivePolicy(
                    made.candidate(made.source),
                    made.fallback.map(made::candidate),
                    made.gate(),
                    made.versionsKept,
                    this::reloaded);
            this.watch = made.interval.map(interval -> new Watch(live, interval));
        } catch (RuntimeException | Error e) {
            observers.close();
            throw e;
        }
    }

    private void reloaded(Reload reload) {
        observers.tell(listener -> listener.reloaded(reload));
        stage.clear(reload.serving());
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
     * <p>An {@link Error} such as {@link OutOfMemoryError} reaches the caller as it is; the session in which it was thrown is
     * thrown away, and the next decision begins afresh. An interrupted thread decides like any other and stays interrupted.
     *
     * @throws IllegalStateException if this advisor is closed
     */
    @Override
    public RecoveryDecision decide(FailureContext context) {
        requireOpen();
        RecoveryDecision decision = decide(context, live.serving());
        stage.decided(context, decision);
        return decision;
    }

    /**
     * Decides by one version of the policy, whichever serves: to end a conversation by the rules with which it began, or to
     * repeat an earlier decision. A policy that is staged is not asked about it.
     *
     * @param context what is known about the failure
     * @param digest the digest of a version that is kept, as {@link RecoveryDecision#policy()} told it
     * @return a whole decision
     * @throws IllegalArgumentException as {@link #decide(FailureContext)}, or if the digest is null
     * @throws NoSuchElementException if no version of this digest is kept
     * @throws RecoveryRulesException as {@link #decide(FailureContext)}
     * @throws IllegalStateException if this advisor is closed
     */
    public RecoveryDecision decide(FailureContext context, String digest) {
        requireOpen();
        return decide(context, live.version(Builder.given(digest, "digest")));
    }

    private RecoveryDecision decide(FailureContext context, PolicyVersion version) {
        long start = System.nanoTime();
        try {
            RecoveryDecision decision = version.decide(context);
            if (!observers.isEmpty()) {
                Decided decided = new Decided(context, decision, Duration.ofNanos(System.nanoTime() - start));
                observers.tell(listener -> listener.decided(decided));
            }
            return decision;
        } catch (RecoveryRulesException e) {
            PolicyIdentity by = version.identity();
            LOG.error("No decision by policy {} {} ({}): {}", by.name(), by.version(), by.digest(), e.getMessage());
            Undecided undecided = new Undecided(context, by, e, Duration.ofNanos(System.nanoTime() - start));
            observers.tell(listener -> listener.undecided(undecided));
            throw e;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this advisor is closed");
        }
    }

    /**
     * Reads the policy again. If it is another and may serve, it serves whoever asks from then on; decisions under way come
     * to their end by the version with which they began. If it may not, or cannot be read, the one that serves goes on, and
     * what is returned says why; that is no exception. Takes as long as loading does, without holding up a decision;
     * one reload comes after another.
     *
     * @return what came of it
     * @throws IllegalStateException if this advisor is closed
     */
    public Reload reload() {
        requireOpen();
        return live.reload();
    }

    /**
     * What came of the last change of the policy, or of the last try: of the start, of a reload, whoever asked for it, or of
     * going back. For a health check: {@link Reload.Outcome#REFUSED} and {@link Reload.Outcome#FELL_BACK} say that the policy
     * that serves is not the one that was saved last. It decides all the same, and starting anew would not help.
     *
     * @return the last outcome
     */
    public Reload lastReload() {
        return live.last();
    }

    /**
     * Goes back to the version that served before the one that serves now, at once; called again, to the one before that. A
     * reload under way is not waited for: what it loads serves then. The files stay as they are: they are read again, and may
     * serve again, by {@link #reload()}, at the next start, and when they are watched once any of them changes.
     *
     * @return what came of it
     * @throws IllegalStateException if no earlier version is kept, or this advisor is closed
     */
    public Reload rollback() {
        requireOpen();
        return live.rollback();
    }

    /**
     * Goes back, or forth, to any version that is kept, at once.
     *
     * @param digest the digest of the version
     * @return what came of it
     * @throws IllegalArgumentException if the digest is null
     * @throws NoSuchElementException if no version of this digest is kept
     * @throws IllegalStateException if this advisor is closed
     */
    public Reload rollback(String digest) {
        requireOpen();
        return live.rollback(Builder.given(digest, "digest"));
    }

    /**
     * The versions that are kept.
     *
     * @return the one that serves, then those to which {@link #rollback()} goes, one after another, then those from which
     *     somebody went back
     */
    public List<PolicyIdentity> versions() {
        return live.identities();
    }

    /**
     * Lets another policy decide beside the one that serves, about the same failures, for comparison alone: in a thread of its
     * own, on what it has time for. Listeners are told of what it decides otherwise. It is read once, takes the place of a
     * policy that is staged already, and leaves when it fails or comes to serve.
     *
     * @param policy the policy; what every policy passes before it serves, this one passes too
     * @return the policy that is staged
     * @throws InvalidPolicyException if it could not serve; it holds all diagnostics
     * @throws IllegalArgumentException if it is null
     * @throws IllegalStateException if this advisor is closed
     */
    public PolicyIdentity stage(PolicySource policy) {
        requireOpen();
        PolicyVersion version = live.pass(made.candidate(Builder.given(policy, "policy")));
        stage.stage(version);
        if (closed) {
            // Meanwhile: nobody would take it away any more.
            stage.clear();
        }
        requireOpen();
        return version.identity();
    }

    /**
     * What the policy that is staged has come to.
     *
     * @return of the one that is staged, or else of the last one that was; nothing if none was
     */
    public Optional<Staged> staged() {
        return stage.staged();
    }

    /** Takes away the policy that is staged, if there is one. */
    public void unstage() {
        stage.clear();
    }

    /**
     * Adds who is told what this does from now on; {@link Builder#listener} tells of the start too.
     *
     * @param listener the listener; it gets a thread of its own
     * @throws IllegalArgumentException if it is null
     * @throws IllegalStateException if this advisor is closed
     */
    public void addListener(AdvisorListener listener) {
        requireOpen();
        observers.add(Builder.given(listener, "listener"));
    }

    /**
     * Tells which rules do not shape the decision about a failure and what keeps each from it: the other half of a
     * decision's reasons. For people who ask why not; takes several decisions' time, and is no decision of which listeners
     * are told.
     *
     * @param context what is known about the failure
     * @return the rules of the declarative profile that are no reason, the nearest first
     * @throws IllegalArgumentException as {@link #decide(FailureContext)}
     * @throws RecoveryRulesException as {@link #decide(FailureContext)}
     */
    public List<NearMiss> nearMisses(FailureContext context) {
        requireOpen();
        PolicyVersion version = live.serving();
        return new NearMisses(context, version.decide(context)).of(version.compiled());
    }

    /**
     * Runs the cases that stand beside the rule files of the policy itself, not those of what it includes.
     *
     * @return what came of each case, and what the cases do not show
     */
    public CaseRun runCases() {
        return live.serving().runCases();
    }

    /**
     * Makes mistakes in the rules and the named amounts of the policy itself, one at a time, and runs its cases on each. For
     * people who ask what their cases are worth; takes as long as some ten thousand decisions.
     *
     * @return what the cases notice
     * @throws IllegalStateException if a rule goes beyond the declarative profile, so that nothing can be changed in it
     */
    public MutationRun runMutants() {
        PolicyVersion version = live.serving();
        return MutationRun.of(version.checked(), version.compiled());
    }

    /**
     * What the policy may not have been meant to say, though it can be used.
     *
     * @return warnings, in file order
     */
    public List<Diagnostic> warnings() {
        return live.serving().checked().warnings();
    }

    /**
     * How many rules of the policy that serves are looked up in an index, rather than asked of Drools: those in files that keep to
     * the declarative profile, unless {@link Builder#unindexed()} is set.
     *
     * @return 0 to the number of its rules
     */
    public int indexedRules() {
        return live.serving().engine().indexedRules();
    }

    @Override
    public Policy policy() {
        return live.serving().policy();
    }

    /**
     * Ends the threads and gives back what this holds, without waiting for any: a listener or a policy's source that never
     * returns keeps its thread, which keeps no JVM alive. Decisions and a reload under way come to their end, later ones are
     * refused. Can be called twice, by a listener too.
     */
    @Override
    public void close() {
        closed = true;
        watch.ifPresent(Watch::close);
        stage.clear();
        observers.close();
        live.rest();
    }

    /** Builds an advisor. Not safe for use by several threads at once. */
    public static final class Builder {
        private static final Duration A_DAY = Duration.ofDays(1);

        private PolicySource source = PolicySource.standard();
        private Optional<CurrencyUnit> currency = Optional.empty();
        private Optional<Profile> profile = Optional.empty();
        private Optional<PolicySource> fallback = Optional.empty();
        private Optional<Duration> interval = Optional.empty();
        private List<AdvisorListener> listeners = new ArrayList<>();
        private Budget budget = Budget.STANDARD;
        private Gate.Cases cases = Gate.Cases.MUST_HOLD;
        private Gate.Matching matching = Gate.Matching.BY_INDEX;
        private int versionsKept = 5;

        private Builder() {}

        /** As it is now, whatever is set later. */
        private Builder(Builder other) {
            this.source = other.source;
            this.currency = other.currency;
            this.profile = other.profile;
            this.fallback = other.fallback;
            this.interval = other.interval;
            this.listeners = List.copyOf(other.listeners);
            this.budget = other.budget;
            this.cases = other.cases;
            this.matching = other.matching;
            this.versionsKept = other.versionsKept;
        }

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
         * Sets how many matches of rules beyond the declarative profile one decision may fire; default 10,000. Rules within it
         * come to an end by themselves.
         *
         * @param matches 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder firingBudget(int matches) {
            this.budget = new Budget(matches, budget.deadline());
            return this;
        }

        /**
         * Sets how long rules beyond the declarative profile may go on firing in one decision; default 1 second. Rules within it
         * come to an end by themselves: a decision by them that is late is late by the machine, and still made. The clock is read each time that a rule fires: what such a rule does by itself nobody can
         * stop.
         *
         * @param deadline more than 0, at most an hour
         * @return this builder
         * @throws IllegalArgumentException if it is null or beyond these bounds
         */
        public Builder deadline(Duration deadline) {
            this.budget = new Budget(budget.matches(), given(deadline, "deadline"));
            return this;
        }

        /**
         * Watches the policy, and reloads it when its files have changed and come to rest; default not. A thread looks at all of
         * them, once in an interval. A change serves two to three intervals after it was saved, and the time it takes to load.
         *
         * @param interval how long to wait between two looks, more than 0, at most a day; a second is a good one
         * @return this builder
         * @throws IllegalArgumentException if it is null or beyond these bounds
         */
        public Builder watch(Duration interval) {
            if (given(interval, "watch").isZero() || interval.isNegative() || interval.compareTo(A_DAY) > 0) {
                throw new IllegalArgumentException("watch must be more than 0 and at most 1 day, but was " + interval);
            }
            this.interval = Optional.of(interval);
            return this;
        }

        /**
         * Sets which policy serves if the other may not at the start; default none, so that there is no advisor then. Once the
         * other may serve, a reload lets it. The fallback decides in its own currency, the standard policy in USD, unless
         * {@link #currency(CurrencyUnit)} sets one for both.
         *
         * @param fallback such as {@code PolicySource.standard()}
         * @return this builder
         * @throws IllegalArgumentException if it is null
         */
        public Builder fallback(PolicySource fallback) {
            this.fallback = Optional.of(given(fallback, "fallback"));
            return this;
        }

        /**
         * Sets how many versions are kept besides the one that serves, to go back to; default 5.
         *
         * @param versions 0 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less than 0
         */
        public Builder versionsKept(int versions) {
            if (versions < 0) {
                throw new IllegalArgumentException("versionsKept must be 0 or more, but was " + versions);
            }
            this.versionsKept = versions;
            return this;
        }

        /**
         * Adds who is told what the advisor does; default nobody.
         *
         * @param listener the listener; it gets a thread of its own
         * @return this builder
         * @throws IllegalArgumentException if it is null
         */
        public Builder listener(AdvisorListener listener) {
            this.listeners.add(given(listener, "listener"));
            return this;
        }

        /**
         * Lets a policy serve though its own cases fail; default not. For tools that tell how they fail.
         *
         * @return this builder
         */
        public Builder untested() {
            this.cases = Gate.Cases.ARE_NOT_RUN;
            return this;
        }

        /**
         * Has Drools asked at every decision which rules hold, instead of looking it up in an index of the rules of the
         * declarative profile. The decisions are the same, and take about twice as long: for whoever wants to compare the two.
         *
         * @return this builder
         */
        public Builder unindexed() {
            this.matching = Gate.Matching.BY_DROOLS;
            return this;
        }

        /**
         * Loads, compiles, tries and tests the policy.
         *
         * @return an advisor that is ready to decide
         * @throws InvalidPolicyException if the policy cannot be read, does not compile, has a rule that fails or a case that
         *     does not hold, and there is no fallback that may serve; it holds all diagnostics of the policy
         */
        public DroolsRecoveryAdvisor build() {
            return new DroolsRecoveryAdvisor(new Builder(this));
        }

        /**
         * Checks the policy by {@link Profile#DECLARATIVE}, whatever profile is set, and tries and tests it if nothing is wrong.
         * Takes milliseconds where something is, else as long as {@link #build()}.
         *
         * @return all that can be said of the policy, errors and warnings, in file order; without an error it can be
         *     built
         */
        public List<Diagnostic> check() {
            Candidate declarative = new Candidate(source.toString(), source::read, PolicyCompiler::declarative);
            Faults found = new Faults();
            try {
                PolicyFiles files = declarative.read();
                CheckedPolicy checked = gate().check(files);
                found.addAll(checked.diagnostics());
                if (checked.errors().isEmpty()) {
                    gate().pass(files, declarative, checked);
                }
            } catch (InvalidPolicyException e) {
                found.addAll(e.diagnostics());
            }
            return found.all();
        }

        private Gate gate() {
            return new Gate(() -> candidate(PolicySource.standard()).read(), currency, budget, cases, matching);
        }

        private Candidate candidate(PolicySource from) {
            Profile used = profile.orElse(from instanceof ClassPathSource ? Profile.TRUSTED : Profile.DECLARATIVE);
            return new Candidate(
                    from.toString(),
                    from::read,
                    used == Profile.TRUSTED ? PolicyCompiler::trusted : PolicyCompiler::declarative);
        }

        private static <T> T given(T value, String what) {
            if (value == null) {
                throw new IllegalArgumentException(what + " must be given, but was null");
            }
            return value;
        }
    }
}
