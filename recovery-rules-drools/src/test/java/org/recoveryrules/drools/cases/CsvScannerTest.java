package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recoveryrules.drools.cases.CsvScanner.Cell;
import org.recoveryrules.drools.cases.CsvScanner.Quotes;
import org.recoveryrules.drools.files.Span;

class CsvScannerTest {
    private static final int TABLES = 20_000;
    /** Whole cells among the characters, since characters alone hardly ever make two rows. */
    private static final List<String> PIECES = List.of(
            "%",
            "%",
            "%",
            "%",
            "%",
            "%",
            "\n",
            "\r\n",
            "\r",
            "\"a%\r\nb\"",
            "\"\"\"\"",
            "\"",
            "a",
            "ä",
            "😀",
            "#",
            " ",
            "\t");

    @Test
    void cells_are_those_of_another_reader_and_stand_where_it_says() {
        Random random = new Random(20260615);
        int refused = 0;
        for (int i = 0; i < TABLES; i++) {
            char separator = random.nextBoolean() ? ',' : ';';
            String text = "a" + separator + text(random, separator);
            List<List<Cell>> rows = CsvScanner.rows(text);
            Optional<List<List<String>>> expected = byFastCsv(text, separator);
            assertThat(matched(rows)).as(text).isEqualTo(expected.isPresent());
            assertThat(standingIn(text, rows)).as(text).isEqualTo(texts(rows));
            if (expected.isPresent()) {
                assertThat(texts(rows)).as(text).isEqualTo(expected.get());
            } else {
                refused++;
            }
        }
        assertThat(refused).isBetween(TABLES / 5, TABLES / 2);
    }

    @Test
    void a_cell_whose_quotes_do_not_match_ends_with_its_line() {
        assertThat(texts(CsvScanner.rows("""
                        a,b
                        "never closed,1
                        "closed" too early,2
                        x,"y"
                        z,"never closed""")))
                .containsExactly(
                        List.of("a", "b"),
                        List.of("\"never closed,1"),
                        List.of("\"closed\" too early,2"),
                        List.of("x", "y"),
                        List.of("z", "\"never closed"));
    }

    @Test
    void the_first_row_says_what_separates_cells() {
        assertThat(texts(CsvScanner.rows("# a comment, with a comma\n\na;b\n1,5;2")))
                .containsExactly(List.of("a", "b"), List.of("1,5", "2"));
        assertThat(texts(CsvScanner.rows("a,b\n1;5,2"))).containsExactly(List.of("a", "b"), List.of("1;5", "2"));
        assertThat(texts(CsvScanner.rows("a\n1;5"))).containsExactly(List.of("a"), List.of("1;5"));
    }

    @Test
    void a_character_of_a_cell_stands_where_its_quotes_put_it() {
        String text = "a,b\nplain,\"say \"\"so\"\" twice\"";
        Cell plain = CsvScanner.rows(text).get(1).get(0);
        Cell quoted = CsvScanner.rows(text).get(1).get(1);

        assertThat(standing(plain, "ain", text)).isEqualTo("ain");
        assertThat(quoted.text()).isEqualTo("say \"so\" twice");
        assertThat(standing(quoted, "say", text)).isEqualTo("say");
        assertThat(standing(quoted, "\"so\"", text)).isEqualTo("\"\"so\"\"");
        assertThat(standing(quoted, "so", text)).isEqualTo("so");
        assertThat(standing(quoted, "twice", text)).isEqualTo("twice");
    }

    private static String standing(Cell cell, String part, String text) {
        int start = cell.text().indexOf(part);
        Span span = cell.span(start, start + part.length());
        return text.substring(span.start(), span.end());
    }

    private static String text(Random random, char separator) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining())
                .replace('%', separator);
    }

    private static Optional<List<List<String>>> byFastCsv(String text, char separator) {
        try {
            return Optional.of(CsvReader.builder()
                    .fieldSeparator(separator)
                    .commentStrategy(CommentStrategy.SKIP)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .stream()
                    .map(CsvRecord::getFields)
                    .toList());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    /** What stands in the text where the cells are said to be. */
    private static List<List<String>> standingIn(String text, List<List<Cell>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> {
                            String raw = text.substring(
                                    cell.span().start(), cell.span().end());
                            return cell.quotes() == Quotes.MATCHED
                                    ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"")
                                    : raw;
                        })
                        .toList())
                .toList();
    }

    private static boolean matched(List<List<Cell>> rows) {
        return rows.stream().flatMap(List::stream).noneMatch(cell -> cell.quotes() == Quotes.UNMATCHED);
    }

    private static List<List<String>> texts(List<List<Cell>> rows) {
        return rows.stream().map(row -> row.stream().map(Cell::text).toList()).toList();
    }
}
