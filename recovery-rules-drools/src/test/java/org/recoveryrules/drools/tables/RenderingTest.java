package org.recoveryrules.drools.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryrules.drools.tables.Tables.xlsx;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryrules.api.Diagnostic.Place;

/**
 * Whatever is in the cells, the rules are those of Drools, and every word in them is placed at the cell in which it stands.
 * Each word of a generated table names its cell, in between is what Drools has a meaning for.
 */
class RenderingTest {
    private static final Pattern WORD = Pattern.compile("w[0-9]+q[0-9]+");
    private static final List<String> MARKS =
            List.of((" ~ ~\"~'~\u201C~\u201D~(~)~[~]~{~}~==~>=~?~\\~\\n~\n~$~$9~.~;~:~/~|~&&~from~eval~contains"
                            + "~\uE000~\uE801~\uF900~\uD83D\uDE00~é")
                    .split("~"));
    private static final List<String> PLACES = List.of(
            "%s == $param",
            "%s( \"$param\" )", "$param %s", "%s($1,$2) %s", "%s $1 $2 $1", "forall(||){%s == $}", "%s $param $param");

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_word_is_placed_at_its_cell(int seed) {
        List<List<String>> rows = table(new Random(seed));
        byte[] workbook = xlsx(rows);

        DecisionTable table = DecisionTable.read("random.xlsx", workbook);

        assertThat(table.faults()).isEmpty();
        assertThat(table.drl())
                .isEqualTo(new SpreadsheetCompiler().compile(new ByteArrayInputStream(workbook), InputType.XLS));
        List<String> words = WORD.matcher(table.drl())
                .results()
                .map(word -> {
                    Place place = table.place(word.start(), word.end());
                    assertThat(place.cell()).as(word.group()).isEqualTo(Tables.SHEET + "!" + cellOf(word.group()));
                    return word.group();
                })
                .toList();
        assertThat(words).hasSizeGreaterThan(30);
    }

    private static String cellOf(String word) {
        String[] numbers = word.substring(1).split("q");
        return new CellReference(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])).formatAsString();
    }

    private static List<List<String>> table(RandomGenerator random) {
        List<List<String>> rows = Tables.small().subList(0, 5);
        List<String> headers = new ArrayList<>(List.of("NAME", "METADATA", "METADATA", "ACTION"));
        List<String> subjects = new ArrayList<>(List.of("", "", "", random.nextBoolean() ? "" : "w6q3"));
        List<String> snippets = new ArrayList<>(
                List.of("", "because( \"$param\" )", "source( \"$param\" )", "w7q3.%s".formatted(snippet(random, 3))));
        for (int column = headers.size(); column < 9; column++) {
            boolean bare = random.nextInt(3) == 0;
            headers.add("CONDITION");
            subjects.add(bare ? "" : "w6q" + column + (random.nextInt(3) == 0 ? "() from w6q" + column : ""));
            snippets.add((bare ? "w7q" + column + "(" : "") + snippet(random, column));
        }
        rows.addAll(List.of(headers, subjects, snippets, List.of("caption")));
        for (int row = 9; row < 12; row++) {
            List<String> values = new ArrayList<>(List.of("w" + row + "q0"));
            for (int column = values.size(); column < headers.size(); column++) {
                boolean empty = column > 3 && random.nextInt(3) == 0;
                values.add(empty ? "" : value(random, row, column, snippets.get(column)));
            }
            rows.add(values);
        }
        return rows;
    }

    private static String snippet(RandomGenerator random, int column) {
        String word = "w7q" + column;
        return PLACES.get(random.nextInt(PLACES.size())).replace("%s", word);
    }

    private static String value(RandomGenerator random, int row, int column, String snippet) {
        String word = "w" + row + "q" + column;
        if (snippet.contains("$1") || snippet.contains("forall")) {
            return word + ", " + word + "." + word + "( " + word + ", 1 )";
        }
        StringBuilder value = new StringBuilder();
        for (int part = random.nextInt(4); part >= 0; part--) {
            for (int mark = random.nextInt(4); mark > 0; mark--) {
                value.append(MARKS.get(random.nextInt(MARKS.size())));
            }
            value.append(' ').append(word);
        }
        return value.append(MARKS.get(random.nextInt(MARKS.size()))).toString();
    }
}
