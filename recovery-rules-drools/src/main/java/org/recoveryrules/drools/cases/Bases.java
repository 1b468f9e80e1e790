package org.recoveryrules.drools.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.Span;

/**
 * What the cases of a file know, by sentence, for later ones to start from. Confined to one thread.
 *
 * @param <T> what a case knows
 */
final class Bases<T> {
    /** The line of the first case with a sentence, of all cases of the file. */
    private final Map<String, Integer> lines;

    /** Of the cases so far; nothing of one with which something is wrong. */
    private final Map<String, Optional<T>> known = new HashMap<>();

    Bases(Map<String, Integer> lines) {
        this.lines = Map.copyOf(lines);
    }

    /**
     * Notes that the next case has no sentence, or that of a case before it.
     *
     * @param sentence its sentence, empty if it has none
     * @param at where the sentence stands, or should
     * @param faults where it is noted
     */
    void checkSentence(String sentence, Span at, FaultsInText faults) {
        if (sentence.isEmpty()) {
            faults.add(at, Code.CASE_SENTENCE_MISSING, "a case needs a sentence that says what it shows");
        } else if (known.containsKey(sentence)) {
            faults.add(at, Code.CASE_DUPLICATE, "line " + lines.get(sentence) + " has the same sentence");
        }
    }

    /** Adds a case, the next of the file. */
    void add(String sentence, Optional<T> knows) {
        known.putIfAbsent(sentence, knows);
    }

    /**
     * What a case knows on which another is based.
     *
     * @param base its sentence
     * @param sentence that of the other, not added yet
     * @param at where the base is named
     * @param faults where it is noted if there is no such case before the other
     * @return nothing also where something is wrong with the base, which was noted there
     */
    Optional<T> find(String base, String sentence, Span at, FaultsInText faults) {
        Optional<T> found = known.getOrDefault(base, Optional.empty());
        if (known.containsKey(base)) {
            return found;
        } else if (base.equals(sentence)) {
            faults.add(at, Code.CASE_BASE_NOT_EARLIER, "a case cannot be its own base", "name one above it");
        } else if (lines.containsKey(base)) {
            String message = "the case '" + base + "' stands below this one, on line " + lines.get(base);
            faults.add(at, Code.CASE_BASE_NOT_EARLIER, message, "move it above this one");
        } else if (!faults.isEnough(Code.CASE_BASE_UNKNOWN)) {
            String hint = Nearest.to(base, known.keySet())
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("name a case above this one by its whole sentence");
            faults.add(at, Code.CASE_BASE_UNKNOWN, "there is no case '" + base + "' in this file", hint);
        }
        return found;
    }
}
