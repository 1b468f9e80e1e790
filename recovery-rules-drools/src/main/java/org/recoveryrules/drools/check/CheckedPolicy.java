package org.recoveryrules.drools.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.joda.money.CurrencyUnit;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.drools.cases.Boundary;
import org.recoveryrules.drools.cases.CaseTable;
import org.recoveryrules.drools.files.PolicySettings;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.RuleFile;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * A policy as read and checked, whatever is wrong with it.
 *
 * @param origin where its files come from, for messages
 * @param settings its settings
 * @param currency the currency in which it decides
 * @param amounts its named amounts, those of what it includes among them
 * @param ruleFiles its rule files, those that it includes among them
 * @param included the paths of those that it includes
 * @param without the rules of these that take no part
 * @param cases its tables of cases
 * @param digest SHA-256 over all that decides
 * @param diagnostics everything that can be said of it, in file order
 */
public record CheckedPolicy(
        String origin,
        PolicySettings settings,
        CurrencyUnit currency,
        Map<String, Amount> amounts,
        List<RuleFile> ruleFiles,
        Set<String> included,
        Set<String> without,
        List<CaseTable> cases,
        String digest,
        List<Diagnostic> diagnostics) {
    /** What keeps it from being used, in file order. */
    public List<Diagnostic> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                .toList();
    }

    /** What it may not have been meant to say, in file order. */
    public List<Diagnostic> warnings() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.level() == Diagnostic.Level.WARNING)
                .toList();
    }

    /** Where each of its own rules stands, by id. */
    public Map<String, Place> places() {
        Map<String, Place> places = new TreeMap<>();
        ownRules((file, rule) ->
                places.put(rule.name().text(), file.source().place(rule.name().span())));
        return places;
    }

    /** The comparisons in its own rules, whose sides its cases should show. */
    public List<Boundary> boundaries() {
        List<Boundary> boundaries = new ArrayList<>();
        ownRules((file, rule) -> {
            if (errors().stream()
                    .noneMatch(
                            error -> error.place().file().equals(file.source().file()))) {
                boundaries.addAll(new Boundaries(file.source(), rule).all());
            }
        });
        return boundaries;
    }

    private void ownRules(BiConsumer<RuleFile, RuleNode> action) {
        ruleFiles.stream()
                .filter(file -> !included.contains(file.source().file()))
                .forEach(file -> file.rules().forEach(rule -> action.accept(file, rule)));
    }

    /** Whether a rule of a file that is included takes no part. */
    public boolean isLeftOut(RuleFile file, RuleNode rule) {
        return included.contains(file.source().file())
                && without.contains(rule.name().text());
    }
}
