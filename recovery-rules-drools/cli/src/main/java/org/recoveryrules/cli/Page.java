package org.recoveryrules.cli;

import java.util.ArrayList;
import java.util.List;

/** A page of text that is being written: at most 100 columns, with the label of each section in the margin. */
final class Page {
    private static final int WIDTH = 100;
    private static final int MARGIN = 12;

    private final StringBuilder text = new StringBuilder();
    private String label = "";

    /** Begins a section; one without a paragraph leaves nothing on the page. */
    void section(String name) {
        label = name;
    }

    /**
     * Writes a paragraph, its lines broken between words.
     *
     * @param lead what stands before the first line; the others are indented as far
     * @param words what is written
     */
    void paragraph(String lead, String words) {
        String before = lead;
        for (String line : lines(words, WIDTH - MARGIN - lead.length())) {
            String written = String.format("%-" + MARGIN + "s%s%s", label, before, line);
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
        // What would steer a terminal is no word.
        for (String word : words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().split(" ")) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > width) {
                lines.add(rest.substring(0, width));
                rest = rest.substring(width);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }
}
