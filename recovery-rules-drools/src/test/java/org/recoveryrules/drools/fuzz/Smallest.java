package org.recoveryrules.drools.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Makes an input smaller as long as it shows the same, so that a person sees what it is about. */
final class Smallest {
    /** So many attempts come close enough. */
    private static final int ATTEMPTS = 1_000;

    private final Predicate<Input> shows;
    private Input smallest;
    private int attempts;

    private Smallest(Input input, Predicate<Input> shows) {
        this.smallest = input;
        this.shows = shows;
    }

    /** The smallest input that was found to show what one shows. */
    static Input of(Input input, Predicate<Input> shows) {
        Smallest search = new Smallest(input, shows);
        input.paths().forEach(path -> search.attempt(search.smallest.without(path)));
        search.smallest.paths().stream().filter(path -> !path.endsWith(".xlsx")).forEach(search::shorten);
        return search.smallest;
    }

    private boolean attempt(Input smaller) {
        boolean shown = attempts++ < ATTEMPTS && shows.test(smaller);
        if (shown) {
            smallest = smaller;
        }
        return shown;
    }

    /** Leaves out halves of the file, then quarters, down to single lines, and the same with characters. */
    private void shorten(String path) {
        String text = new String(smallest.files().get(path), StandardCharsets.ISO_8859_1);
        leaveOut(path, List.of(text.split("(?<=\n)")));
        text = new String(smallest.files().get(path), StandardCharsets.ISO_8859_1);
        leaveOut(path, Arrays.asList(text.split("(?<=\\W)|(?=\\W)")));
        text = new String(smallest.files().get(path), StandardCharsets.ISO_8859_1);
        leaveOut(path, Arrays.asList(text.split("")));
    }

    private void leaveOut(String path, List<String> all) {
        List<String> parts = new ArrayList<>(all);
        for (int size = Math.max(1, parts.size() / 2); size > 0; size /= 2) {
            int at = 0;
            while (at < parts.size()) {
                List<String> fewer = new ArrayList<>(parts);
                fewer.subList(at, Math.min(at + size, parts.size())).clear();
                byte[] content = String.join("", fewer).getBytes(StandardCharsets.ISO_8859_1);
                if (attempt(smallest.with(path, content))) {
                    parts = fewer;
                } else {
                    at += size;
                }
            }
        }
    }
}
