package org.recoveryrules.drools.tables;

import java.util.List;
import org.recoveryrules.api.Diagnostic.Place;

/** What a table file holds, whatever its format. */
interface Sheet {
    /** So much of everything is more than anybody wrote by hand; it keeps a crafted file from filling the memory. */
    int MAX_BYTES = 4 << 20;

    int MAX_ROWS = 10_000;
    int MAX_COLUMNS = 200;
    int MAX_CELLS = 100_000;
    int MAX_CELL_LENGTH = 4_000;
    int MAX_TEXT_LENGTH = 1_000_000;
    int MAX_MERGES = 1_000;
    int MAX_TABLES = 100;

    /** The cells that hold text, row by row; every one of merged cells holds what the first one says. */
    List<Cell> cells();

    /** The merged cells. */
    List<Merge> merges();

    /** The place of a cell that may be empty. */
    Place placeOf(int row, int column);

    /** What to do about cells that must not be merged. */
    String howToUnmerge();

    /** A rectangle of cells that are shown as one. */
    record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        boolean covers(Cell cell) {
            return covers(cell.row(), cell.column());
        }

        boolean covers(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }
}
