package org.recoveryrules.benchmarks;

import java.util.List;

/** A part of the report. */
public interface Section {
    /** Its heading. */
    String title();

    /** What is measured and how, as a paragraph of Markdown. */
    String method();

    /**
     * Measures.
     *
     * @param form how thoroughly
     * @return the figures, in the order in which they are to be told
     */
    List<Row> run(Form form);

    /** The goals that its figures show to be met or missed. */
    default List<Goal> goals() {
        return List.of();
    }
}
