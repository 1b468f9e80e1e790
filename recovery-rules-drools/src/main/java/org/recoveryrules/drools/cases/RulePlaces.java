package org.recoveryrules.drools.cases;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recoveryrules.api.Diagnostic.Place;

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
        new TreeMap<>(files).forEach((path, content) -> {
            if (path.endsWith(".drl")) {
                SourceText source = new SourceText(path.replace('\\', '/'), content);
                Matcher rule = RULE.matcher(withoutComments(source.text()));
                while (rule.find()) {
                    if (ids.contains(rule.group(2))) {
                        places.putIfAbsent(rule.group(2), source.place(rule.start(2), rule.end(2)));
                    }
                }
            }
        });
        return places;
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
