package org.recoveryrules.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.InvalidPolicyException;

/** Loads whatever policy is asked for, and refuses one of name {@code classpath:invalid}. */
public class FakePolicyEngine implements PolicyEngine {
    /** What was loaded since this was cleared. */
    static final List<String> LOADED = new ArrayList<>();

    static final List<FakePolicy> POLICIES = new ArrayList<>();

    /** Another one. */
    public static final class Second extends FakePolicyEngine {}

    static void clear() {
        LOADED.clear();
        POLICIES.clear();
    }

    @Override
    public PolicyUnderTest load(String policy, Set<String> ruleSets) {
        LOADED.add(policy + " " + ruleSets);
        if (policy.equals("classpath:invalid")) {
            Place place = new Place("paradox/barriers.drl", "", 3, 5, 3, 12, "    severty");
            throw new InvalidPolicyException(
                    policy,
                    List.of(
                            new Diagnostic(
                                    place,
                                    Level.ERROR,
                                    "field-unknown",
                                    "no field 'severty'",
                                    "did you mean 'severity'?"),
                            new Diagnostic(
                                    Place.of("policy.properties"), Level.ERROR, "settings-missing", "not there", "")));
        }
        FakePolicy fake = new FakePolicy().withCase("one passes", 2, "").withCase("one fails", 3, "rules: no");
        POLICIES.add(fake);
        return fake;
    }

    @Override
    public String caseLines(FailureContext context) {
        return context.toString();
    }
}
