package org.recoveryrules.drools.syntax;

import java.util.List;
import java.util.Optional;
import org.recoveryrules.drools.files.Name;
import org.recoveryrules.drools.files.SourceText;

/**
 * A rule file as read: as much of it as could be understood.
 *
 * @param source its text
 * @param packageName the name after {@code package}
 * @param imports what is imported
 * @param globals what is global
 * @param rules its rules, in the order of the file
 * @param whole whether what stands above and between the rules could be understood
 */
public record RuleFile(
        SourceText source,
        Optional<Name> packageName,
        List<Name> imports,
        List<Global> globals,
        List<RuleNode> rules,
        boolean whole) {
    /**
     * A global.
     *
     * @param type its type
     * @param name its name
     */
    public record Global(Name type, Name name) {}
}
