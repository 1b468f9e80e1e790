package org.recoveryrules.drools;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.recoveryrules.drools.files.PolicyFiles;

/**
 * What becomes of class loaders and of what was loaded by them. Runs in a Java of its own, in which nobody else loads
 * anything, and tells a line for each thing that it tries. Takes how many advisors to make, a folder with a policy that has
 * a workbook, and a folder for a class path.
 */
final class ClassLoadersProgram {
    private static final String POLICY = "policy";
    private static final Pattern RULE_BASES =
            Pattern.compile("\\s(\\d+)\\s+\\d+\\s+org\\.drools\\.core\\.impl\\.KnowledgeBaseImpl\\b");
    private static final Pattern OURS = Pattern.compile(".*\\b(drools|kie|mvel|recoveryrules)\\b.*");

    private final String workbook;
    private final Path classPath;

    private ClassLoadersProgram(String workbook, Path classPath) {
        this.workbook = workbook;
        this.classPath = classPath;
    }

    /** Tries all. */
    public static void main(String[] arguments) throws Exception {
        ClassLoadersProgram program = new ClassLoadersProgram(arguments[1], Path.of(arguments[2]));
        tell("a context class loader that sees nothing of this is asked for " + program.askedOfStranger());
        Map<String, WeakReference<ClassLoader>> undeployed = new LinkedHashMap<>();
        undeployed.put("with the standard policy", released(program::libraryAndApplication, PolicyFiles.STANDARD));
        undeployed.put("with a workbook", released(program::libraryAndApplication, program.workbook));
        undeployed.put("from a library that stays", released(program::application, POLICY));
        takeTurn();
        for (Map.Entry<String, WeakReference<ClassLoader>> loader : undeployed.entrySet()) {
            tell("undeployed " + loader.getKey() + ": " + (isUnloaded(loader.getValue()) ? "unloaded" : "held"));
        }
        tell("still deployed: " + program.deployed());
        rebuild(Integer.parseInt(arguments[0]));
    }

    private static void tell(String line) {
        System.out.println(line);
    }

    /** As an application server has it: nothing of the library is seen by anybody else. */
    private URLClassLoader libraryAndApplication() {
        List<URL> all = new ArrayList<>(List.of(url(classPath)));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            all.add(url(Path.of(entry)));
        }
        return new URLClassLoader(all.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** The application alone, with its policy; the library is where this program is. */
    private URLClassLoader application() {
        URL policy = url(classPath);
        URL application =
                EmbeddingApplication.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {policy, application}) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith(EmbeddingApplication.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        };
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What of Drools or of ours a context class loader is asked for that sees nothing of either. */
    private Set<String> askedOfStranger() throws Exception {
        Stranger stranger = new Stranger();
        try (URLClassLoader loader = libraryAndApplication()) {
            run(loader, stranger, POLICY);
        }
        Set<String> asked = new TreeSet<>(stranger.asked);
        asked.removeIf(name -> !OURS.matcher(name).matches());
        return asked;
    }

    /** Java 17 keeps the class of the last component that a type of record first compared or hashed; let it be one of the JDK. */
    private static void takeTurn() {
        record Turn(StringBuilder component) {}
        Turn turn = new Turn(new StringBuilder());
        Set.of(turn).contains(new Turn(turn.component()));
    }

    private static WeakReference<ClassLoader> released(Supplier<URLClassLoader> deployment, String policy)
            throws Exception {
        try (URLClassLoader loader = deployment.get()) {
            run(loader, loader, policy);
            return new WeakReference<>(loader);
        }
    }

    /** What the others are compared with. */
    private String deployed() throws Exception {
        URLClassLoader loader = application();
        WeakReference<ClassLoader> reference = new WeakReference<>(loader);
        try (AutoCloseable kept = start(loader, POLICY)) {
            loader = null;
            System.gc();
            return reference.get() == null
                    ? "unloaded"
                    : "held by " + kept.getClass().getSimpleName();
        }
    }

    private static void run(ClassLoader loader, ClassLoader context, String policy) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(context);
        try (AutoCloseable application = start(loader, policy)) {
            ((Supplier<?>) application).get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static AutoCloseable start(ClassLoader loader, String policy) throws ReflectiveOperationException {
        return (AutoCloseable) loader.loadClass(EmbeddingApplication.class.getName())
                .getConstructor(String.class)
                .newInstance(policy);
    }

    /** Threads that were told to end need a moment. */
    private static boolean isUnloaded(WeakReference<ClassLoader> loader) throws InterruptedException {
        for (int i = 0; i < 300 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return loader.get() == null;
    }

    private static void rebuild(int times) throws Exception {
        for (int i = 0; i < 10; i++) {
            build(i);
        }
        ruleBases();
        int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        for (int i = 0; i < times; i++) {
            build(i);
        }
        tell(times + " advisors made and closed leave rule bases: " + ruleBasesLeft());
        int more = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes;
        // Each of them has several: its conditions and consequences.
        tell(times + " advisors made and closed leave classes: " + (more < times ? "fewer than one each" : more));
        // It asks Drools, so that it keeps one: else there would be none to count.
        try (DroolsRecoveryAdvisor open = advisor(0).unindexed().build()) {
            tell("one that is open has rule bases: " + ruleBases());
            open.decide(Contexts.minor().build());
        }
    }

    private static void build(int i) {
        try (DroolsRecoveryAdvisor advisor = advisor(i).build()) {
            advisor.decide(Contexts.minor().build());
        }
    }

    private static DroolsRecoveryAdvisor.Builder advisor(int i) {
        return DroolsRecoveryAdvisor.builder()
                .policy(Policies.of(
                        Policies.rule(
                                "test.prior", "FailureHistory( priorFailures >= " + i + " )", "findings.review();"),
                        Policies.rule(
                                "test.severe", "ServiceFailure( severity == Severity.MAJOR )", "findings.review();")));
    }

    /** Those that are left when the thread that made the last one had a moment to end. */
    private static int ruleBasesLeft() throws Exception {
        int left = ruleBases();
        for (int i = 0; i < 100 && left > 0; i++) {
            Thread.sleep(100);
            left = ruleBases();
        }
        return left;
    }

    /** Counts them after a collection. */
    private static int ruleBases() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Matcher line = RULE_BASES.matcher((String) histogram);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    /** Sees nothing but the JDK, and remembers what it was asked for. */
    private static final class Stranger extends ClassLoader {
        private final Set<String> asked = new ConcurrentSkipListSet<>();

        Stranger() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            asked.add(name);
            return super.loadClass(name, resolve);
        }

        @Override
        public URL getResource(String name) {
            asked.add(name);
            return super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            asked.add(name);
            return super.getResources(name);
        }
    }
}
