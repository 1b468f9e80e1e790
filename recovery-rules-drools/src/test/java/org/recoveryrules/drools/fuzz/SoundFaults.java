package org.recoveryrules.drools.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recoveryrules.drools.json.Fault;
import org.recoveryrules.drools.json.InvalidContextException;

/**
 * What is promised of every fault of a document.
 *
 * @param text the document
 */
record SoundFaults(String text) {
    /** The most that are told at once. */
    private static final int MOST = 100;
    /** What is in no single place. */
    private static final Pattern WHOLE = Pattern.compile(
            "must be given: .*|must have every component .*|must be text in UTF-8|must be JSON, but is empty");

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    /** What is wrong with the faults of a document. */
    Optional<Flaw> flaw(InvalidContextException refused) {
        List<Fault> faults = refused.faults();
        if (faults.isEmpty() || faults.size() > MOST) {
            return Optional.of(new Flaw("faults without number", faults.toString()));
        }
        return faults.stream()
                .flatMap(fault -> Stream.of(
                        Words.wrongWith(fault.toString(), word -> text.contains(word) || word.equals("null")),
                        place(fault)))
                .filter(wrong -> !wrong.isEmpty())
                .findFirst()
                .map(wrong -> new Flaw(wrong, refused.getMessage()));
    }

    private String place(Fault fault) {
        if (fault.line() == 0 || fault.column() == 0) {
            boolean whole = fault.line() == fault.column()
                    && WHOLE.matcher(fault.message()).matches();
            return whole ? "" : "no place";
        }
        String[] lines = LINE_END.split(text.startsWith("\ufeff") ? text.substring(1) : text, -1);
        if (fault.line() > lines.length) {
            return "a line beyond the end";
        }
        String line = lines[fault.line() - 1];
        return fault.column() > line.codePointCount(0, line.length()) + 1 ? "a column beyond the line" : "";
    }
}
