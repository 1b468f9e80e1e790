package org.recoveryrules.drools.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.drools.files.PolicySettings;
import org.recoveryrules.drools.rules.Amount;
import org.recoveryrules.drools.syntax.RuleFile;
import org.recoveryrules.drools.syntax.RuleNode;

/**
 * A policy as read and checked, whatever is wrong with it.
 *
 * @param origin where its files come from, for messages
 * @param settings its settings
 * @param amounts its named amounts, those of what it includes among them
 * @param ruleFiles its rule files, those that it includes among them
 * @param included the paths of those that it includes
 * @param without the rules of these that take no part
 * @param digest SHA-256 over all that decides
 * @param diagnostics everything that can be said of it, in file order
 */
public record CheckedPolicy(
        String origin,
        PolicySettings settings,
        Map<String, Amount> amounts,
        List<RuleFile> ruleFiles,
        Set<String> included,
        Set<String> without,
        String digest,
        List<Diagnostic> diagnostics) {
    /** What keeps it from being used, in file order. */
    public List<Diagnostic> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
                .toList();
    }

    /** Whether a rule of a file that is included takes no part. */
    public boolean isLeftOut(RuleFile file, RuleNode rule) {
        return included.contains(file.source().file())
                && without.contains(rule.name().text());
    }
}
