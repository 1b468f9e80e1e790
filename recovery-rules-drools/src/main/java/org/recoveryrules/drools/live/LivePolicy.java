package org.recoveryrules.drools.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.live.Reload.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The policy that serves, and how another takes its place: only one that passed the gate, at once for all who ask from then
 * on, while whoever asked before is answered by the version that was asked. Safe for use by any number of threads; changes
 * come one after another.
 */
public final class LivePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(LivePolicy.class);

    private final Candidate candidate;
    private final Gate gate;
    private final int versionsKept;
    private final Consumer<Reload> told;
    /** Held while a policy is read and passes the gate: one after another, and whoever goes back waits for none of them. */
    private final Object loading = new Object();

    private volatile Optional<CurrencyUnit> currency = Optional.empty();
    private volatile Versions versions;
    private volatile Reload last;
    /** The contents that were read last, whatever came of it; empty where they could not be read. */
    private volatile String tried = "";

    /**
     * Loads the first version.
     *
     * @param candidate the policy
     * @param fallback what serves while the policy may not
     * @param gate what a policy passes before it serves
     * @param versionsKept how many versions are kept besides the one that serves, 0 or more
     * @param told what is told of every change and every try
     * @throws InvalidPolicyException if neither may serve; it holds all diagnostics of the policy, and that of the fallback is
     *     suppressed in it
     */
    public LivePolicy(
            Candidate candidate, Optional<Candidate> fallback, Gate gate, int versionsKept, Consumer<Reload> told) {
        this.candidate = candidate;
        this.gate = gate;
        this.versionsKept = versionsKept;
        this.told = told;
        long start = System.nanoTime();
        PolicyVersion first;
        Outcome outcome = Outcome.LOADED;
        List<Diagnostic> diagnostics;
        try {
            first = pass();
            diagnostics = first.checked().warnings();
            currency = Optional.of(first.checked().settings().currency());
        } catch (InvalidPolicyException e) {
            logRefused(e.diagnostics(), "");
            first = fallBack(fallback, e);
            diagnostics = e.diagnostics();
            outcome = Outcome.FELL_BACK;
        }
        this.versions = Versions.of(first);
        this.last = ended(outcome, diagnostics, start);
    }

    private PolicyVersion fallBack(Optional<Candidate> fallback, InvalidPolicyException refused) {
        try {
            return fallback.map(other -> gate.pass(other.read(), other)).orElseThrow(() -> refused);
        } catch (InvalidPolicyException e) {
            if (e != refused) {
                refused.addSuppressed(e);
            }
            throw refused;
        }
    }

    /** The version that serves. */
    public PolicyVersion serving() {
        return versions.serving();
    }

    /**
     * A version that is kept.
     *
     * @param digest the digest of its policy
     * @return the version
     * @throws NoSuchElementException if none of this digest is kept
     */
    public PolicyVersion version(String digest) {
        Versions kept = versions;
        return kept.find(digest)
                .orElseThrow(() -> new NoSuchElementException("no version of digest '" + digest + "' is kept, but "
                        + kept.all().stream()
                                .map(version -> version.identity().digest())
                                .collect(Collectors.joining(", "))));
    }

    /** The versions that are kept: the one that serves, those that it can go back to in turn, those that were withdrawn. */
    public List<PolicyIdentity> identities() {
        return versions.all().stream().map(PolicyVersion::identity).toList();
    }

    /** What came of the last change or try. */
    public Reload last() {
        return last;
    }

    /** The policy as it is saved. */
    Candidate candidate() {
        return candidate;
    }

    /** The contents that were read last; empty where they could not be read. */
    String tried() {
        return tried;
    }

    /** Reads the policy again; if it is another than the one that serves and passes the gate, it serves from then on. */
    public Reload reload() {
        return reload(contents -> contents.equals(serving().contents()));
    }

    /** The same, unless somebody went back from it: not even when it could not be read meanwhile. */
    Reload reloadUnlessWithdrawn() {
        return reload(contents -> contents.equals(serving().contents())
                || versions.withdrawn().stream()
                        .anyMatch(version -> version.contents().equals(contents)));
    }

    private Reload reload(Predicate<String> unchanged) {
        synchronized (loading) {
            long start = System.nanoTime();
            try {
                PolicyFiles files = read();
                synchronized (this) {
                    if (unchanged.test(tried)) {
                        return ended(Outcome.UNCHANGED, List.of(), start);
                    }
                }
                CheckedPolicy checked = gate.check(files);
                requireCurrency(checked, checked.settings().currency(), currency);
                return serve(gate.pass(files, candidate, checked), start);
            } catch (InvalidPolicyException e) {
                return refused(e.diagnostics(), start);
            } catch (RuntimeException | Error e) {
                // Whatever it was, memory or a fault of our own: somebody is served by the policy that serves.
                Faults faults = new Faults();
                faults.add(Place.of(candidate.origin()), Code.LOAD_FAILED, "the policy could not be loaded: " + e);
                LOG.error("Loading policy {} failed", candidate.origin(), e);
                return refused(faults.all(), start);
            }
        }
    }

    private synchronized Reload serve(PolicyVersion next, long start) {
        currency = Optional.of(next.checked().settings().currency());
        logFewer(next, serving());
        swap(versions.serve(next, versionsKept));
        return ended(Outcome.LOADED, next.checked().warnings(), start);
    }

    private void swap(Versions next) {
        serving().engine().rest();
        versions = next;
    }

    private synchronized Reload refused(List<Diagnostic> diagnostics, long start) {
        PolicyIdentity serving = serving().identity();
        logRefused(diagnostics, "; " + serving.name() + " " + serving.version() + " goes on serving");
        return ended(Outcome.REFUSED, diagnostics, start);
    }

    private PolicyVersion pass() {
        PolicyFiles files = read();
        return gate.pass(files, candidate);
    }

    private PolicyFiles read() {
        try {
            PolicyFiles files = candidate.read();
            tried = PolicyFiles.digest(files.contents());
            return files;
        } catch (InvalidPolicyException | Error e) {
            tried = "";
            throw e;
        }
    }

    /** Whoever asks does so in one currency: a policy of another would refuse every call, or offer other sums. */
    private static void requireCurrency(CheckedPolicy checked, CurrencyUnit now, Optional<CurrencyUnit> until) {
        if (checked.errors().isEmpty()
                && until.filter(other -> !other.equals(now)).isPresent()) {
            Faults faults = new Faults();
            faults.add(
                    Place.of(PolicyFiles.SETTINGS),
                    Code.CURRENCY_CHANGED,
                    "the policy that serves is in " + until.orElseThrow() + ", this one in " + now,
                    "whoever asks does so in one currency: change it at a new start");
            throw new InvalidPolicyException(checked.origin(), faults.all());
        }
    }

    /**
     * Goes back to the version that served before.
     *
     * @throws IllegalStateException if none is kept
     */
    public synchronized Reload rollback() {
        long start = System.nanoTime();
        PolicyIdentity serving = serving().identity();
        swap(versions.back()
                .orElseThrow(() -> new IllegalStateException(
                        "no version is kept that served before " + serving.name() + " " + serving.version())));
        return ended(Outcome.ROLLED_BACK, List.of(), start);
    }

    /**
     * Goes back to any of the versions that are kept.
     *
     * @throws NoSuchElementException if none of this digest is kept
     */
    public synchronized Reload rollback(String digest) {
        long start = System.nanoTime();
        PolicyVersion version = version(digest);
        if (version == serving()) {
            return new Reload(Outcome.UNCHANGED, version.identity(), List.of(), Instant.now(), Duration.ZERO);
        }
        swap(versions.backTo(version));
        return ended(Outcome.ROLLED_BACK, List.of(), start);
    }

    /** A policy from elsewhere that could serve here. */
    public PolicyVersion pass(Candidate other) {
        synchronized (loading) {
            PolicyFiles files = other.read();
            CheckedPolicy checked = gate.check(files);
            requireCurrency(
                    checked, checked.currency(), Optional.of(serving().policy().currency()));
            return gate.pass(files, other, checked);
        }
    }

    /** Frees what idles. */
    public void rest() {
        versions.all().forEach(version -> version.engine().rest());
    }

    private Reload ended(Outcome outcome, List<Diagnostic> diagnostics, long start) {
        PolicyVersion serving = serving();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Reload reload = new Reload(outcome, serving.identity(), diagnostics, Instant.now(), took);
        if (outcome != Outcome.REFUSED) {
            log(reload, serving);
        }
        last = reload;
        told.accept(reload);
        return reload;
    }

    private static void log(Reload reload, PolicyVersion serving) {
        LOG.atLevel(reload.outcome() == Outcome.FELL_BACK ? Level.WARN : Level.INFO)
                .log(
                        "Policy {} {} {}: digest {}, {} rules, {} cases, {} warnings, {} ms",
                        reload.serving().name(),
                        reload.serving().version(),
                        switch (reload.outcome()) {
                            case LOADED -> "loaded";
                            case UNCHANGED -> "unchanged";
                            case FELL_BACK ->
                                "serves as the fallback, in " + serving.policy().currency();
                            case ROLLED_BACK -> "serves again";
                            case REFUSED -> "goes on serving";
                        },
                        reload.serving().digest(),
                        serving.policy().rules().size(),
                        serving.cases(),
                        serving.checked().warnings().size(),
                        TimeUnit.NANOSECONDS.toMillis(reload.took().toNanos()));
    }

    /** Nothing may be wrong where rules or cases went: somebody should see it all the same. */
    private static void logFewer(PolicyVersion next, PolicyVersion previous) {
        int rules = previous.policy().rules().size() - next.policy().rules().size();
        long cases = previous.cases() - next.cases();
        if (rules > 0 || cases > 0) {
            LOG.warn(
                    "Policy {} {} has {} rules and {} cases less than the one before",
                    next.identity().name(),
                    next.identity().version(),
                    Math.max(rules, 0),
                    Math.max(cases, 0));
        }
    }

    private void logRefused(List<Diagnostic> found, String rest) {
        LOG.error(
                "Policy {} cannot be used: {}, the first {}{}",
                candidate.origin(),
                found.size() == 1 ? "1 diagnostic" : found.size() + " diagnostics",
                found.stream()
                        .filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                        .findFirst()
                        .orElse(found.get(0)),
                rest);
    }
}
