package org.recoveryrules.drools.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A part of a rule file as Drools made it, and where each of its characters came from, as far as that is known. */
final class TracedText {
    private final String text;
    private final List<@Nullable Origin> origins;

    TracedText(String text, List<@Nullable Origin> origins) {
        this.text = text;
        this.origins = new ArrayList<>(origins);
    }

    String text() {
        return text;
    }

    /**
     * Where every character came from. What had no stand-in and stands beside a character of a cell as it does in the cell
     * came from there as well, rather from what is around values than from a value; what is left belongs to what comes
     * before it on its line, or else after it.
     *
     * @param isValue whether a cell is a value
     * @param cellOfLine the cell on account of which there is a line that holds nothing of any cell
     */
    List<Origin> origins(Predicate<Cell> isValue, Function<String, Cell> cellOfLine) {
        extendAll(isValue.negate());
        extendAll(isValue);
        List<Origin> complete = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) + 1;
            end = end == 0 ? text.length() : end;
            complete.addAll(completeLine(start, end, cellOfLine));
            start = end;
        }
        return complete;
    }

    private void extendAll(Predicate<Cell> cells) {
        for (int at = text.length() - 2; at >= 0; at--) {
            extend(at, -1, cells);
        }
        for (int at = 1; at < text.length(); at++) {
            extend(at, 1, cells);
        }
    }

    private void extend(int at, int step, Predicate<Cell> cells) {
        Origin neighbour = origins.get(at - step);
        if (origins.get(at) == null && neighbour != null && cells.test(neighbour.cell())) {
            String cell = neighbour.cell().text();
            int index = neighbour.index() + step;
            if (index >= 0 && index < cell.length() && cell.charAt(index) == text.charAt(at)) {
                origins.set(at, new Origin(neighbour.cell(), index));
            }
        }
    }

    private List<Origin> completeLine(int start, int end, Function<String, Cell> cellOfLine) {
        List<@Nullable Origin> line = origins.subList(start, end);
        Cell cell = line.stream()
                .filter(Objects::nonNull)
                .map(Origin::cell)
                .findFirst()
                .orElseGet(() -> cellOfLine.apply(text.substring(start, end)));
        List<Origin> complete = new ArrayList<>();
        for (Origin origin : line) {
            cell = origin == null ? cell : origin.cell();
            complete.add(origin == null ? new Origin(cell, Origin.NO_CHARACTER) : origin);
        }
        return complete;
    }
}
