package org.recoveryrules.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** Diagnostics for people: as they describe themselves, in colour where that is wanted, with a line that sums them up. */
record TextReport(ColorScheme colours) {
    private static final Pattern CARET = Pattern.compile("(?m)^( +\\| \\s*)(\\^+)$");
    private static final Pattern HINT = Pattern.compile("(?m)^  hint: ");

    /** All of them, with a line that sums them up. */
    void print(List<Diagnostic> diagnostics, PrintWriter out) {
        for (Diagnostic diagnostic : diagnostics) {
            out.println(of(diagnostic));
            out.println();
        }
        out.println(sum(diagnostics));
    }

    /** One diagnostic, without a line end after the last line. */
    String of(Diagnostic diagnostic) {
        String line = diagnostic.toString();
        String place = diagnostic.place().toString();
        String message = diagnostic.message();
        String level = line.substring(place.length() + 2, line.length() - message.length() - 2);
        String below = diagnostic.describe().substring(line.length());
        String pointed =
                CARET.matcher(below).replaceAll(caret -> caret.group(1) + paint(caret.group(2), Style.fg_cyan));
        return paint(place, Style.bold) + ": " + paint(level, Style.bold, colour(diagnostic.level())) + ": " + message
                + HINT.matcher(pointed).replaceAll(hint -> paint(hint.group(), Style.fg_cyan));
    }

    /** Such as {@code 2 errors, 1 warning in 3 files}. */
    private String sum(List<Diagnostic> diagnostics) {
        long errors = count(diagnostics, Level.ERROR);
        long warnings = count(diagnostics, Level.WARNING);
        long files = diagnostics.stream()
                .map(found -> found.place().file())
                .distinct()
                .count();
        String sum = errors == 0
                ? number(warnings, "warning")
                : number(errors, "error") + (warnings == 0 ? "" : ", " + number(warnings, "warning"));
        return paint(sum, Style.bold, colour(errors == 0 ? Level.WARNING : Level.ERROR)) + " in "
                + number(files, "file");
    }

    /** Good news. */
    String fine(String news) {
        return paint(news, Style.fg_green);
    }

    private static long count(List<Diagnostic> diagnostics, Level level) {
        return diagnostics.stream().filter(found -> found.level() == level).count();
    }

    private static String number(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static IStyle colour(Level level) {
        return switch (level) {
            case ERROR -> Style.fg_red;
            case WARNING -> Style.fg_yellow;
        };
    }

    private String paint(String text, IStyle... styles) {
        return colours.apply(text, List.of(styles)).toString();
    }
}
