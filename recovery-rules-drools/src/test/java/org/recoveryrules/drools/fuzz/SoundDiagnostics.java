package org.recoveryrules.drools.fuzz;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.SourceText;

/** What is promised of every diagnostic, whatever the policy: that a person finds the place and can read what is said. */
final class SoundDiagnostics {
    /** What concerns a file or the policy as a whole, so that it stands on no line. */
    private static final Set<String> WHOLE = Stream.of(
                    Code.POLICY_UNREADABLE,
                    Code.POLICY_TOO_LARGE,
                    Code.PATH_INVALID,
                    Code.FILE_UNKNOWN,
                    Code.FILE_EMPTY,
                    Code.FILE_NOT_RULES,
                    Code.FILE_TOO_LARGE,
                    Code.TOPIC_INVALID,
                    Code.ENCODING,
                    Code.RULES_MISSING,
                    Code.SETTINGS_MISSING,
                    Code.SETTING_MISSING,
                    Code.TABLE_UNREADABLE,
                    Code.TABLE_MISSING,
                    Code.TABLE_SETTING,
                    Code.CASES_WITHOUT_RULES,
                    Code.CASES_EMPTY)
            .map(Code::toString)
            .collect(Collectors.toSet());

    private static final Set<String> KNOWN =
            Stream.of(Code.values()).map(Code::toString).collect(Collectors.toSet());

    /** What is shown of a byte that is no UTF-8. */
    private static final char UNREADABLE = '\ufffd';

    private static final Pattern NO_LETTER = Pattern.compile("\\W+");
    /** The word of JSON, and the name of a character. */
    private static final Pattern SAY_NULL = Pattern.compile("token 'null'|was null|\\(null\\)");

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    /** A longer line is not shown. */
    private static final int EXCERPT = 400;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();

    SoundDiagnostics(Input input) {
        input.files()
                .forEach((path, content) -> texts.put(
                        SourceText.visible(Normalizer.normalize(path.replace('\\', '/'), Normalizer.Form.NFC)),
                        new String(content, StandardCharsets.UTF_8)));
    }

    /** What is wrong with the diagnostics of the input. */
    Optional<Flaw> flaw(List<Diagnostic> diagnostics) {
        return diagnostics.stream().flatMap(this::flaws).findFirst();
    }

    private Stream<Flaw> flaws(Diagnostic diagnostic) {
        return Stream.of(
                        code(diagnostic),
                        words(diagnostic.message(), diagnostic),
                        diagnostic.hint().isEmpty() ? "" : words(diagnostic.hint(), diagnostic),
                        place(diagnostic))
                .filter(wrong -> !wrong.isEmpty())
                .map(wrong -> new Flaw(wrong + ": " + diagnostic.code(), diagnostic.describe()));
    }

    private static String code(Diagnostic diagnostic) {
        if (diagnostic.code().equals(Code.CHECK_FAILED.toString())) {
            return "the check failed with " + Words.internal(diagnostic.message());
        }
        return KNOWN.contains(diagnostic.code()) ? "" : "unknown code";
    }

    private String words(String text, Diagnostic diagnostic) {
        return Words.wrongWith(text, word -> stands(word, diagnostic));
    }

    /** Whether a file has the word, whatever stands between its parts, so that it is quoted. */
    private boolean stands(String word, Diagnostic diagnostic) {
        String letters = NO_LETTER.matcher(word).replaceAll("");
        return texts.entrySet().stream()
                        .map(file -> NO_LETTER
                                .matcher(file.getKey() + file.getValue())
                                .replaceAll(""))
                        .anyMatch(text -> text.contains(letters))
                || diagnostic.place().file().endsWith(".xlsx")
                || word.equals("null") && SAY_NULL.matcher(diagnostic.message()).find();
    }

    private String place(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        boolean ofPolicy = place.file().equals(Input.ORIGIN);
        if (!ofPolicy && !texts.containsKey(place.file()) && !diagnostic.code().equals("settings-missing")) {
            return "a file that is not there";
        }
        if (place.line() == 0) {
            boolean empty =
                    texts.getOrDefault(place.file(), "").replace("\ufeff", "").isBlank();
            return WHOLE.contains(diagnostic.code()) || empty ? "" : "no line";
        }
        if (ofPolicy) {
            return "a line in no file";
        }
        if (place.column() == 0) {
            return diagnostic.code().equals(Code.CASE_FAILS.toString()) ? "" : "no column";
        }
        if (!place.sheet().isEmpty()) {
            return "";
        }
        return inText(place);
    }

    private String inText(Place place) {
        List<String> shown = lines.computeIfAbsent(place.file(), file -> lines(texts.get(file)));
        if (place.line() > shown.size() || place.endLine() > shown.size()) {
            return "a line beyond the end";
        }
        String line = shown.get(place.line() - 1);
        String endLine = shown.get(place.endLine() - 1);
        if (texts.get(place.file()).indexOf(UNREADABLE) >= 0) {
            return "";
        }
        if (place.column() > length(line) + 1 || place.endColumn() > length(endLine) + 1) {
            return "a column beyond the line";
        }
        if (!place.excerpt().isEmpty() && !place.excerpt().equals(SourceText.visible(line))) {
            return "an excerpt that is not the line";
        }
        return place.excerpt().isEmpty() && !line.isEmpty() && line.length() <= EXCERPT ? "no excerpt" : "";
    }

    private static int length(String line) {
        return line.codePointCount(0, line.length());
    }

    /** As an editor shows them. */
    private static List<String> lines(String text) {
        return List.of(LINE_END.split(text.startsWith("\ufeff") ? text.substring(1) : text, -1));
    }
}
