package org.recoveryrules.drools.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.parser.TemplateDataListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.Diagnostic;

/** Where what reads a decision table is not on the class path, a table is a fault that says so. */
class DecisionTableSupportTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.csv"})
    void a_table_names_the_artifact_that_is_missing(String path) throws Exception {
        try (URLClassLoader loader = new Without("org.drools.decisiontable.", "org.drools.template.")) {
            Class<?> table = loader.loadClass(DecisionTable.class.getName());

            assertThat(table).isNotSameAs(DecisionTable.class);
            assertThat(supported(table, path)).isFalse();
            assertThat(drl(table, path)).isEqualTo("");
            assertThat(faults(table, path))
                    .containsExactly(new Diagnostic(
                            Diagnostic.Place.of(path),
                            Diagnostic.Level.ERROR,
                            "table-unsupported",
                            "a decision table needs org.drools:drools-decisiontables, which is not on the class path",
                            "add the dependency org.drools:drools-decisiontables"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.apache.poi.", "org.apache.poi.xssf."})
    void without_what_reads_workbooks_text_files_are_read(String missing) throws Exception {
        try (URLClassLoader loader = new Without(missing)) {
            Class<?> table = loader.loadClass(DecisionTable.class.getName());

            assertThat(supported(table, "a.xlsx")).isFalse();
            assertThat(faults(table, "a.xlsx"))
                    .containsExactly(new Diagnostic(
                            Diagnostic.Place.of("a.xlsx"),
                            Diagnostic.Level.ERROR,
                            "table-unsupported",
                            "a decision table needs org.apache.poi:poi-ooxml, which is not on the class path",
                            "add the dependency org.apache.poi:poi-ooxml"));
            assertThat(supported(table, "a.csv")).isTrue();
            assertThat(faults(table, "a.csv")).isEmpty();
            assertThat(drl(table, "a.csv")).contains("rule \"remedy.minor\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.csv"})
    void here_they_are_on_the_class_path(String path) {
        assertThat(DecisionTable.supported(path)).isTrue();
    }

    private static boolean supported(Class<?> table, String path) throws ReflectiveOperationException {
        return (boolean) table.getMethod("supported", String.class).invoke(null, path);
    }

    private static List<Object> faults(Class<?> table, String path) throws ReflectiveOperationException {
        return List.copyOf((List<?>) table.getMethod("faults").invoke(read(table, path)));
    }

    private static String drl(Class<?> table, String path) throws ReflectiveOperationException {
        return (String) table.getMethod("drl").invoke(read(table, path));
    }

    private static Object read(Class<?> table, String path) throws ReflectiveOperationException {
        return table.getMethod("read", String.class, byte[].class).invoke(null, path, Tables.csv(Tables.small()));
    }

    /** Loads this library and Drools anew, and finds no class whose name begins in one of some ways. */
    private static final class Without extends URLClassLoader {
        private final List<String> missing;

        Without(String... missing) {
            super(locations(), DecisionTableSupportTest.class.getClassLoader());
            this.missing = List.of(missing);
        }

        private static URL[] locations() {
            return Stream.of(DecisionTable.class, DefaultRuleSheetListener.class, TemplateDataListener.class)
                    .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                    .toArray(URL[]::new);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (missing.stream().anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            if (Stream.of(
                            DecisionTable.class.getPackageName() + ".",
                            "org.drools.decisiontable.",
                            "org.drools.template.")
                    .anyMatch(name::startsWith)) {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    return loaded == null ? findClass(name) : loaded;
                }
            }
            return super.loadClass(name, resolve);
        }
    }
}
