package org.recoveryrules.examples.desk;

import java.util.ArrayList;
import java.util.List;

/** A page of text that is being written: at most 100 columns, with the label of each section in the margin. */
final class Page {
    private static final int WIDTH = 100;
    private static final int MARGIN = 12;

    private final StringBuilder text = new StringBuilder();
    private String label = "";
    private String gap = "";

    /** Draws a line across the page. */
    void line() {
        text.append("=".repeat(WIDTH)).append('\n');
        gap = "";
    }

    /** Begins a section; a section without a paragraph leaves nothing on the page. */
    void section(String newLabel) {
        label = newLabel;
    }

    /**
     * Writes a paragraph, its lines broken between words.
     *
     * @param lead what stands before the first line; the other lines are indented as far
     * @param words what is written
     */
    void paragraph(String lead, String words) {
        text.append(label.isEmpty() ? "" : gap);
        gap = "\n";
        String before = lead;
        for (String line : lines(words, WIDTH - MARGIN - lead.length())) {
            String written = String.format("%-" + (MARGIN - 1) + "s %s%s", label, before, line);
            text.append(written.stripTrailing()).append('\n');
            label = "";
            before = " ".repeat(lead.length());
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static List<String> lines(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
