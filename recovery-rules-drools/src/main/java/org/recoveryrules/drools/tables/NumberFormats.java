package org.recoveryrules.drools.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * The formats in which the cells of a workbook show their numbers, by style. They tell whether the reader of a sheet sees
 * the number that the cell holds: 0.8 that shows as 80 %, as 1 or as a date is not what anybody meant.
 */
final class NumberFormats {
    private static final String GENERAL = "General";
    private static final String DATE = "date";
    /** The formats that a workbook does not spell out, ECMA-376 part 1, 18.8.30. */
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(0, GENERAL),
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(11, "0.00E+00"),
            Map.entry(12, "# ?/?"),
            Map.entry(13, "# ??/??"),
            Map.entry(37, "#,##0"),
            Map.entry(38, "#,##0"),
            Map.entry(39, "#,##0.00"),
            Map.entry(40, "#,##0.00"),
            Map.entry(41, "#,##0"),
            Map.entry(42, "#,##0"),
            Map.entry(43, "#,##0.00"),
            Map.entry(44, "#,##0.00"),
            Map.entry(48, "##0.0E+0"),
            Map.entry(49, "@"));
    /** Words, escapes, padding, and what stands in brackets (colours, currencies), but for hours, minutes and seconds. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^]]*]");

    private static final Pattern DIGITS =
            Pattern.compile("[ $€£¥()+-]*[#0?]+(?:,[#0?]+)*(?:\\.(?<decimals>[#0?]*))?[ $€£¥()+-]*");

    private final Map<Integer, String> codes = new HashMap<>(BUILT_IN);
    private final List<Integer> styles = new ArrayList<>();
    private boolean inCellStyles;

    /** Takes in the next element of the part that holds the styles. */
    void read(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "numFmt" -> codes.put(Xml.number(element, "numFmtId", 0), Xml.attribute(element, "formatCode"));
            case "cellXfs" -> inCellStyles = true;
            case "cellStyles" -> inCellStyles = false;
            case "xf" -> {
                if (inCellStyles) {
                    styles.add(Xml.number(element, "numFmtId", 0));
                }
            }
            default -> {
                // Fonts, fills and borders say nothing.
            }
        }
    }

    /** The format of a style, as the workbook spells it. */
    String code(int style) {
        return style < styles.size() ? codes.getOrDefault(styles.get(style), DATE) : GENERAL;
    }

    /** Whether a number in a style shows as that number. */
    boolean shows(BigDecimal number, int style) {
        String code = code(style);
        if (code.equalsIgnoreCase(GENERAL) || code.equals("@")) {
            return true;
        }
        String[] sections = LITERAL.matcher(code).replaceAll("").split(";", 2);
        Matcher digits = DIGITS.matcher(sections[0]);
        if (!digits.matches()) {
            return false;
        }
        String decimals = digits.group("decimals");
        return number.stripTrailingZeros().scale() <= (decimals == null ? 0 : decimals.length());
    }
}
