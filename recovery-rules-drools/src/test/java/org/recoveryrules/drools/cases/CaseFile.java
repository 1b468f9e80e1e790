package org.recoveryrules.drools.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.recoveryrules.api.Entitlement;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.RequestedRemedy;

/**
 * The cases beside one rule file: a sentence, a context in columns named as its components, and the ids of the file's
 * rules that fire, all of them and no other ({@code -}: none). An empty cell takes the default.
 */
record CaseFile(Path rules, List<Case> cases) {
    private static final String SUFFIX = ".cases.csv";
    private static final Set<String> EXPECTATIONS = Set.of("case", "rules");

    /** One line: what is known, and which rules of the file fire on it. */
    record Case(String sentence, long line, FailureContext context, Set<String> rules) {}

    static CaseFile beside(Path rules) {
        Path file = rules.resolveSibling(rules.getFileName().toString().replaceFirst("\\.drl$", SUFFIX));
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new CaseFile(rules, csv.stream().map(CaseFile::read).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of the rules in the file. */
    Set<String> ruleIds() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String line : Files.readAllLines(rules)) {
            if (line.startsWith("rule \"")) {
                ids.add(line.substring("rule \"".length(), line.length() - 1));
            }
        }
        return ids;
    }

    private static Case read(NamedCsvRecord row) {
        FailureContext.Builder builder = FailureContext.builder();
        row.getFieldsAsMap().forEach((column, cell) -> {
            if (!EXPECTATIONS.contains(column) && !cell.isEmpty()) {
                set(builder, column, cell);
            }
        });
        String rules = row.getField("rules");
        return new Case(
                row.getField("case"),
                row.getStartingLineNumber(),
                builder.build(),
                rules.equals("-") ? Set.of() : new TreeSet<>(Arrays.asList(rules.split(" "))));
    }

    private static void set(FailureContext.Builder builder, String component, String cell) {
        Method setter = Stream.of(FailureContext.Builder.class.getMethods())
                .filter(method -> method.getName().equals(component))
                .filter(method -> method.getParameterCount() == 1 && !method.isVarArgs())
                .filter(method -> method.getParameterTypes()[0] != RemedyKind.class)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such column: " + component));
        try {
            setter.invoke(builder, value(setter.getGenericParameterTypes()[0], cell));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + ": " + cell, e);
        }
    }

    private static Object value(Type type, String cell) {
        if (type == boolean.class) {
            return Boolean.valueOf(cell);
        } else if (type == int.class) {
            return Integer.valueOf(cell);
        } else if (type == Money.class) {
            return money(cell);
        } else if (type == Duration.class) {
            return Duration.parse(cell);
        } else if (type == RequestedRemedy.class) {
            return requested(cell);
        } else if (type instanceof ParameterizedType collection && collection.getRawType() == List.class) {
            return List.of(entitlement(cell));
        } else if (type instanceof ParameterizedType collection) {
            return set(collection.getActualTypeArguments()[0], cell);
        }
        return constant((Class<?>) type, cell);
    }

    private static Set<Object> set(Type type, String cell) {
        Set<Object> constants = new LinkedHashSet<>();
        for (String constant : cell.split(" ")) {
            constants.add(constant((Class<?>) type, constant));
        }
        return constants;
    }

    private static Object constant(Class<?> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is no " + type.getSimpleName()));
    }

    private static RequestedRemedy requested(String cell) {
        String[] words = cell.split(" ");
        Optional<Money> amount = Stream.of(words).skip(1).map(CaseFile::money).findFirst();
        return new RequestedRemedy(RemedyKind.valueOf(words[0]), amount);
    }

    private static Entitlement entitlement(String cell) {
        String[] words = cell.split(" ", 3);
        return new Entitlement(RemedyKind.valueOf(words[0]), money(words[1]), words[2]);
    }

    private static Money money(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }
}
