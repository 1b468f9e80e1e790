package org.recoveryrules.drools.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recoveryrules.drools.files.SourceText;

/** What is promised of every text that a person reads, whatever is quoted in it. */
final class Words {
    private static final int MOST = 2_000;

    /** What only a programmer understands. */
    private static final Pattern INTERNAL = Pattern.compile("\\w+(?:Exception|Error)\\b|\\bat [\\w.$]+\\("
            + "|(?:javax?|com\\.fasterxml|org\\.apache|org\\.drools|org\\.recoveryrules\\.drools\\.(?!rules\\b))\\.?[\\w.]+"
            + "|\\w@[0-9a-f]{5,}|\\bnull\\b|\\w+\\[\\w+=");
    /** Where a word that was to be put in was empty. */
    private static final Pattern EMPTY = Pattern.compile("mean ''|\\b(?:are|with|write|was) $");

    private Words() {}

    /**
     * What is wrong with a text.
     *
     * @param said the text
     * @param quoted whether a word may stand in it because what it speaks of has it
     * @return what is wrong, in the same words for every text; empty where nothing is
     */
    static String wrongWith(String said, Predicate<String> quoted) {
        if (said.isBlank() || EMPTY.matcher(said).find()) {
            return "words with nothing in them";
        } else if (said.length() > MOST) {
            return "too many words";
        } else if (said.chars().anyMatch(Words::isHidden)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(said)) {
            return "hidden characters";
        }
        Matcher internal = INTERNAL.matcher(said);
        while (internal.find()) {
            if (!quoted.test(internal.group())) {
                return "'" + internal.group() + "'";
            }
        }
        return "";
    }

    private static boolean isHidden(int character) {
        return SourceText.isHidden((char) character) || "\n\r\f".indexOf(character) >= 0;
    }

    /** The first internal word of a text; empty where it has none. */
    static String internal(String said) {
        Matcher internal = INTERNAL.matcher(said);
        return internal.find() ? internal.group() : "";
    }
}
