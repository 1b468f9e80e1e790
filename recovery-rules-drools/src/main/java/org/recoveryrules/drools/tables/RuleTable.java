package org.recoveryrules.drools.tables;

import static org.recoveryrules.drools.tables.FaultyTableException.TOO_LARGE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.drools.decisiontable.parser.ActionType;
import org.drools.decisiontable.parser.ActionType.Code;
import org.drools.template.model.SnippetBuilder;
import org.drools.template.model.SnippetBuilder.SnippetType;
import org.drools.util.StringUtils;
import org.recoveryrules.drools.tables.Layout.Role;

/**
 * One rule table: below its title a row of headers, one of subjects, one of snippets, one of captions, then a rule a row, up
 * to the first empty row.
 */
final class RuleTable {
    private static final String HEADER_FAULT = "table-header";
    private static final String SNIPPET_FAULT = "table-snippet";
    private static final String ROW_FAULT = "table-row";
    private static final String VALUE_FAULT = "table-value";
    private static final int HEADER_ROW = 1;
    private static final int SUBJECT_ROW = 2;
    private static final int SNIPPET_ROW = 3;
    private static final int CAPTION_ROW = 4;
    private static final int FIRST_RULE_ROW = 5;
    /** So long the rules may become: a snippet that repeats a value in every row is a short way to write much. */
    private static final int MAX_RULES_LENGTH = 4_000_000;

    private static final Pattern RULE_ID = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern NUMBERED = Pattern.compile("\\$(\\d{1,3})");

    private final Sheet sheet;
    private final Cell title;
    private final Faults faults;
    private final SortedMap<Integer, Code> headers = new TreeMap<>();
    private final SortedMap<Integer, Cell> subjects = new TreeMap<>();
    private final SortedMap<Integer, Cell> snippets = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
    /** The columns that have no header, or a wrong one, and were told of. */
    private final Set<Integer> headless = new TreeSet<>();

    private long rulesLength;

    RuleTable(Sheet sheet, Cell title, Faults faults) {
        this.sheet = sheet;
        this.title = title;
        this.faults = faults;
    }

    Cell title() {
        return title;
    }

    /** What a column is. */
    Optional<Code> header(int column) {
        return Optional.ofNullable(headers.get(column));
    }

    /** The rows of its rules, in their order. */
    Set<Integer> rows() {
        return rows.keySet();
    }

    /** What the rule of a row has in the column of a kind of which there is one. */
    Optional<Cell> value(int row, Code header) {
        return columns(header).stream()
                .findFirst()
                .flatMap(column -> Optional.ofNullable(
                        rows.getOrDefault(row, new TreeMap<>()).get(column)));
    }

    /** The last row that belongs to it; to Drools the first one below the captions always does. */
    int lastRow() {
        return rows.isEmpty() ? title.row() + FIRST_RULE_ROW : rows.lastKey();
    }

    /** Whether a cell comes after an empty row, so that it is none of the table's. */
    boolean endsBefore(Cell cell) {
        return headers.containsKey(cell.column()) && cell.row() > lastRow() + 1;
    }

    /** Takes in the next cell below the title. */
    Role read(Cell cell) {
        int row = cell.row() - title.row();
        if (row == HEADER_ROW) {
            return readHeader(cell);
        }
        Code header = headers.get(cell.column());
        if (header == null) {
            if (headless.add(cell.column())) {
                String hint =
                        "write CONDITION, ACTION, NAME or METADATA above it, in the row below RuleTable; a note goes"
                                + " to the left of the table";
                faults.add(cell.place(), HEADER_FAULT, "the column of this cell has no header", hint);
            }
            return Role.NOTE;
        }
        return switch (row) {
            case SUBJECT_ROW -> readSubject(cell, header);
            case SNIPPET_ROW -> readSnippet(cell, header);
            case CAPTION_ROW -> readCaption(cell, header);
            default -> readValue(cell, header);
        };
    }

    /** Takes headers by their whole name or their one letter; Drools takes whatever begins with such a letter. */
    private Role readHeader(Cell cell) {
        Code header = ActionType.getTag2code().get(cell.text().toUpperCase(Locale.ROOT));
        if (header == null) {
            headless.add(cell.column());
            String hint = "write CONDITION, ACTION, NAME or METADATA";
            faults.add(cell.place(), HEADER_FAULT, "'" + cell.text() + "' is no header", hint);
        } else if (columns(header).size() >= header.getMaxCount()) {
            headless.add(cell.column());
            String message = "there is another column " + header.getColHeader();
            faults.add(cell.place(), HEADER_FAULT, message, "keep one of them");
        } else {
            headers.put(cell.column(), header);
        }
        return Role.HEADER;
    }

    private Role readSubject(Cell cell, Code header) {
        if (cell.text().contains("$param") || cell.text().contains("$1")) {
            String hint = "move it down by one row: above a snippet stands what it is about, such as ServiceFailure, or"
                    + " nothing";
            faults.add(cell.place(), SNIPPET_FAULT, "this row is not for snippets", hint);
        }
        if (cell.mergedColumn() != Cell.NOT_MERGED && headers.get(cell.mergedColumn()) != header) {
            String hint = "merge the cells above columns with the same header";
            faults.add(cell.place(), "table-merged", "this is merged above columns of different kinds", hint);
        }
        subjects.put(cell.column(), cell);
        return Role.SUBJECT;
    }

    private Role readSnippet(Cell cell, Code header) {
        boolean takesSnippet = header == Code.CONDITION || header == Code.ACTION || header == Code.METADATA;
        Cell subject = subjects.get(cell.column());
        if (!takesSnippet) {
            String message = "a column " + header.getColHeader() + " has no snippet";
            faults.add(cell.place(), SNIPPET_FAULT, message, "leave this cell empty");
        } else if (header == Code.CONDITION && subject == null && !cell.text().contains("(")) {
            String hint =
                    "write what it is about above it, such as ServiceFailure; in a .csv repeat that, with three dots"
                            + " at its end, for every column that it is about";
            faults.add(cell.place(), SNIPPET_FAULT, "this condition is about nothing", hint);
        } else if (header == Code.CONDITION && subject != null && isComparedWithText(cell)) {
            String hint = "write where the value goes: " + cell.text().replaceAll("(?<![\\s=<>!])\\s*+[=<>!]++$", "")
                    + " == $param";
            faults.add(cell.place(), SNIPPET_FAULT, "Drools would put the value in quotes here", hint);
        }
        snippets.put(cell.column(), cell);
        return Role.SNIPPET;
    }

    private static boolean isComparedWithText(Cell snippet) {
        return SnippetBuilder.getType(snippet.text()) == SnippetType.SINGLE
                && !snippet.text().endsWith("?");
    }

    private Role readCaption(Cell cell, Code header) {
        if (header == Code.NAME && RULE_ID.matcher(cell.text()).matches()) {
            String message = "this rule is lost: the fourth row below RuleTable is for captions";
            faults.add(cell.place(), ROW_FAULT, message, "put a row of captions above it");
        }
        return Role.CAPTION;
    }

    private Role readValue(Cell cell, Code header) {
        rows.computeIfAbsent(cell.row(), row -> new TreeMap<>()).put(cell.column(), cell);
        Cell snippet = snippets.get(cell.column());
        if (snippet != null) {
            checkValue(cell, snippet.text());
        }
        return ActionType.ATTRIBUTE_CODE_SET.contains(header) ? Role.ATTRIBUTE : Role.VALUE;
    }

    private void checkValue(Cell cell, String snippet) {
        SnippetType type = SnippetBuilder.getType(snippet);
        int parts = type == SnippetType.INDEXED || type == SnippetType.FORALL ? parts(cell.text()) : 1;
        int wanted = NUMBERED.matcher(snippet)
                .results()
                .map(MatchResult::group)
                .mapToInt(number -> Integer.parseInt(number.substring(1)))
                .max()
                .orElse(parts);
        if (type == SnippetType.INDEXED && parts != wanted) {
            String message = "this is " + parts + " of the " + wanted + " values that the column takes";
            faults.add(cell.place(), VALUE_FAULT, message, "write " + wanted + " values with commas between them");
        }
        long placeholders =
                snippet.chars().filter(character -> character == '$').count();
        rulesLength +=
                (long) parts * snippet.length() + placeholders * cell.text().length();
        if (rulesLength > MAX_RULES_LENGTH) {
            throw new FaultyTableException(
                    cell.place(),
                    TOO_LARGE,
                    "the rules down to here have more than " + MAX_RULES_LENGTH + " characters",
                    "divide the table into several");
        }
    }

    /** So many values Drools finds in a text: it escapes quotes first, unless there is one at the start. */
    private static int parts(String text) {
        String escaped = text.indexOf('"') > 0 ? text.replace("\"", "\\\"") : text;
        return StringUtils.splitConstraints(escaped, false).size();
    }

    /** Finds what the table lacks, once all its cells are read. */
    void check() {
        requireColumn(!columns(Code.NAME).isEmpty(), "NAME", "every rule needs its id");
        requireColumn(!columns(Code.ACTION).isEmpty(), "ACTION", "every rule finds something");
        requireColumn(hasMetadata("because"), "METADATA because( \"$param\" )", "every rule says why");
        requireColumn(hasMetadata("source"), "METADATA source( \"$param\" )", "every rule says where it comes from");
        if (rows.isEmpty()) {
            String hint = "rules begin in the fifth row below RuleTable";
            faults.add(title.place(), ROW_FAULT, "the table has no rules", hint);
        } else if (rows.firstKey() != title.row() + FIRST_RULE_ROW) {
            faults.add(
                    sheet.placeOf(title.row() + FIRST_RULE_ROW, title.column()),
                    ROW_FAULT,
                    "this row is empty, and Drools would make a rule of it that always fires",
                    "take it out: rules begin in the fifth row below RuleTable");
        }
        headers.forEach(this::checkColumn);
    }

    private void requireColumn(boolean there, String column, String reason) {
        if (!there) {
            faults.add(title.place(), HEADER_FAULT, "the table has no column " + column, reason);
        }
    }

    private boolean hasMetadata(String name) {
        Pattern snippet = Pattern.compile("(?s)" + name + "\\s*\\(.*");
        return columns(Code.METADATA).stream()
                .anyMatch(column -> snippets.containsKey(column)
                        && snippet.matcher(snippets.get(column).text()).matches());
    }

    private void checkColumn(int column, Code header) {
        boolean takesSnippet = header == Code.CONDITION || header == Code.ACTION || header == Code.METADATA;
        boolean used = rows.values().stream().anyMatch(row -> row.containsKey(column));
        if (takesSnippet && used && !snippets.containsKey(column)) {
            faults.add(
                    sheet.placeOf(title.row() + SNIPPET_ROW, column),
                    SNIPPET_FAULT,
                    "the column has values and no snippet to put them into",
                    "write one here, such as severity >= Severity.$param");
        }
        if (header == Code.NAME) {
            rows.keySet().stream()
                    .filter(row -> value(row, Code.NAME).isEmpty())
                    .forEach(row -> faults.add(
                            sheet.placeOf(row, column),
                            ROW_FAULT,
                            "this rule has no name",
                            "write topic.what-it-says"));
        }
    }

    private List<Integer> columns(Code header) {
        return headers.entrySet().stream()
                .filter(column -> column.getValue() == header)
                .map(Map.Entry::getKey)
                .toList();
    }
}
