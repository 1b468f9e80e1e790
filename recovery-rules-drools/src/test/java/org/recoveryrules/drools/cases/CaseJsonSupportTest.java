package org.recoveryrules.drools.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.recoveryrules.api.Diagnostic;

/** Where what reads JSON is not on the class path, a file of cases in JSON is a fault that says so, and a table is read. */
class CaseJsonSupportTest {
    private static final String TABLE = """
            case,severity,avoidability,foreseeability,priorFailures,lifetimeValue,rules
            little harm,MINOR,UNAVOIDABLE,UNFORESEEABLE,0,1000,-
            """;

    @Test
    void cases_in_json_name_the_artifact_that_is_missing() throws Exception {
        try (URLClassLoader loader = new WithoutJackson()) {
            Object read = read(loader, "test/test.cases.json", "[]");

            assertThat(read.getClass()).isNotSameAs(CaseTable.class);
            assertThat(values(read, "cases")).isEmpty();
            assertThat(values(read, "diagnostics"))
                    .containsExactly(new Diagnostic(
                            Diagnostic.Place.of("test/test.cases.json"),
                            Diagnostic.Level.ERROR,
                            "cases-unsupported",
                            "cases in JSON need com.fasterxml.jackson.core:jackson-core, which is not on the class path",
                            "add the dependency com.fasterxml.jackson.core:jackson-core"));
        }
    }

    @Test
    void tables_are_read_all_the_same() throws Exception {
        try (URLClassLoader loader = new WithoutJackson()) {
            Object read = read(loader, "test/test.cases.csv", TABLE);

            assertThat(values(read, "cases")).hasSize(1);
            assertThat(values(read, "diagnostics")).isEmpty();
        }
    }

    private static Object read(ClassLoader loader, String path, String content) throws ReflectiveOperationException {
        return loader.loadClass(CaseTable.class.getName())
                .getMethod("read", String.class, byte[].class, Set.class, CurrencyUnit.class)
                .invoke(null, path, content.getBytes(UTF_8), Set.of("test.first"), CurrencyUnit.USD);
    }

    private static List<Object> values(Object table, String component) throws ReflectiveOperationException {
        return List.copyOf((List<?>) table.getClass().getMethod(component).invoke(table));
    }

    /** Loads this library anew, and finds no class of Jackson. */
    private static final class WithoutJackson extends URLClassLoader {
        WithoutJackson() {
            super(
                    new URL[] {
                        CaseTable.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    CaseJsonSupportTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.fasterxml.jackson.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.recoveryrules.drools.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
