package org.recoveryrules.drools.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.template.model.SnippetBuilder;
import org.drools.template.model.SnippetBuilder.SnippetType;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.drools.tables.Layout.Role;

/**
 * Stand-ins for the characters of cells. Each is two characters of Unicode's private use that name the cell and the
 * character it stands for, so that wherever Drools puts it, it tells where it came from. What Drools looks at (blanks,
 * quotes, commas, brackets, placeholders, its own words) stays as it is.
 */
final class StandIns {
    private static final char HIGH = '\uE000';
    private static final char LOW = '\uE800';
    private static final int BASE = LOW - HIGH;
    /** In a value Drools looks for quotes, trims, splits at commas outside brackets, and unescapes. */
    private static final Pattern KEPT_IN_VALUES =
            Pattern.compile("(?s)[\\p{Z}\\p{Cc}\"'\u201C\u201D,()\\[\\]{}]+|\\\\+n?|\\$[\\p{L}\\p{N}]*");
    /** In a snippet with a place for the value it looks for that, trims, and counts quotes. */
    private static final Pattern KEPT_IN_SNIPPETS =
            Pattern.compile("(?s)[\\p{Z}\\p{Cc}\"]+|\\\\+n?|\\$[\\p{L}\\p{N}]*");
    /** In all else it looks for a few words of its own, and for anything that is no word. */
    private static final Pattern KEPT_IN_TEXTS = Pattern.compile(
            "(?s)[^\\p{L}\\p{N}_\\p{Co}$\\\\]+|\\\\+n?|\\$[\\p{L}\\p{N}]*|\\b(?:from|eval|watch)\\b|forall");

    private final List<Origin> origins = new ArrayList<>();

    /** The text of a cell with stand-ins where they do not get in Drools' way. */
    String of(Cell cell, Role role) {
        return switch (role) {
            case VALUE -> of(cell, KEPT_IN_VALUES);
            case SNIPPET -> of(cell, hasPlace(cell) ? KEPT_IN_SNIPPETS : KEPT_IN_TEXTS);
            case SETTING, SUBJECT -> of(cell, KEPT_IN_TEXTS);
            default -> cell.text();
        };
    }

    private static boolean hasPlace(Cell snippet) {
        SnippetType type = SnippetBuilder.getType(snippet.text());
        return type == SnippetType.PARAM || type == SnippetType.INDEXED;
    }

    private String of(Cell cell, Pattern kept) {
        String text = cell.text();
        StringBuilder replaced = new StringBuilder();
        Matcher next = kept.matcher(text);
        int at = 0;
        while (at < text.length()) {
            int keptFrom = next.find(at) ? next.start() : text.length();
            for (; at < keptFrom; at++) {
                replaced.append((char) (HIGH + origins.size() / BASE)).append((char) (LOW + origins.size() % BASE));
                origins.add(new Origin(cell, at));
            }
            int keptTo = at < text.length() ? next.end() : at;
            replaced.append(text, at, keptTo);
            at = keptTo;
        }
        return replaced.toString();
    }

    /** What was made of texts with stand-ins: the text without them, and the origin of each character that had one. */
    TracedText trace(String text) {
        StringBuilder original = new StringBuilder();
        List<@Nullable Origin> found = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int index = indexAt(text, at);
            if (index < 0) {
                original.append(text.charAt(at));
                found.add(null);
            } else {
                Origin origin = origins.get(index);
                original.append(origin.cell().text().charAt(origin.index()));
                found.add(origin);
                at++;
            }
        }
        return new TracedText(original.toString(), found);
    }

    private int indexAt(String text, int at) {
        int high = text.charAt(at) - HIGH;
        int low = at + 1 < text.length() ? text.charAt(at + 1) - LOW : -1;
        int index = high * BASE + low;
        return high >= 0 && low >= 0 && low < BASE && index < origins.size() ? index : -1;
    }
}
