package org.recoveryrules.drools.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions of a policy that are kept.
 *
 * @param line the one that serves, then those that it can go back to, one after another; at least one
 * @param withdrawn those from which somebody went back, the latest first
 */
record Versions(List<PolicyVersion> line, List<PolicyVersion> withdrawn) {
    Versions {
        line = List.copyOf(line);
        withdrawn = List.copyOf(withdrawn);
    }

    static Versions of(PolicyVersion first) {
        return new Versions(List.of(first), List.of());
    }

    PolicyVersion serving() {
        return line.get(0);
    }

    List<PolicyVersion> all() {
        return Stream.concat(line.stream(), withdrawn.stream()).toList();
    }

    Optional<PolicyVersion> find(String digest) {
        // The version that serves is asked for most.
        return all().stream()
                .filter(version -> version.identity().digest().equals(digest))
                .findFirst();
    }

    /**
     * With a version that serves from now on, and at most so many others: none of the same rules, and none of another currency,
     * such as a fallback, which would refuse whoever asks.
     */
    Versions serve(PolicyVersion next, int others) {
        List<PolicyVersion> newLine = new ArrayList<>(without(line, next));
        newLine.removeIf(
                version -> !version.policy().currency().equals(next.policy().currency()));
        newLine.add(0, next);
        List<PolicyVersion> shortLine = newLine.subList(0, Math.min(newLine.size(), others + 1));
        List<PolicyVersion> rest = without(withdrawn, next);
        return new Versions(shortLine, rest.subList(0, Math.min(rest.size(), others + 1 - shortLine.size())));
    }

    /** Where the version serves that served before. */
    Optional<Versions> back() {
        return line.size() < 2 ? Optional.empty() : Optional.of(backTo(line.get(1)));
    }

    /** Where one of the kept versions serves; those in the line before it are withdrawn. */
    Versions backTo(PolicyVersion version) {
        int at = line.indexOf(version);
        if (at < 0) {
            List<PolicyVersion> newLine = new ArrayList<>(line);
            newLine.add(0, version);
            return new Versions(newLine, without(withdrawn, version));
        }
        List<PolicyVersion> newlyWithdrawn = new ArrayList<>(line.subList(0, at));
        newlyWithdrawn.addAll(withdrawn);
        return new Versions(line.subList(at, line.size()), newlyWithdrawn);
    }

    private static List<PolicyVersion> without(List<PolicyVersion> versions, PolicyVersion one) {
        return versions.stream()
                .filter(version ->
                        !version.identity().digest().equals(one.identity().digest()))
                .toList();
    }
}
