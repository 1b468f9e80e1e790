package org.recoveryrules.drools.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recoveryrules.drools.cases.CaseLine;

/**
 * A case that would notice a mistake, to be copied into a table.
 *
 * @param table the path of the table beside the rule; empty where there is no table of the policy at all
 * @param columns the columns of that table; none where it has yet to be made
 * @param cells what the case says, by column: a sentence that a person should write anew, the context, and one expectation that
 *     the policy as it is fulfils
 */
public record NoticingCase(String table, List<String> columns, Map<String, String> cells) {
    public NoticingCase {
        columns = List.copyOf(columns);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /**
     * The columns that the table has yet to get.
     *
     * @return columns, in the order in which the line has them behind the others
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>(cells.keySet());
        missing.removeAll(columns);
        return missing;
    }

    /**
     * The first line of the table, with the columns that it has yet to get.
     *
     * @return the line, without a line end
     */
    public String header() {
        return String.join(",", all());
    }

    /**
     * The case as a line of that table.
     *
     * @return the line, without a line end
     */
    public String line() {
        return CaseLine.line(all(), cells);
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(columns);
        all.addAll(missing());
        return all;
    }
}
