package org.recoveryrules.drools.tables;

import static org.drools.decisiontable.parser.DefaultRuleSheetListener.IMPORT_TAG;
import static org.drools.decisiontable.parser.DefaultRuleSheetListener.RULESET_TAG;
import static org.drools.decisiontable.parser.DefaultRuleSheetListener.VARIABLES_TAG;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.decisiontable.parser.ActionType;
import org.drools.decisiontable.parser.ActionType.Code;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.jspecify.annotations.Nullable;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.tables.Layout.Role;

/**
 * The settings of a sheet: on each row outside a table, the first cell is a name and the one after it what is set. Drools
 * passes over a name that it does not know, and takes one of several settings where it needs one.
 */
final class Settings {
    private static final String FAULT = "table-setting";
    /** The settings that are written into the rules as they are. */
    private static final List<String> TEXTS = List.of(
            RULESET_TAG,
            IMPORT_TAG,
            VARIABLES_TAG,
            DefaultRuleSheetListener.FUNCTIONS_TAG,
            DefaultRuleSheetListener.QUERIES_TAG,
            DefaultRuleSheetListener.DECLARES_TAG,
            DefaultRuleSheetListener.UNIT_TAG,
            DefaultRuleSheetListener.DIALECT_TAG);

    private static final List<String> OPTIONS = List.of(
            DefaultRuleSheetListener.SEQUENTIAL_FLAG,
            DefaultRuleSheetListener.MIN_SALIENCE_TAG,
            DefaultRuleSheetListener.MAX_SALIENCE_TAG);

    /** The settings that change how cells are read. Here they are read in one way. */
    private static final List<String> REFUSED = List.of(
            DefaultRuleSheetListener.ESCAPE_QUOTES_FLAG,
            DefaultRuleSheetListener.NUMERIC_DISABLED_FLAG,
            DefaultRuleSheetListener.IGNORE_NUMERIC_FORMAT_FLAG);

    private static final Map<String, String> NAMES = Stream.of(
                    TEXTS.stream(),
                    OPTIONS.stream(),
                    REFUSED.stream(),
                    ActionType.ATTRIBUTE_CODE_SET.stream().map(Code::getColHeader))
            .flatMap(names -> names)
            .collect(Collectors.toMap(Settings::key, name -> name));

    /** The settings by what people write for them, in lower case letters without an s at the end. */
    private static final Map<String, String> MISWRITTEN = Stream.concat(
                    NAMES.values().stream().map(name -> Map.entry(letters(name), name)),
                    Stream.of(Map.entry("package", RULESET_TAG), Map.entry("global", VARIABLES_TAG)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Set<String> REPEATABLE = Set.of(key(IMPORT_TAG), key(VARIABLES_TAG));
    private static final Pattern GLOBALS = Pattern.compile(" *[^ ,]+ +[^ ,]+ *(?:, *[^ ,]+ +[^ ,]+ *)*");

    private final Faults faults;
    private final Map<String, List<Cell>> values = new HashMap<>();
    /** The names that were read and have no value yet. */
    private final Deque<Cell> bare = new ArrayDeque<>();

    private @Nullable Cell name;
    private boolean valueRead;

    Settings(Faults faults) {
        this.faults = faults;
    }

    /** What is set; of several cells, the first. */
    Optional<Cell> value(String setting) {
        return values.getOrDefault(key(setting), List.of()).stream().findFirst();
    }

    /** Takes in the next cell outside a table. */
    Role read(Cell cell) {
        if (name == null || name.row() != cell.row()) {
            name = cell;
            valueRead = false;
            return readName(cell);
        }
        if (valueRead) {
            return Role.NOTE;
        }
        valueRead = true;
        return readValue(name, cell);
    }

    private Role readName(Cell cell) {
        if (!NAMES.containsKey(key(cell.text()))) {
            return Role.NOTE;
        }
        bare.add(cell);
        return Role.SETTING_NAME;
    }

    private Role readValue(Cell name, Cell cell) {
        String known = NAMES.get(key(name.text()));
        if (known != null) {
            bare.removeLast();
            if (REFUSED.contains(known)) {
                String message = known + " changes how cells are read, and here that never changes";
                faults.add(name.place(), FAULT, message, "leave it out");
            }
            values.computeIfAbsent(key(known), none -> new ArrayList<>()).add(cell);
            return TEXTS.contains(known) ? Role.SETTING : Role.ATTRIBUTE;
        }
        String meant = MISWRITTEN.get(letters(name.text()));
        if (meant != null) {
            String message = "'" + name.text() + "' is no setting, and would be passed over";
            faults.add(name.place(), FAULT, message, "write " + meant);
        }
        return Role.NOTE;
    }

    void check(String path) {
        if (value(RULESET_TAG).isEmpty()) {
            String hint = "write RuleSet above the table, and beside it the package: com.example.policy.remedy";
            faults.add(Place.of(path), FAULT, "the setting RuleSet is missing", hint);
        }
        bare.forEach(name ->
                faults.add(name.place(), FAULT, "nothing is set", "write what is set into the next cell of this row"));
        values.forEach((setting, cells) -> {
            if (cells.size() > 1 && !REPEATABLE.contains(setting)) {
                String message = NAMES.get(setting) + " is set more than once, and one of them would be passed over";
                faults.add(cells.get(1).place(), FAULT, message, "set it once");
            }
        });
        values.getOrDefault(key(VARIABLES_TAG), List.of()).stream()
                .filter(cell -> !GLOBALS.matcher(cell.text()).matches())
                .forEach(cell -> faults.add(
                        cell.place(),
                        FAULT,
                        "Variables takes a type and a name",
                        "write org.recoveryrules.drools.rules.Findings findings"));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String letters(String name) {
        return key(name).replaceAll("[^a-z]", "").replaceFirst("s$", "");
    }
}
