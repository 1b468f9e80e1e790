package org.recoveryrules.drools.tables;

/**
 * Where a character of a rule file came from.
 *
 * @param cell the cell
 * @param index the character in the text of the cell; {@link #NO_CHARACTER} if it came from none, but is there on account of
 *     the cell
 */
record Origin(Cell cell, int index) {
    static final int NO_CHARACTER = -1;
}
