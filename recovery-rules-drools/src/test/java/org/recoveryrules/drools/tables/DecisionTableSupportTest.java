package org.recoveryrules.drools.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;

/** Where the decision tables of Drools are not on the class path, a table is a fault that says so. */
class DecisionTableSupportTest {
    @Test
    void a_table_names_the_artifact_that_is_missing() throws Exception {
        URL[] classes = {
            DecisionTable.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader loader = new WithoutTables(classes)) {
            Class<?> table = loader.loadClass(DecisionTable.class.getName());

            assertThat(table).isNotSameAs(DecisionTable.class);
            assertThat(table.getMethod("supported").invoke(null)).isEqualTo(false);
            Object read = table.getMethod("read", String.class, byte[].class).invoke(null, "a.xlsx", new byte[0]);
            assertThat(table.getMethod("drl").invoke(read)).isEqualTo("");
            assertThat(table.getMethod("faults").invoke(read))
                    .isEqualTo(List.of(new Diagnostic(
                            Diagnostic.Place.of("a.xlsx"),
                            Diagnostic.Level.ERROR,
                            "table-unsupported",
                            "a decision table needs org.drools:drools-decisiontables, which is not on the class path",
                            "add the dependency org.drools:drools-decisiontables")));
        }
    }

    @Test
    void here_they_are_on_the_class_path() {
        assertThat(DecisionTable.supported()).isTrue();
    }

    /** Loads this library anew, and finds nothing of the decision tables or templates of Drools. */
    private static final class WithoutTables extends URLClassLoader {
        WithoutTables(URL[] classes) {
            super(classes, DecisionTableSupportTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.drools.decisiontable.") || name.startsWith("org.drools.template.")) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith(DecisionTable.class.getPackageName() + ".")) {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    return loaded == null ? findClass(name) : loaded;
                }
            }
            return super.loadClass(name, resolve);
        }
    }
}
