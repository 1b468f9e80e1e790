package org.recoveryrules.drools.mutation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recoveryrules.drools.cases.CaseLine;

/**
 * A case that would notice a mistake, to be pasted into a table.
 *
 * @param table the path of the table beside the rule; empty where there is none yet
 * @param cells what the case says, by column, in the order of a table: a sentence that a person should write anew, the context,
 *     and one expectation that the policy as it is fulfils
 */
public record NoticingCase(String table, Map<String, String> cells) {
    public NoticingCase {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /**
     * The columns of the line.
     *
     * @return the header line of a table that has no others
     */
    public String header() {
        return String.join(",", cells.keySet());
    }

    /**
     * The case as a line of such a table.
     *
     * @return the line
     */
    public String line() {
        return CaseLine.line(List.copyOf(cells.keySet()), cells);
    }
}
