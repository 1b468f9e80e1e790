package org.recoveryrules.drools.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.drools.cases.CsvScanner.Cell;

/** A table of cases as somebody writes it in JSON who was told how, cell by cell. */
final class TableInJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> COUNTS = Set.of("priorFailures", "compensatedClaims", "apologies");
    private static final Set<String> WORDS =
            Set.of("vulnerabilities", "risks", "rules", "barriers", "questions", "steps", "followUps");

    /** The part of each component of a context. */
    private static final Map<String, String> PARTS = parts();

    private TableInJson() {}

    /** The cases of a table that is sound. */
    static byte[] of(byte[] table) throws IOException {
        List<List<Cell>> rows = CsvScanner.rows(new String(table, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
        List<String> header = rows.get(0).stream().map(Cell::text).toList();
        ArrayNode cases = NODES.arrayNode();
        for (List<Cell> row : rows.subList(1, rows.size())) {
            ObjectNode object = cases.addObject();
            for (int i = 0; i < header.size(); i++) {
                if (!row.get(i).isBlank()) {
                    put(header.get(i), row.get(i).text().strip(), object);
                }
            }
        }
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(cases);
    }

    private static void put(String column, String cell, ObjectNode object) {
        if (List.of("case", "base").contains(column)) {
            object.put(column, cell);
        } else if (PARTS.containsKey(column)) {
            ObjectNode part = object.withObject("/context/" + PARTS.get(column));
            if (cell.equals("-")) {
                part.putNull(column);
            } else {
                value(column, cell, part);
            }
        } else {
            value(column, cell, object.withObject("/expected"));
        }
    }

    private static void value(String column, String cell, ObjectNode object) {
        if (COUNTS.contains(column)) {
            object.put(column, Integer.parseInt(cell));
        } else if (List.of("true", "false").contains(cell)) {
            object.put(column, Boolean.parseBoolean(cell));
        } else if (WORDS.contains(column)) {
            Stream.of(cell.equals("-") ? new String[0] : cell.split("\\s+"))
                    .map(TextNode::valueOf)
                    .forEach(object.withArrayProperty(column)::add);
        } else if (column.equals("remedies")) {
            Stream.of(cell.equals("-") ? new String[0] : cell.split("\\s*;\\s*"))
                    .map(TextNode::valueOf)
                    .forEach(object.withArrayProperty(column)::add);
        } else if (column.equals("entitlements")) {
            Stream.of(cell.split("\\s*;\\s*"))
                    .forEach(owed -> object.withArrayProperty(column).add(remedy(owed)));
        } else if (column.equals("requested")) {
            object.set(column, remedy(cell));
        } else {
            object.put(column, cell);
        }
    }

    private static ObjectNode remedy(String entry) {
        String[] words = entry.split("\\s+", 3);
        ObjectNode remedy = NODES.objectNode().put("kind", words[0]);
        Optional.of(words).filter(all -> all.length > 1).ifPresent(all -> remedy.put("amount", all[1]));
        Optional.of(words).filter(all -> all.length > 2).ifPresent(all -> remedy.put("basis", all[2]));
        return remedy;
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new HashMap<>();
        for (RecordComponent part : FailureContext.class.getRecordComponents()) {
            Arrays.stream(part.getType().getRecordComponents())
                    .forEach(component -> parts.put(component.getName(), part.getName()));
        }
        return parts;
    }
}
