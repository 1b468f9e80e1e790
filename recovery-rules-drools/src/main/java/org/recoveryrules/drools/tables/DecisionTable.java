package org.recoveryrules.drools.tables;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * A decision table as the rule file that Drools makes of it, with the cell that every part of that file came from; or what
 * is wrong with the table. Immutable.
 *
 * <p>Reading one needs {@value #ARTIFACT} on the class path, and a workbook {@value #WORKBOOK_ARTIFACT}, which comes with it.
 */
public final class DecisionTable {
    /** The Maven artifact that reading a table takes. */
    public static final String ARTIFACT = "org.drools:drools-decisiontables";

    /** The Maven artifact that reading a workbook takes besides. */
    public static final String WORKBOOK_ARTIFACT = "org.apache.poi:poi-ooxml";

    private static final String NEEDED = "org.drools.decisiontable.parser.DefaultRuleSheetListener";
    private static final String NEEDED_FOR_WORKBOOKS = "org.apache.poi.xssf.usermodel.XSSFWorkbook";
    /** Workbooks, old ones too, so that they are refused and not passed over, but not what Excel puts beside an open one. */
    private static final Pattern WORKBOOK = Pattern.compile("(?i)(?:.*/)?(?!~\\$)[^/]*\\.xlsx?");

    private static final Pattern TEXT = Pattern.compile("(?i).*(?<!\\.cases)\\.csv");

    private final String drl;
    private final List<Origin> origins;
    private final Predicate<Cell> ofOneRule;
    private final List<Diagnostic> faults;

    private DecisionTable(String drl, List<Origin> origins, Predicate<Cell> ofOneRule, List<Diagnostic> faults) {
        this.drl = drl;
        this.origins = List.copyOf(origins);
        this.ofOneRule = ofOneRule;
        this.faults = List.copyOf(faults);
    }

    /** A table without faults, of the cells of which some belong to one rule alone. */
    static DecisionTable of(String drl, List<Origin> origins, Predicate<Cell> ofOneRule) {
        return new DecisionTable(drl, origins, ofOneRule, List.of());
    }

    /**
     * Whether a file of a policy is a decision table, by its name.
     *
     * @param path the file's path
     * @return whether it ends in {@code .xlsx} (or {@code .xls}, to be refused), or in {@code .csv} but not in
     *     {@code .cases.csv}
     */
    public static boolean isTable(String path) {
        return WORKBOOK.matcher(path).matches() || isText(path);
    }

    /**
     * Whether a table can be read here.
     *
     * @param path the file's path, the end of which says of which format it is
     * @return whether {@value #ARTIFACT} is on the class path and, for a workbook, {@value #WORKBOOK_ARTIFACT}
     */
    public static boolean supported(String path) {
        return missing(path).isEmpty();
    }

    private static Optional<String> missing(String path) {
        if (!isPresent(NEEDED)) {
            return Optional.of(ARTIFACT);
        }
        return isText(path) || isPresent(NEEDED_FOR_WORKBOOKS) ? Optional.empty() : Optional.of(WORKBOOK_ARTIFACT);
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, DecisionTable.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static boolean isText(String path) {
        return TEXT.matcher(path).matches();
    }

    /**
     * Reads a table. Nothing in it is run or fetched.
     *
     * @param path the file's path within the policy, for the places of what is found; its end says of which format it is
     * @param content the file
     * @return the table, with a rule file or with faults
     */
    public static DecisionTable read(String path, byte[] content) {
        Optional<String> missing = missing(path);
        if (missing.isPresent()) {
            String message = "a decision table needs " + missing.get() + ", which is not on the class path";
            return faulty(List.of(new Diagnostic(
                    Place.of(path), Level.ERROR, "table-unsupported", message, "add the dependency " + missing.get())));
        }
        try {
            Layout layout = Layout.of(sheet(path, content), path);
            return layout.faults().isEmpty() ? Rendering.of(layout, path) : faulty(layout.faults());
        } catch (FaultyTableException e) {
            return faulty(List.of(e.diagnostic()));
        }
    }

    private static Sheet sheet(String path, byte[] content) {
        if (content.length > Sheet.MAX_BYTES) {
            throw new FaultyTableException(
                    Place.of(path),
                    FaultyTableException.TOO_LARGE,
                    "the file has " + content.length + " bytes, and a table at most " + Sheet.MAX_BYTES,
                    "divide it into several tables");
        }
        return isText(path) ? CsvSheet.read(path, content) : Workbook.read(path, content);
    }

    private static DecisionTable faulty(List<Diagnostic> faults) {
        return new DecisionTable("", List.of(), cell -> false, faults);
    }

    /**
     * What is wrong with the table itself.
     *
     * @return the faults, all of them errors; empty where there is a rule file
     */
    public List<Diagnostic> faults() {
        return faults;
    }

    /**
     * The rule file.
     *
     * @return its text; empty where there are faults
     */
    public String drl() {
        return drl;
    }

    /**
     * Where a part of the rule file came from. A part that came from several cells is placed at the first of them that
     * belongs to one rule alone, or else at the first of them: a header says of no row that it is at fault.
     *
     * @param start the index of its first character in {@link #drl()}
     * @param end the index after its last character; the same as the start for a single place
     * @return in a workbook the cell; in a text file its characters
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public Place place(int start, int end) {
        Objects.checkFromToIndex(start, end, drl.length());
        int from = Math.min(start, drl.length() - 1);
        List<Origin> part = origins.subList(from, Math.max(end, from + 1));
        Cell cell = part.stream()
                .map(Origin::cell)
                .filter(ofOneRule)
                .findFirst()
                .orElse(part.get(0).cell());
        IntSummaryStatistics characters = part.stream()
                .filter(origin -> origin.cell() == cell && origin.index() != Origin.NO_CHARACTER)
                .mapToInt(Origin::index)
                .summaryStatistics();
        return characters.getCount() == 0
                ? cell.place()
                : cell.source().place(characters.getMin(), characters.getMax() + 1);
    }
}
