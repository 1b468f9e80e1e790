package org.recoveryrules.drools.cases;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.files.Faults;
import org.recoveryrules.drools.files.PolicyFiles;
import org.recoveryrules.drools.files.SourceText;
import org.recoveryrules.drools.files.Span;

/** Finds where the rules of a policy stand. */
public final class RulePlaces {
    private static final Pattern TEXT_OR_COMMENT =
            Pattern.compile("\"[^\"\\\\\r\n]*(?:\\\\.[^\"\\\\\r\n]*)*\"|/\\*(?s:.*?)\\*/|//[^\r\n]*");
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+([\"']?)([^\"'\r\n]+?)\\1(?=\\s|$)");

    private RulePlaces() {}

    /**
     * Looks for rules in rule files.
     *
     * @param files the contents of the files of a policy, by path with slashes of either kind
     * @param ids the ids of its rules
     * @return where the name of each rule stands, by id; a rule that is in no {@code .drl} is left out
     */
    public static Map<String, Place> find(Map<String, byte[]> files, Collection<String> ids) {
        Map<String, Place> places = new TreeMap<>();
        PolicyFiles read = new PolicyFiles("rules", files);
        read.contents().keySet().stream()
                .filter(path -> path.endsWith(".drl"))
                .flatMap(path -> read.text(path, new Faults()).stream())
                .forEach(source -> find(source, ids, places));
        return places;
    }

    private static void find(SourceText source, Collection<String> ids, Map<String, Place> places) {
        Matcher rule = RULE.matcher(withoutComments(source.text()));
        while (rule.find()) {
            if (ids.contains(rule.group(2))) {
                places.putIfAbsent(rule.group(2), source.place(new Span(rule.start(2), rule.end(2))));
            }
        }
    }

    /** The text with spaces for comments, so that all else stands where it stood. */
    private static String withoutComments(String text) {
        return TEXT_OR_COMMENT
                .matcher(text)
                .replaceAll(found -> found.group().startsWith("/")
                        ? found.group().replaceAll("[^\r\n]", " ")
                        : Matcher.quoteReplacement(found.group()));
    }
}
