package org.recoveryrules.drools.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.io.ByteArrayResource;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** The house style of rule files, as a list of what a file does not keep. */
final class HouseStyle {
    private static final String API = "org.recoveryrules.api.*";
    private static final String AMOUNT = "org.recoveryrules.drools.rules.Amount";
    private static final String FINDINGS = "org.recoveryrules.drools.rules.Findings";
    private static final int WIDTH = 160;
    private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
    private static final Pattern ONE_CALL = Pattern.compile("\\s*findings\\.\\w+\\([^;]*\\);\\s*");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(eval|function|query|declare|modify|update|insert\\w*|retract|delete|print\\w*|from|accumulate)\\b");

    private final String topic;
    private final String text;
    private final List<String> violations = new ArrayList<>();

    private HouseStyle(String topic, String text) {
        this.topic = topic;
        this.text = text;
    }

    /** What the text of a rule file in the folder of a topic does not keep. */
    static List<String> violations(String topic, String text) throws DroolsParserException, IOException {
        HouseStyle style = new HouseStyle(topic, text);
        style.checkText();
        ByteArrayResource resource = new ByteArrayResource(text.getBytes(), "UTF-8");
        style.checkPackage(new DrlParser(LanguageLevelOption.DRL6).parse(resource));
        return style.violations;
    }

    private void checkText() {
        require(text.startsWith("/*"), "a header comment comes first");
        require(text.contains(" Reads: "), "the header says what the rules read");
        require(text.contains(" Finds: "), "the header says what the rules find");
        require(!text.contains("\t"), "no tabs");
        require(!text.contains("\r"), "lines end with a line feed");
        require(text.endsWith("end\n"), "the file ends after the last rule");
        require(text.lines().allMatch(line -> line.length() <= WIDTH), "no line is longer than " + WIDTH);
        String code = COMMENT.matcher(STRING.matcher(text).replaceAll("\"\"")).replaceAll("");
        FORBIDDEN.matcher(code).results().forEach(found -> require(false, "no " + found.group()));
        require(code.contains("Amount.") == text.contains("import " + AMOUNT), "what is imported is used");
    }

    private void checkPackage(PackageDescr parsed) {
        require(parsed.getName().endsWith("." + topic.replace('-', '_')), "the package ends with the topic " + topic);
        Set<String> imports =
                parsed.getImports().stream().map(ImportDescr::getTarget).collect(Collectors.toSet());
        imports.removeAll(Set.of(API, AMOUNT));
        require(imports.isEmpty(), "no import of " + imports);
        require(parsed.getFunctionImports().isEmpty(), "no static import");
        List<GlobalDescr> globals = parsed.getGlobals();
        require(
                globals.size() == 1
                        && globals.get(0).getType().equals(FINDINGS)
                        && globals.get(0).getIdentifier().equals("findings"),
                "the one global is findings");
        require(!parsed.getRules().isEmpty(), "there are rules");
        parsed.getRules().forEach(this::checkRule);
    }

    private void checkRule(RuleDescr rule) {
        String id = rule.getName();
        require(
                id.matches(Pattern.quote(topic) + "\\.[a-z0-9]+(-[a-z0-9]+)*"),
                id + ": the id is the topic, a dot, and lower case with hyphens");
        require(rule.getAnnotationNames().equals(Set.of("because", "source")), id + ": @because and @source, no other");
        require(because(rule).matches("[^.]*[^.!?]"), id + ": @because is words that follow 'because', no sentence");
        require(
                rule.getAttributes().isEmpty(),
                id + ": no attributes, but " + rule.getAttributes().keySet());
        require(rule.getParentName() == null, id + ": no rule extends another");
        String consequence = STRING.matcher(rule.getConsequence().toString()).replaceAll("\"\"");
        require(ONE_CALL.matcher(consequence).matches(), id + ": the consequence is one call on findings");
    }

    private static String because(RuleDescr rule) {
        return rule.getAnnotation("because") == null
                ? ""
                : String.valueOf(rule.getAnnotation("because").getSingleValueStripped());
    }

    private void require(boolean kept, String law) {
        if (!kept) {
            violations.add(law);
        }
    }
}
