package org.recoveryrules.drools.tables;

import static org.drools.decisiontable.parser.DefaultRuleSheetListener.RULE_TABLE_TAG;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * What each cell of a sheet is to Drools. It walks the cells as {@link DefaultRuleSheetListener} does, and finds what that
 * passes over in silence or stops at.
 */
final class Layout {
    /** What a cell is. */
    enum Role {
        /** Nothing to Drools. */
        NOTE,
        /** What a setting is called: {@code RuleSet}. */
        SETTING_NAME,
        /** The cell beside it. */
        SETTING,
        /** {@code RuleTable}, with which a table begins. */
        TITLE,
        /** What a column is: {@code CONDITION}. */
        HEADER,
        /** What the snippets of conditions are about, or those of actions are called on. */
        SUBJECT,
        /** What the values of a column are put into. */
        SNIPPET,
        /** What a column says, in words; nothing to Drools. */
        CAPTION,
        /** What a rule has in a column. */
        VALUE,
        /** What Drools reads as a flag, a number or an attribute of rules. */
        ATTRIBUTE
    }

    private static final Pattern TITLE_MISWRITTEN = Pattern.compile("(?is)rule[\\s_-]*tables?\\b.*");

    private final Sheet sheet;
    private final Faults faults = new Faults();
    private final Map<Cell, Role> roles = new IdentityHashMap<>();
    private final Settings settings = new Settings(faults);
    private final List<RuleTable> tables = new ArrayList<>();
    private @Nullable RuleTable table;

    private Layout(Sheet sheet) {
        this.sheet = sheet;
    }

    static Layout of(Sheet sheet, String path) {
        Layout layout = new Layout(sheet);
        sheet.cells().forEach(layout::read);
        layout.check(path);
        return layout;
    }

    /** Whether a rule table begins in a cell. */
    static boolean isTitle(Cell cell) {
        String text = cell.text().toLowerCase(Locale.ROOT);
        return text.equals(RULE_TABLE_TAG) || text.startsWith(RULE_TABLE_TAG + " ");
    }

    List<Diagnostic> faults() {
        return faults.list();
    }

    List<Cell> cells() {
        return sheet.cells();
    }

    List<RuleTable> tables() {
        return tables;
    }

    Settings settings() {
        return settings;
    }

    Role role(Cell cell) {
        return roles.getOrDefault(cell, Role.NOTE);
    }

    /** Whether a cell belongs to one rule alone, and not to all rules of a table. */
    boolean isOfOneRule(Cell cell) {
        return role(cell) == Role.VALUE || role(cell) == Role.ATTRIBUTE;
    }

    private void read(Cell cell) {
        Role role = roleOf(cell);
        roles.put(cell, role);
        if (role != Role.NOTE && role != Role.CAPTION) {
            faults.addAll(cell.flaws());
        }
    }

    private Role roleOf(Cell cell) {
        if (table != null && cell.row() == table.title().row()) {
            return Role.NOTE;
        }
        if (isTitle(cell)) {
            if (tables.size() == Sheet.MAX_TABLES) {
                throw new FaultyTableException(
                        cell.place(),
                        FaultyTableException.TOO_LARGE,
                        "the file has more than " + Sheet.MAX_TABLES + " tables",
                        "divide it into several files");
            }
            table = new RuleTable(sheet, cell, faults);
            tables.add(table);
            return Role.TITLE;
        }
        if (table != null && cell.column() < table.title().column()) {
            return Role.NOTE;
        }
        if (table != null && table.endsBefore(cell)) {
            table = null;
        }
        return table == null ? settings.read(cell) : table.read(cell);
    }

    private void check(String path) {
        if (tables.isEmpty()) {
            Place place = sheet.cells().stream()
                    .filter(cell -> TITLE_MISWRITTEN.matcher(cell.text()).matches())
                    .map(Cell::place)
                    .findFirst()
                    .orElse(Place.of(path));
            faults.add(place, "table-missing", "no cell begins with RuleTable", "write RuleTable and what it is about");
        }
        settings.check(path);
        tables.forEach(RuleTable::check);
        tables.forEach(this::checkLostRow);
        sheet.merges().forEach(this::checkMerge);
    }

    /** What looks like a rule below an empty row, where the table has ended for Drools. */
    private void checkLostRow(RuleTable ended) {
        int next = tables.indexOf(ended) + 1;
        int end = next < tables.size() ? tables.get(next).title().row() : Integer.MAX_VALUE;
        Map<Integer, List<Cell>> below = sheet.cells().stream()
                .filter(cell -> cell.row() > ended.lastRow() && cell.row() < end && role(cell) == Role.NOTE)
                .filter(cell -> ended.header(cell.column()).isPresent())
                .collect(Collectors.groupingBy(Cell::row, TreeMap::new, Collectors.toList()));
        Optional<List<Cell>> lost =
                below.values().stream().filter(row -> row.size() > 1).findFirst();
        lost.ifPresent(row -> faults.add(
                row.get(0).place(),
                "table-row",
                "this row is lost: the table ends at the empty row above it",
                "take the empty row out"));
    }

    /**
     * Merged cells mean what they show in three places only: a header or a subject over several columns, and a value over
     * several rows.
     */
    private void checkMerge(Sheet.Merge merge) {
        List<Cell> merged = sheet.cells().stream().filter(merge::covers).toList();
        if (merged.stream().allMatch(cell -> role(cell) == Role.NOTE || role(cell) == Role.CAPTION)) {
            return;
        }
        Role role = role(merged.get(0));
        boolean alike = merged.stream().allMatch(cell -> role(cell) == role);
        boolean oneRow = merge.firstRow() == merge.lastRow();
        boolean oneColumn = merge.firstColumn() == merge.lastColumn();
        boolean sound = switch (role) {
            case HEADER, SUBJECT -> alike && oneRow;
            case VALUE, ATTRIBUTE -> alike && oneColumn && !oneRow;
            case SETTING, TITLE -> oneRow && !oneColumn;
            default -> false;
        };
        if (!sound) {
            faults.add(merged.get(0).place(), "table-merged", "cells must not be merged here", sheet.howToUnmerge());
        }
    }
}
