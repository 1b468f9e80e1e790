package org.recoveryrules.drools.tables;

import static org.recoveryrules.drools.tables.FaultyTableException.TOO_LARGE;
import static org.recoveryrules.drools.tables.FaultyTableException.UNREADABLE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * A workbook of Excel, or of what writes the same format (ECMA-376): XML parts in a zip. Read are texts, numbers, the formats
 * of numbers and which cells are merged; formulas, macros, links, pictures and what else a workbook may carry are never
 * followed. Apache POI, with which Drools reads workbooks, does much more than that: it computes formulas, holds all of a
 * workbook in memory, logs, and is larger than all the rest of this library with Drools.
 */
final class Workbook {
    private static final int MAX_UNPACKED_BYTES = 32 << 20;
    /** How an encrypted workbook begins, and one in the format before 2007. */
    private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final String path;
    private final Map<String, byte[]> parts = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final NumberFormats formats = new NumberFormats();

    private Workbook(String path) {
        this.path = path;
    }

    /** Reads the first sheet, the only one that Drools reads. */
    static Sheet read(String path, byte[] content) {
        Workbook workbook = new Workbook(path);
        try {
            workbook.unpack(content);
            return workbook.readSheets();
        } catch (IOException | XMLStreamException | IllegalArgumentException | NoSuchElementException e) {
            throw new FaultyTableException(
                    Place.of(path),
                    UNREADABLE,
                    isCompoundFile(content)
                            ? "the workbook is protected by a password or in the format of Excel before 2007"
                            : "this is no workbook, or a damaged one",
                    "save it as \"Excel Workbook (.xlsx)\" without a password");
        }
    }

    /** The text at an index of those that all sheets share. */
    String sharedString(int index) {
        if (index < 0 || index >= strings.size()) {
            throw new IllegalArgumentException("there is no shared string " + index);
        }
        return strings.get(index);
    }

    NumberFormats formats() {
        return formats;
    }

    String path() {
        return path;
    }

    private static boolean isCompoundFile(byte[] content) {
        return content.length >= COMPOUND_FILE.length
                && Arrays.equals(content, 0, COMPOUND_FILE.length, COMPOUND_FILE, 0, COMPOUND_FILE.length);
    }

    private void unpack(byte[] content) throws IOException {
        int left = MAX_UNPACKED_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(left + 1);
                if (part.length > left) {
                    throw new FaultyTableException(
                            Place.of(path),
                            TOO_LARGE,
                            "the workbook unpacks to more than " + MAX_UNPACKED_BYTES + " bytes",
                            "keep nothing in it but the table");
                }
                left -= part.length;
                parts.put(entry.getName(), part);
            }
        }
    }

    private Sheet readSheets() throws XMLStreamException {
        String main = relationships("").values().stream()
                .filter(relationship -> relationship.is("officeDocument"))
                .map(Relationship::target)
                .findFirst()
                .orElseThrow();
        Map<String, Relationship> relationships = relationships(main);
        for (Relationship relationship : relationships.values()) {
            if (relationship.is("sharedStrings")) {
                Xml.forEachElement(part(relationship.target()), element -> {
                    if (element.getLocalName().equals("si")) {
                        strings.add(Xml.string(element));
                    }
                });
            } else if (relationship.is("styles")) {
                Xml.forEachElement(part(relationship.target()), formats::read);
            }
        }
        List<WorkbookSheet> sheets = new ArrayList<>();
        for (Map.Entry<String, String> sheet : sheetNames(main).entrySet()) {
            Relationship relationship = relationships.get(sheet.getKey());
            if (relationship != null && relationship.is("worksheet")) {
                sheets.add(WorkbookSheet.read(this, sheet.getValue(), part(relationship.target())));
            }
        }
        requireOneTable(sheets);
        return sheets.stream().findFirst().orElseThrow();
    }

    /** The names of the sheets in their order, by the id of the relationship that leads to each. */
    private Map<String, String> sheetNames(String main) throws XMLStreamException {
        Map<String, String> names = new LinkedHashMap<>();
        Xml.forEachElement(part(main), element -> {
            if (element.getLocalName().equals("sheet")) {
                names.put(Xml.attribute(element, "id"), Xml.attribute(element, "name"));
            }
        });
        return names;
    }

    private static void requireOneTable(List<WorkbookSheet> sheets) {
        for (WorkbookSheet sheet : sheets.subList(Math.min(1, sheets.size()), sheets.size())) {
            for (Cell cell : sheet.cells()) {
                if (Layout.isTitle(cell)) {
                    throw new FaultyTableException(
                            cell.place(),
                            "table-sheet",
                            "only the first sheet of a workbook is read, and this is another one",
                            "move the table to the first sheet, below the other, or to a workbook of its own");
                }
            }
        }
    }

    /** What a part refers to, by id. */
    private Map<String, Relationship> relationships(String part) throws XMLStreamException {
        Map<String, Relationship> relationships = new HashMap<>();
        int name = part.lastIndexOf('/') + 1;
        Xml.forEachElement(part(part.substring(0, name) + "_rels/" + part.substring(name) + ".rels"), element -> {
            if (element.getLocalName().equals("Relationship")) {
                URI target = URI.create("/" + part).resolve(Xml.attribute(element, "Target"));
                relationships.put(
                        Xml.attribute(element, "Id"),
                        new Relationship(
                                Xml.attribute(element, "Type"),
                                String.valueOf(target.getPath()).replaceFirst("^/", "")));
            }
        });
        return relationships;
    }

    private byte[] part(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new NoSuchElementException(name);
        }
        return part;
    }

    private record Relationship(String type, String target) {
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }
}
