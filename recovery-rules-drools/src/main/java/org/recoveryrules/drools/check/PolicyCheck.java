package org.recoveryrules.drools.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Level;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.cases.Case;
import org.recoveryrules.drools.cases.CaseTable;
import org.recoveryrules.drools.check.RangeCheck.Effort;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.files.PolicySettings;
import org.recoveryrules.drools.files.PolicySettings.NamePlace;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.RuleFile;
import org.recoveryrules.drools.syntax.RuleFileParser;
import org.recoveryrules.drools.syntax.RuleNode;
import org.recoveryrules.drools.tables.DecisionTable;

/**
 * Checks a policy as a whole, before anything of it reaches the engine: its files, its settings, and each rule by the
 * declarative profile. A fault in one file hides none in another.
 */
public final class PolicyCheck {
    private static final String RULES = ".drl";
    /** What the engine leaves alone: notes, and contexts to try a policy with. */
    private static final Pattern ASIDE = Pattern.compile(".*\\.(md|json)");

    private static final String TOPIC = "[a-z][a-z0-9]*(-[a-z0-9]+)*+";
    private static final String STANDARD = "standard:";

    private static final int RULES_AT_MOST = 10_000;
    /** Of all conditions, as the engine takes them: those of each way in which one can hold. */
    private static final int PARTS_AT_MOST = 50_000;

    private static final int CASES_AT_MOST = 20_000;
    private static final int TABLES_AT_MOST = 100;

    private final PolicyFiles files;
    private final Supplier<PolicyFiles> standard;
    private final Optional<CurrencyUnit> currency;
    private final Faults faults = new Faults();
    private final Effort effort = new Effort();
    private final SortedMap<String, byte[]> decisive = new TreeMap<>();
    private final Map<String, Amount> amounts = new TreeMap<>();
    private final List<RuleFile> ruleFiles = new ArrayList<>();
    private final List<CaseTable> cases = new ArrayList<>();
    private final Set<String> without = new TreeSet<>();
    private final Set<String> included = new HashSet<>();
    private PolicySettings settings = PolicySettings.unread();

    private PolicyCheck(PolicyFiles files, Supplier<PolicyFiles> standard, Optional<CurrencyUnit> currency) {
        this.files = files;
        this.standard = standard;
        this.currency = currency;
    }

    /**
     * Checks a policy that decides in its own currency.
     *
     * @param files its files
     * @param standard the files of the standard policy, of which it may include some
     * @return the policy as read, with everything that can be said of it
     */
    public static CheckedPolicy check(PolicyFiles files, Supplier<PolicyFiles> standard) {
        return check(files, standard, Optional.empty());
    }

    /**
     * Checks a policy.
     *
     * @param files its files
     * @param standard the files of the standard policy, of which it may include some
     * @param currency the currency in which it decides instead of its own, if any
     * @return the policy as read, with everything that can be said of it
     */
    public static CheckedPolicy check(
            PolicyFiles files, Supplier<PolicyFiles> standard, Optional<CurrencyUnit> currency) {
        PolicyCheck check = new PolicyCheck(files, standard, currency);
        check.check();
        return new CheckedPolicy(
                files.origin(),
                check.settings,
                currency.orElse(check.settings.currency()),
                Collections.unmodifiableMap(check.amounts),
                List.copyOf(check.ruleFiles),
                Set.copyOf(check.included),
                Set.copyOf(check.without),
                List.copyOf(check.cases),
                PolicyFiles.digest(check.decisive),
                check.faults.all());
    }

    private void check() {
        contained(PolicyFiles.SETTINGS, this::checkSettings);
        long tables = files.contents().keySet().stream()
                .filter(DecisionTable::isTable)
                .count();
        if (tables > TABLES_AT_MOST) {
            String message = "this policy has " + tables + " decision tables, more than " + TABLES_AT_MOST;
            faults.add(Place.of(files.origin()), Code.POLICY_TOO_LARGE, message, "write several tables into one file");
            return;
        }
        files.contents().keySet().forEach(path -> contained(path, () -> checkPath(path)));
        if (isSmallEnough()) {
            for (RuleFile file : ruleFiles) {
                String path = file.source().file();
                contained(path, () -> checkRules(file));
            }
            contained(files.origin(), this::checkAcross);
        }
        files.contents().keySet().stream()
                .filter(CaseTable::isCases)
                .filter(path -> !PolicyFiles.isTooLarge(path, files.contents().get(path), faults))
                .forEach(path -> contained(path, () -> checkCases(path)));
        checkNumberOfCases();
    }

    private void checkNumberOfCases() {
        long tested = cases.stream().mapToLong(table -> table.cases().size()).sum();
        if (tested > CASES_AT_MOST) {
            String message = "this policy has " + tested + " cases, more than " + CASES_AT_MOST;
            faults.add(Place.of(files.origin()), Code.CASES_TOO_MANY, message, "leave out those that show the same");
        }
    }

    /** Whether all rules together can be taken in soon, by the check and by the engine. */
    private boolean isSmallEnough() {
        long rules = rules().count();
        long parts = rules().mapToLong(rule -> SizeCheck.partsOfAllWays(rule.conditions()))
                .sum();
        if (rules > RULES_AT_MOST) {
            String message = "this policy has " + rules + " rules, more than " + RULES_AT_MOST;
            faults.add(
                    Place.of(files.origin()), Code.RULES_TOO_MANY, message, "compare with more constants in one rule");
        } else if (parts > PARTS_AT_MOST) {
            String message = "the conditions of this policy have " + parts + " facts and constants in all the ways in"
                    + " which they can hold, more than " + PARTS_AT_MOST;
            String hint = "compare with 'in' or with a range, and leave out 'or' between facts";
            faults.add(Place.of(files.origin()), Code.CONDITIONS_TOO_LARGE, message, hint);
        }
        return rules <= RULES_AT_MOST && parts <= PARTS_AT_MOST;
    }

    /** The rules that take part. */
    private Stream<RuleNode> rules() {
        return ruleFiles.stream().flatMap(file -> file.rules().stream().filter(rule -> !isLeftOut(file, rule)));
    }

    private boolean isLeftOut(RuleFile file, RuleNode rule) {
        return included.contains(file.source().file())
                && without.contains(rule.name().text());
    }

    private static String stem(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('.'), 0));
    }

    /** Beside a rule file that cannot be read nothing can be said of its cases. */
    private void checkCases(String path) {
        String stem = CaseTable.stem(path);
        List<RuleFile> beside = ruleFiles.stream()
                .filter(file -> stem(file.source().file()).equals(stem))
                .toList();
        Set<String> ids = new TreeSet<>();
        beside.forEach(file -> file.rules().forEach(rule -> ids.add(rule.name().text())));
        ids.remove(""); // no case means a rule that has no name
        boolean unread = ids.isEmpty()
                && decisive.keySet().stream().anyMatch(file -> stem(file).equals(stem));
        if (!unread && beside.stream().noneMatch(file -> file.rules().isEmpty())) {
            CurrencyUnit used = currency.orElse(settings.currency());
            CaseTable table = CaseTable.read(path, files.contents().get(path), ids, used);
            faults.addAll(unread(beside) ? withoutRules(table.diagnostics()) : table.diagnostics());
            checkSentences(table, stem);
            cases.add(table);
        }
    }

    /** Whether some of the rules in several files may not have been read as what they are. */
    private boolean unread(List<RuleFile> files) {
        return files.stream().anyMatch(file -> faults.isFaulty(file.source().file()));
    }

    /** What is wrong with cases, but for the rules that they name. */
    private static List<Diagnostic> withoutRules(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> !diagnostic.code().equals(Code.CASE_RULE_UNKNOWN.toString()))
                .toList();
    }

    /** The cases beside one rule file are of one file or of two, and each of them is known by its sentence. */
    private void checkSentences(CaseTable table, String stem) {
        Map<String, Place> others = new HashMap<>();
        cases.stream()
                .filter(other -> CaseTable.stem(other.path()).equals(stem))
                .flatMap(other -> other.cases().stream())
                .forEach(other -> others.put(other.sentence(), other.place()));
        for (Case tested : table.cases()) {
            Place other = others.get(tested.sentence());
            if (other != null) {
                String message = other.file() + ":" + other.line() + " has the same sentence";
                faults.add(tested.place(), Code.CASE_DUPLICATE, message);
            }
        }
    }

    /** A failure of the check itself is told as a fault of the file, and ends the check of no other. */
    private void contained(String path, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | StackOverflowError e) {
            faults.add(
                    Place.of(path),
                    Code.CHECK_FAILED,
                    "this file cannot be checked: " + e,
                    "simplify it, and report this");
        }
    }

    private void checkSettings() {
        if (!files.contents().containsKey(PolicyFiles.SETTINGS)) {
            String hint = "write name = …, version = 1 and currency = USD into it";
            faults.add(Place.of(PolicyFiles.SETTINGS), Code.SETTINGS_MISSING, "a policy needs this file", hint);
            return;
        }
        decisive.put(PolicyFiles.SETTINGS, files.contents().get(PolicyFiles.SETTINGS));
        files.text(PolicyFiles.SETTINGS, faults).ifPresent(text -> {
            settings = PolicySettings.read(new FaultsInText(text, faults));
            if (!settings.include().isEmpty()) {
                include(standard.get());
            }
            leaveOut();
        });
        amounts.putAll(settings.amounts());
    }

    private void include(PolicyFiles shipped) {
        decisive.put(STANDARD + PolicyFiles.SETTINGS, shipped.contents().get(PolicyFiles.SETTINGS));
        shipped.text(PolicyFiles.SETTINGS, faults)
                .ifPresent(text -> amounts.putAll(
                        PolicySettings.read(new FaultsInText(text, faults)).amounts()));
        Set<String> items = new TreeSet<>();
        shipped.contents().keySet().stream()
                .filter(path -> path.endsWith(RULES))
                .forEach(path -> {
                    items.add(path.substring(0, path.indexOf('/')));
                    items.add(path.substring(0, path.length() - RULES.length()));
                });
        for (NamePlace item : settings.include()) {
            if (!items.contains(item.name()) && !isEnough(item.place())) {
                String message = "the standard policy has no topic and no file '" + item.name() + "'";
                faults.add(item.place(), Code.INCLUDE_UNKNOWN, message, Nearest.hint(item.name(), items));
            }
        }
        shipped.contents().forEach((path, content) -> {
            boolean taken = settings.include().stream()
                    .anyMatch(item -> path.startsWith(item.name() + "/") || path.equals(item.name() + RULES));
            if (taken && path.endsWith(RULES)) {
                decisive.put(STANDARD + path, content);
                PolicyFiles.text(STANDARD + path, content, faults).ifPresent(this::parse);
                included.add(STANDARD + path);
            }
        });
    }

    private void leaveOut() {
        Set<String> ids = new TreeSet<>();
        ruleFiles.forEach(
                file -> file.rules().forEach(rule -> ids.add(rule.name().text())));
        for (NamePlace rule : settings.without()) {
            if (!ids.contains(rule.name()) && !isEnough(rule.place())) {
                String message = "nothing that is included has a rule '" + rule.name() + "'";
                String hint = ids.isEmpty()
                        ? "name what is included first: include.standard = paradox"
                        : Nearest.hint(rule.name(), ids);
                faults.add(rule.place(), Code.WITHOUT_UNKNOWN, message, hint);
            }
            without.add(rule.name());
        }
    }

    /** Whether so many errors of a file are told that no more need to be worked out. */
    private boolean isEnough(Place place) {
        return faults.isEnough(place.file(), Level.ERROR);
    }

    /** A decision table is read as the rule file that is made of it; what is wrong with that is told at its cell. */
    private void parse(DecisionTable table, String path) {
        faults.addAll(table.faults());
        if (table.faults().isEmpty()) {
            parse(new SourceText(path, table.drl(), span -> table.place(span.start(), span.end())));
        }
    }

    private void parse(SourceText text) {
        ruleFiles.add(RuleFileParser.parse(new FaultsInText(text, faults)));
    }

    private void checkPath(String path) {
        if (path.endsWith(RULES)) {
            decisive.put(path, files.contents().get(path));
            checkTopic(path);
            files.text(path, faults).ifPresent(this::parse);
        } else if (DecisionTable.isTable(path)) {
            decisive.put(path, files.contents().get(path));
            checkTopic(path);
            parse(DecisionTable.read(path, files.contents().get(path)), path);
        } else if (!PolicyFiles.isTooLarge(path, files.contents().get(path), faults)
                && !path.equals(PolicyFiles.SETTINGS)
                && !CaseTable.isCases(path)
                && !ASIDE.matcher(path).matches()) {
            faults.add(
                    Place.of(path),
                    Code.FILE_UNKNOWN,
                    "this file is no part of a policy and would be ignored",
                    path.toLowerCase(Locale.ROOT).contains(RULES)
                            ? "a rule file ends in .drl: rename it"
                            : "move it elsewhere; a policy holds policy.properties, .drl, .xlsx, .csv, .cases.csv,"
                                    + " .cases.json, .md and .json");
        }
    }

    private void checkTopic(String path) {
        String topic = topic(path);
        if (!topic.matches(TOPIC) || path.indexOf('/') != path.lastIndexOf('/')) {
            String message = "a rule file lies in the folder of its topic, named in lower case with hyphens";
            String name = path.substring(path.lastIndexOf('/') + 1);
            faults.add(Place.of(path), Code.TOPIC_INVALID, message, "such as " + asTopic(topic) + "/" + name);
        }
    }

    /** A folder's name as that of a topic. */
    private static String asTopic(String folder) {
        String words =
                folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]++", "-").replaceAll("^[-0-9]+|-$", "");
        return words.matches(TOPIC) ? words : "paradox";
    }

    /** The folder of a rule file; empty where it lies in none. */
    private static String topic(String path) {
        int start = path.startsWith(STANDARD) ? STANDARD.length() : 0;
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(Math.max(start, path.lastIndexOf('/', end - 1) + 1), end);
    }

    private void checkRules(RuleFile file) {
        String topic = topic(file.source().file());
        new RuleFileCheck(file, new FaultsInText(file.source(), faults), amounts.keySet(), effort, topic).check();
    }

    private void checkAcross() {
        if (settings.include().isEmpty()
                && decisive.keySet().stream().allMatch(path -> path.endsWith(PolicyFiles.SETTINGS))) {
            String hint = "write one, or include.standard = paradox in policy.properties";
            faults.add(
                    Place.of(files.origin()), Code.RULES_MISSING, "a policy needs at least one rule file (.drl)", hint);
        }
        Map<String, String> names = new HashMap<>();
        Map<String, RuleNode> meanings = new HashMap<>();
        for (RuleFile file : ruleFiles) {
            for (RuleNode rule : file.rules()) {
                if (!isLeftOut(file, rule) && !rule.name().text().isEmpty()) {
                    checkDuplicate(file, rule, names);
                    checkSame(file, rule, meanings);
                }
            }
        }
        checkAmountsUsed();
    }

    private void checkDuplicate(RuleFile file, RuleNode rule, Map<String, String> names) {
        String id = rule.name().text();
        Place place = file.source().place(rule.name().span());
        String other = names.putIfAbsent(id, place.file() + ":" + place.line());
        if (other != null) {
            String hint = other.startsWith(STANDARD)
                    ? "give this one another name, and leave that one out: without.standard = " + id
                    : "give this one another name";
            faults.add(place, Code.RULE_DUPLICATE, "there is another rule '" + id + "', in " + other, hint);
        }
    }

    private void checkSame(RuleFile file, RuleNode rule, Map<String, RuleNode> meanings) {
        if (!rule.whole()) {
            return;
        }
        RuleNode other = meanings.putIfAbsent(Meaning.of(rule), rule);
        if (other != null && !other.name().text().equals(rule.name().text())) {
            faults.add(
                    file.source().place(rule.name().span()),
                    Code.RULE_SAME,
                    "this rule says the same as '" + other.name().text() + "'",
                    "leave one of them out");
        }
    }

    private void checkAmountsUsed() {
        Set<String> used = new HashSet<>();
        boolean understood = true;
        for (RuleFile file : ruleFiles) {
            for (RuleNode rule : file.rules()) {
                rule.consequence().flatMap(ConsequenceCheck::amountName).ifPresent(used::add);
                understood &= rule.consequence().isPresent();
            }
        }
        if (understood && faults.errors().isEmpty()) {
            settings.places().forEach((name, place) -> {
                if (!used.contains(name)) {
                    String message = "no rule names the amount '" + name + "'";
                    faults.add(place, Code.AMOUNT_UNUSED, message, "leave it out, or name it in a rule");
                }
            });
        }
    }
}
