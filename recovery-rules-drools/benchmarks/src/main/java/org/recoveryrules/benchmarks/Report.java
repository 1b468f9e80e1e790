package org.recoveryrules.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as tables in Markdown. */
final class Report {
    private final List<String> lines = new ArrayList<>();

    private Report() {}

    /** The report of a run. */
    static String of(Form form, Map<Section, List<Row>> measured) {
        Report report = new Report();
        report.lines.addAll(Machine.lines(form));
        report.goals(measured);
        measured.forEach(report::section);
        return String.join("\n", report.lines) + "\n";
    }

    private void goals(Map<Section, List<Row>> measured) {
        Figures all =
                new Figures(measured.values().stream().flatMap(List::stream).toList());
        lines.addAll(List.of("", "### Goals", "", "| recovery-rules: | goal | reached | |", "|---|---|---|---|"));
        measured.keySet().stream()
                .flatMap(section -> section.goals().stream())
                .map(goal -> goal.line(all))
                .forEach(lines::add);
    }

    private void section(Section section, List<Row> rows) {
        lines.addAll(List.of("", "### " + section.title(), "", section.method(), ""));
        List<String> measures = rows.stream().map(Row::measure).distinct().toList();
        Map<String, Map<String, Row>> byContender = new LinkedHashMap<>();
        rows.forEach(row -> byContender
                .computeIfAbsent(row.contender(), name -> new LinkedHashMap<>())
                .put(row.measure(), row));
        lines.add("| | " + String.join(" | ", measures) + " |");
        lines.add("|---|" + "--:|".repeat(measures.size()));
        Figures figures = new Figures(rows);
        byContender.forEach((name, cells) -> lines.add("| " + name + " | "
                + String.join(
                        " | ",
                        measures.stream()
                                .map(measure -> cells.containsKey(measure) ? cell(cells.get(measure), figures) : "")
                                .toList())
                + " |"));
    }

    private static String cell(Row row, Figures figures) {
        String told = row.unit().tell(row.figure());
        double ratio = figures.ratio(row.measure(), row.contender(), Contenders.OURS);
        return Double.isNaN(ratio) || row.contender().equals(Contenders.OURS)
                ? told
                : told + String.format(Locale.ROOT, " (%.2f)", ratio);
    }
}
