package org.recoveryrules.drools.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

/** Gathers what is wrong with a policy, so that all of it is told at once. Confined to one thread. */
public final class Faults {
    private static final Comparator<Diagnostic> FILE_ORDER = Comparator.comparing(
            Diagnostic::place,
            Comparator.comparing(Place::file)
                    .thenComparing(Place::sheet)
                    .thenComparingInt(Place::line)
                    .thenComparingInt(Place::column));

    /** So many errors, and so many warnings, of one file tell enough. */
    private static final int MOST = 1_000;

    /** So many of all files do, with the first of each: whether a file is faulty is always known. */
    private static final int MOST_IN_ALL = 10_000;

    /** Stands for all files, none of which has this name. */
    private static final String ALL = "";

    /** What is written without a space and longer than anything that somebody means. */
    private static final Pattern LONG_WORD = Pattern.compile("(\\S{100})\\S+");

    /** Half of a character, which can be written nowhere. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private static final Pattern LONG_TEXT = Pattern.compile("(?s)(.{1999})..+");

    private final List<Diagnostic> found = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Notes a fault without a hint. */
    public void add(Place place, Code code, String message) {
        add(place, code, message, "");
    }

    /** Notes a fault. */
    public void add(Place place, Code code, String message, String hint) {
        add(new Diagnostic(place, code.level(), code.toString(), message, hint));
    }

    /** Notes what others found. */
    public void addAll(List<Diagnostic> others) {
        others.forEach(this::add);
    }

    private void add(Diagnostic fault) {
        if (!isEnough(fault.place().file(), fault.level())) {
            found.add(new Diagnostic(
                    readable(fault.place()),
                    fault.level(),
                    fault.code(),
                    readable(fault.message()),
                    readable(fault.hint())));
            counts.merge(fault.level() + fault.place().file(), 1, Integer::sum);
            counts.merge(fault.level() + ALL, 1, Integer::sum);
        }
    }

    /** Much of what is said is quoted from a file: without what nobody sees, and no more of it than somebody reads. */
    private static String readable(String text) {
        String whole = HALF.matcher(SourceText.visible(text)).replaceAll("\ufffd");
        String words = LONG_WORD.matcher(whole).replaceAll("$1…");
        return LONG_TEXT.matcher(words).replaceAll("$1…");
    }

    private static Place readable(Place place) {
        return new Place(
                place.file(),
                place.sheet(),
                place.line(),
                place.column(),
                place.endLine(),
                place.endColumn(),
                SourceText.excerpt(place.excerpt()));
    }

    /** Whether an error of a file was noted. */
    public boolean isFaulty(String file) {
        return counts.containsKey(Level.ERROR + file);
    }

    /** Whether so much of a file, or of all, was noted that more of the same level is not. */
    public boolean isEnough(String file, Level level) {
        int ofFile = counts.getOrDefault(level + file, 0);
        return ofFile >= MOST || (ofFile > 0 && counts.getOrDefault(level + ALL, 0) >= MOST_IN_ALL);
    }

    /** Everything that was noted, in file order. */
    public List<Diagnostic> all() {
        return found.stream().sorted(FILE_ORDER).distinct().toList();
    }

    /** The errors, in file order. */
    public List<Diagnostic> errors() {
        return all().stream().filter(fault -> fault.level() == Level.ERROR).toList();
    }
}
