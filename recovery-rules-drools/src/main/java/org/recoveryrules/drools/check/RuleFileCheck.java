package org.recoveryrules.drools.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recoveryrules.drools.check.RangeCheck.Effort;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.files.FaultsInText;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.Nearest;
import org.recoveryrules.drools.files.Span;
import org.recoveryrules.drools.syntax.Argument;
import org.recoveryrules.drools.syntax.Argument.AmountSpelled;
import org.recoveryrules.drools.syntax.Call;
import org.recoveryrules.drools.syntax.Condition;
import org.recoveryrules.drools.syntax.Condition.Fact;
import org.recoveryrules.drools.syntax.Constant;
import org.recoveryrules.drools.syntax.RuleFile;
import org.recoveryrules.drools.syntax.RuleFile.Global;
import org.recoveryrules.drools.syntax.RuleNode;
import org.recoveryrules.drools.syntax.RuleNode.Annotation;
import org.recoveryrules.drools.tables.DecisionTable;

/** Whether a rule file keeps to the profile and to the house style, and whether its rules mean something. */
final class RuleFileCheck {
    private static final String API = "org.recoveryrules.api";
    private static final String ALL = API + ".*";
    private static final String AMOUNT = "org.recoveryrules.drools.rules.Amount";
    private static final String FINDINGS = "org.recoveryrules.drools.rules.Findings";
    private static final Set<String> ANNOTATIONS = Set.of("because", "source");
    private static final String WORD = "[a-z0-9]+(-[a-z0-9]+)*+";

    private final RuleFile file;
    private final FaultsInText faults;
    private final Set<String> amounts;
    private final Effort effort;
    private final String topic;

    RuleFileCheck(RuleFile file, FaultsInText faults, Set<String> amounts, Effort effort, String topic) {
        this.file = file;
        this.faults = faults;
        this.amounts = amounts;
        this.effort = effort;
        // A folder that cannot be a topic is told of as such.
        this.topic = topic.matches(WORD) ? topic : "";
    }

    void check() {
        checkHeader();
        checkPackage();
        checkImports();
        checkGlobals();
        file.rules().forEach(this::checkRule);
    }

    private void checkHeader() {
        String text = file.source().text().stripLeading();
        boolean table = DecisionTable.isTable(file.source().file());
        if (!table
                && !text.startsWith("/*")
                && !text.startsWith("//")
                && !file.rules().isEmpty()) {
            int start = file.source().text().length() - text.length();
            faults.add(
                    new Span(start, start),
                    Code.HEADER_MISSING,
                    "a rule file begins with what it is about",
                    "add a comment: /* What it is about. Reads: the failure. Finds: barriers. */");
        }
    }

    private void checkPackage() {
        String end = topic.replace('-', '_');
        if (file.packageName().isEmpty()) {
            String hint = "begin with: package com.example.policy." + (end.isEmpty() ? "paradox" : end) + ";";
            firstStatement()
                    .filter(first -> file.whole())
                    .ifPresent(first -> faults.add(first, Code.PACKAGE_MISSING, "'package' is missing", hint));
            return;
        }
        Name name = file.packageName().get();
        if (!topic.isEmpty() && !name.text().endsWith("." + end) && !name.text().equals(end)) {
            String start = name.text().contains(".")
                    ? name.text().substring(0, name.text().lastIndexOf('.') + 1)
                    : "";
            faults.add(
                    name.span(),
                    Code.PACKAGE_NOT_FOLDER,
                    "the package must end with the topic, which is the folder '" + topic + "'",
                    "write " + start + end);
        }
    }

    /** Where the first import, global or rule begins; a file without rules is told of as such. */
    private Optional<Span> firstStatement() {
        return file.rules().stream()
                .findFirst()
                .map(rule -> Stream.concat(
                                file.imports().stream(), file.globals().stream().map(global -> global.type()))
                        .min(Comparator.comparingInt(name -> name.span().start()))
                        .map(this::start)
                        .filter(start -> start < rule.span().start())
                        .orElse(rule.span().start()))
                .map(start -> new Span(start, start));
    }

    /** Where a statement begins: at the word before its name, which may be a keyword misspelt. */
    private int start(Name name) {
        String before = file.source().text().substring(0, name.span().start()).stripTrailing();
        int start = before.length();
        while (start > 0 && !Character.isWhitespace(before.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private void checkImports() {
        Map<String, Span> used = used();
        Set<String> imported = new HashSet<>();
        for (Name name : file.imports()) {
            if (!isAllowed(name.text())) {
                faults.add(
                        name.span(),
                        Code.IMPORT_NOT_ALLOWED,
                        "'" + name.text() + "' cannot be imported",
                        importHint(name.text()));
            } else if (!imported.add(name.text())) {
                faults.add(name.span(), Code.IMPORT_UNUSED, "'" + name.text() + "' is imported twice", "leave it out");
            } else if (isUnused(name.text(), used.keySet())) {
                faults.add(name.span(), Code.IMPORT_UNUSED, "nothing here uses '" + name.text() + "'", "leave it out");
            }
        }
        boolean near = file.imports().stream().anyMatch(name -> !isAllowed(name.text()));
        if (!near && file.whole()) {
            requireImported(used, imported);
        }
    }

    private void requireImported(Map<String, Span> used, Set<String> imported) {
        boolean told = false;
        for (Map.Entry<String, Span> use : used.entrySet()) {
            String simple = use.getKey();
            boolean amount = simple.equals("Amount");
            boolean missing = amount
                    ? !imported.contains(AMOUNT)
                    : !imported.contains(ALL) && !imported.contains(API + "." + simple);
            if (missing && (amount || !told)) {
                told |= !amount;
                String line = "import " + (amount ? AMOUNT : ALL) + ";";
                faults.add(use.getValue(), Code.IMPORT_MISSING, "'" + simple + "' is not imported", "add " + line);
            }
        }
    }

    private static boolean isAllowed(String imported) {
        String simple = imported.substring(imported.lastIndexOf('.') + 1);
        boolean known = FactField.factTypes().contains(simple) || Vocabulary.isType(simple);
        return imported.equals(ALL) || imported.equals(AMOUNT) || (imported.equals(API + "." + simple) && known);
    }

    private static String importHint(String imported) {
        return Nearest.to(imported, List.of(ALL, AMOUNT))
                .map(near -> "did you mean '" + near + "'?")
                .orElse("allowed are " + ALL + " and " + AMOUNT);
    }

    /** Whether nothing uses an import; where something could not be understood, that may. */
    private boolean isUnused(String imported, Set<String> used) {
        String simple = imported.substring(imported.lastIndexOf('.') + 1);
        boolean understood = file.whole() && file.rules().stream().allMatch(RuleNode::whole);
        boolean needed =
                imported.equals(ALL) ? used.stream().anyMatch(name -> !name.equals("Amount")) : used.contains(simple);
        return understood && !needed && !file.rules().isEmpty();
    }

    /** The types that the rules name, and where each is named first. */
    private Map<String, Span> used() {
        Map<String, Span> used = new LinkedHashMap<>();
        for (RuleNode rule : file.rules()) {
            rule.conditions().stream().flatMap(Condition::facts).forEach(fact -> {
                use(used, fact.type().text(), fact.type().span());
                constants(fact).forEach(constant -> use(used, constant.type(), constant.span()));
            });
            rule.consequence().ifPresent(call -> useArguments(used, call));
        }
        return used;
    }

    private static Stream<Constant> constants(Fact fact) {
        return fact.constraints().stream()
                .flatMap(constraint -> constraint.comparisons())
                .flatMap(comparison -> comparison.values().stream());
    }

    private static void useArguments(Map<String, Span> used, Call call) {
        for (Argument argument : call.arguments()) {
            if (argument instanceof Constant constant) {
                use(used, constant.type(), constant.span());
            } else if (argument instanceof AmountSpelled amount) {
                Span span = amount.span();
                used.putIfAbsent("Amount", new Span(span.start(), span.start() + "Amount".length()));
                amount.steps().forEach(step -> useArguments(used, step));
            }
        }
    }

    private static void use(Map<String, Span> used, String type, Span span) {
        if (FactField.factTypes().contains(type) || Vocabulary.isType(type)) {
            used.putIfAbsent(type, new Span(span.start(), span.start() + type.length()));
        }
    }

    private void checkGlobals() {
        boolean declared = false;
        for (Global global : file.globals()) {
            boolean findings = global.type().text().equals(FINDINGS)
                    && global.name().text().equals("findings");
            if (!findings || declared) {
                faults.add(
                        global.type().span().to(global.name().span()),
                        Code.GLOBAL_NOT_ALLOWED,
                        findings ? "'findings' is declared twice" : "the one global of a rule file is findings",
                        findings ? "leave this out" : "write global " + FINDINGS + " findings;");
            }
            declared = true;
        }
        Optional<Call> first = file.rules().stream()
                .flatMap(rule -> rule.consequence().stream())
                .findFirst();
        if (!declared && file.whole() && first.isPresent()) {
            int start = first.get().span().start();
            faults.add(
                    new Span(start, start + "findings".length()),
                    Code.FINDINGS_MISSING,
                    "'findings' is not declared",
                    "add above the rules: global " + FINDINGS + " findings;");
        }
    }

    private void checkRule(RuleNode rule) {
        checkName(rule.name());
        checkAnnotations(rule);
        boolean sound =
                new SizeCheck(faults).check(rule.conditions()) && new ConditionCheck(faults).check(rule.conditions());
        if (sound && rule.whole()) {
            new RangeCheck(faults, effort).check(rule.conditions());
        }
        rule.consequence().ifPresent(call -> new ConsequenceCheck(faults, amounts).check(rule, call));
    }

    private void checkName(Name name) {
        String id = name.text();
        boolean quoted = file.source().text(name.span()).startsWith("\"");
        if (!quoted) {
            return;
        }
        if (!id.matches(WORD + "\\." + WORD)) {
            faults.add(
                    name.span(),
                    Code.RULE_NAME_MALFORMED,
                    "the name of a rule is its topic, a dot, and what it says in lower case with hyphens",
                    "write \"" + wellFormed(id) + "\"");
        } else if (!topic.isEmpty() && !id.startsWith(topic + ".")) {
            faults.add(
                    name.span(),
                    Code.RULE_NOT_TOPIC,
                    "the name of a rule begins with its topic, which is the folder '" + topic + "'",
                    "write \"" + topic + id.substring(id.indexOf('.')) + "\"");
        }
    }

    private String wellFormed(String id) {
        String said = id.substring(id.indexOf('.') + 1)
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return (topic.isEmpty() ? "topic" : topic) + "." + (said.isEmpty() ? "what-it-says" : said);
    }

    private void checkAnnotations(RuleNode rule) {
        List<String> seen = new ArrayList<>();
        for (Annotation annotation : rule.annotations()) {
            String name = annotation.name().text();
            if (!ANNOTATIONS.contains(name)) {
                String message = "'@" + name + "' is not allowed";
                faults.add(
                        annotation.name().span(),
                        Code.ANNOTATION_UNKNOWN,
                        message,
                        Nearest.to(name, ANNOTATIONS)
                                .map(near -> "did you mean '@" + near + "'?")
                                .orElse("allowed are @because and @source"));
            } else if (seen.contains(name)) {
                String message = "'@" + name + "' stands here twice";
                faults.add(annotation.name().span(), Code.ANNOTATION_TWICE, message, "leave one of them out");
            }
            seen.add(name);
        }
        require(rule, seen, "because", Code.BECAUSE_MISSING, "words to say to the customer, after \"because\"");
        require(rule, seen, "source", Code.SOURCE_MISSING, "where the rule comes from");
        rule.annotation("because")
                .filter(because -> because.text().strip().matches("(?s).*[.!?]"))
                .ifPresent(because -> faults.add(
                        because.span(),
                        Code.BECAUSE_SENTENCE,
                        "these words go on after \"because\": they are no sentence of their own",
                        "leave the '"
                                + because.text()
                                        .strip()
                                        .charAt(because.text().strip().length() - 1) + "' out"));
    }

    private void require(RuleNode rule, List<String> seen, String name, Code code, String what) {
        Optional<Name> text = rule.annotation(name);
        boolean misspelt = seen.stream()
                .anyMatch(other -> !ANNOTATIONS.contains(other)
                        && Nearest.to(other, ANNOTATIONS).equals(Optional.of(name)));
        if (text.isPresent() && text.get().text().isBlank()) {
            faults.add(text.get().span(), code, "'@" + name + "' says nothing", "write " + what);
        } else if (text.isEmpty() && !misspelt && rule.headerWhole()) {
            String hint = "add @" + name + "( \"…\" ): " + what;
            faults.add(rule.name().span(), code, "this rule has no '@" + name + "'", hint);
        }
    }
}
