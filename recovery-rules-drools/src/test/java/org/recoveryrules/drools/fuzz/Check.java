package org.recoveryrules.drools.fuzz;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.DroolsRecoveryAdvisor;
import org.recoveryrules.drools.check.CheckedPolicy;
import org.recoveryrules.drools.check.PolicyCheck;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.PolicyFiles;

/** The check of one policy, and what is promised of it whatever the policy. */
final class Check {
    /** What only the engine tells. */
    private static final Set<String> ENGINE = Stream.of(
                    Code.SYNTAX, Code.DOES_NOT_COMPILE, Code.RULE_FAILS, Code.RULES_DO_NOT_END, Code.LOAD_FAILED)
            .map(Code::toString)
            .collect(Collectors.toSet());

    private final Input input;
    private final PolicyFiles standard;
    private Optional<CheckedPolicy> policy = Optional.empty();
    private List<Diagnostic> diagnostics = List.of();

    Check(Input input, PolicyFiles standard) {
        this.input = input;
        this.standard = standard;
    }

    /** The first promise that is broken. */
    Optional<Flaw> flaw() {
        try {
            policy = Optional.of(checked(input));
            diagnostics = policy.get().diagnostics();
        } catch (InvalidPolicyException e) {
            diagnostics = e.diagnostics();
        }
        return new SoundDiagnostics(input).flaw(diagnostics);
    }

    /** The same, with promises that take longer to look at. */
    Optional<Flaw> flawOrDifference() {
        return flaw().or(this::flawWithMarks).or(this::flawOfAdvisor);
    }

    private CheckedPolicy checked(Input checked) {
        return PolicyCheck.check(PolicyFiles.read(checked.toString(), checked::read), () -> standard);
    }

    /** Texts that another editor saved, with a byte order mark: the same is said of them, at the same places. */
    private Optional<Flaw> flawWithMarks() {
        Input marked = input;
        for (String path : input.paths()) {
            byte[] content = input.files().get(path);
            if (!path.endsWith(".xlsx") && (content.length == 0 || content[0] > ' ')) {
                marked = marked.with(path, withMark(content));
            }
        }
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        List<Diagnostic> others = checked(marked).diagnostics();
        return others.equals(diagnostics)
                ? Optional.empty()
                : Optional.of(new Flaw("other diagnostics with byte order marks", diagnostics + "\n" + others));
    }

    private static byte[] withMark(byte[] content) {
        byte[] marked = new byte[content.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(content, 0, marked, 3, content.length);
        return marked;
    }

    /** What is refused is refused by the advisor for the same reasons. */
    private Optional<Flaw> flawOfAdvisor() {
        if (isAccepted()) {
            return Optional.empty();
        }
        List<Diagnostic> told = DroolsRecoveryAdvisor.builder().policy(input).check();
        return told.equals(diagnostics)
                ? Optional.empty()
                : Optional.of(new Flaw("other diagnostics of the advisor", diagnostics + "\n" + told));
    }

    /** What is accepted is compiled, tried and tested by its own cases; which may fail, and nothing else. */
    Optional<Flaw> flawOfGate() {
        List<Diagnostic> told = DroolsRecoveryAdvisor.builder().policy(input).check();
        return told.stream().anyMatch(failed -> ENGINE.contains(failed.code()))
                ? Optional.of(new Flaw("a policy that passes and cannot serve", told.toString()))
                : new SoundDiagnostics(input).flaw(told);
    }

    boolean isAccepted() {
        return diagnostics.stream().noneMatch(diagnostic -> diagnostic.level() == Level.ERROR);
    }

    /** The policy, unless its files could not be those of one. */
    Optional<CheckedPolicy> policy() {
        return policy;
    }

    SortedSet<String> codes() {
        return diagnostics.stream().map(Diagnostic::code).collect(toCollection(TreeSet::new));
    }
}
