package org.recoveryrules.drools.tables;

import static org.drools.decisiontable.parser.DefaultRuleSheetListener.RULESET_TAG;
import static org.drools.decisiontable.parser.DefaultRuleSheetListener.SEQUENTIAL_FLAG;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.decisiontable.parser.ActionType;
import org.drools.decisiontable.parser.ActionType.Code;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.decisiontable.parser.RuleSheetParserUtil;
import org.drools.template.model.DRLJavaEmitter;
import org.drools.template.model.DRLOutput;
import org.drools.template.model.Package;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.tables.Layout.Role;

/**
 * The rule file that Drools makes of a sheet, and where each character of it came from. Drools makes it twice: of the texts
 * as they are, and that is the rule file; and of the texts with stand-ins, from which only the origins are taken, and those
 * only if it is the same without them, to the character.
 */
final class Rendering {
    private static final String FAULT = "table-invalid";
    /** What a rule file calls attributes, and the columns in which a table has them. */
    private static final Map<String, Code> ATTRIBUTES =
            ActionType.ATTRIBUTE_CODE_SET.stream().collect(Collectors.toMap(Rendering::attribute, code -> code));

    private final Layout layout;
    private final StringBuilder traced = new StringBuilder();
    private final List<Origin> origins = new ArrayList<>();

    private Rendering(Layout layout) {
        this.layout = layout;
    }

    /** Renders a layout that has no faults; what Drools still finds wrong with it comes as an exception. */
    static DecisionTable of(Layout layout, String path) {
        Rendering rendering = new Rendering(layout);
        String drl;
        try {
            drl = rendering.render();
        } catch (RuntimeException e) {
            // Drools tells what it finds wrong with a table by whatever exception it runs into.
            throw rendering.fault(e, path);
        }
        rendering.requireTraced(drl);
        return DecisionTable.of(drl, rendering.origins, layout::isOfOneRule);
    }

    private String render() {
        String drl = text(run(Cell::text));
        StandIns standIns = new StandIns();
        Package rules = run(cell -> standIns.of(cell, layout.role(cell)));
        List<String> parts = rules.getRules().stream().map(Rendering::text).toList();
        String all = text(rules);
        int head = all.length() - parts.stream().mapToInt(String::length).sum();
        add(standIns.trace(all.substring(0, head)), this::cellOfSetting);
        Iterator<String> part = parts.iterator();
        for (RuleTable table : layout.tables()) {
            for (int row : table.rows()) {
                add(standIns.trace(part.next()), line -> cellOfRule(table, row, line));
            }
        }
        return drl;
    }

    private Package run(Function<Cell, String> textOf) {
        DefaultRuleSheetListener drools = new DefaultRuleSheetListener();
        int row = -1;
        for (Cell cell : layout.cells()) {
            for (; row < cell.row(); row++) {
                drools.newRow(row + 1, 0);
            }
            drools.newCell(cell.row(), cell.column(), textOf.apply(cell), cell.mergedColumn());
        }
        drools.finishSheet();
        return drools.getRuleSet();
    }

    private static String text(DRLJavaEmitter part) {
        DRLOutput output = new DRLOutput();
        part.renderDRL(output);
        return output.getDRL();
    }

    private void add(TracedText part, Function<String, Cell> cellOfLine) {
        traced.append(part.text());
        origins.addAll(part.origins(layout::isOfOneRule, cellOfLine));
    }

    /** The cell on account of which there is a line at the head of a rule file: an attribute's, or that of the package. */
    private Cell cellOfSetting(String line) {
        Settings settings = layout.settings();
        return attributeOf(line)
                .flatMap(attribute -> settings.value(attribute.getColHeader()))
                .or(() -> settings.value(RULESET_TAG))
                .orElseThrow();
    }

    /** The cell on account of which there is a line of a rule: an attribute's, or that of its name. */
    private Cell cellOfRule(RuleTable table, int row, String line) {
        Optional<Code> attribute = attributeOf(line);
        return attribute
                .flatMap(code -> table.value(row, code))
                .or(() -> attribute.flatMap(code -> layout.settings().value(SEQUENTIAL_FLAG)))
                .or(() -> table.value(row, Code.NAME))
                .orElseThrow();
    }

    private static Optional<Code> attributeOf(String line) {
        return Optional.ofNullable(ATTRIBUTES.get(line.strip().split(" ", 2)[0]));
    }

    private static String attribute(Code code) {
        return code == Code.SALIENCE ? "salience" : code.getColHeader().toLowerCase(Locale.ROOT);
    }

    private void requireTraced(String drl) {
        int difference = Arrays.mismatch(drl.toCharArray(), traced.toString().toCharArray());
        if (difference >= 0) {
            Cell cell = origins.get(Math.min(difference, origins.size() - 1)).cell();
            String message = "Drools takes this cell for more than a text";
            throw new FaultyTableException(cell.place(), FAULT, message, "write it without $ and backslashes");
        }
    }

    private FaultyTableException fault(RuntimeException cause, String path) {
        String message = String.valueOf(cause.getMessage());
        Place place = layout.cells().stream()
                .filter(cell -> layout.role(cell) != Role.NOTE)
                .filter(cell -> names(message, cell))
                .map(Cell::place)
                .findFirst()
                .orElse(Place.of(path));
        return new FaultyTableException(place, FAULT, "Drools says: " + message, "");
    }

    private static boolean names(String message, Cell cell) {
        String name = RuleSheetParserUtil.rc2name(cell.row(), cell.column());
        return Pattern.compile("\\b" + name + "\\b").matcher(message).find();
    }
}
