package org.recoveryrules.drools.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryrules.api.FailureContext;
import org.recoveryrules.api.RemedyKind;
import org.recoveryrules.api.Vulnerability;
import org.recoveryrules.drools.Contexts;
import org.recoveryrules.drools.RandomContexts;

class CaseLineTest {
    private static final int CONTEXTS = 2_000;

    @Test
    void the_core_is_always_written() {
        assertThat(CaseLine.cells(Contexts.minor().build()))
                .containsExactly(
                        Map.entry("severity", "MINOR"),
                        Map.entry("avoidability", "UNAVOIDABLE"),
                        Map.entry("foreseeability", "UNFORESEEABLE"),
                        Map.entry("priorFailures", "0"),
                        Map.entry("lifetimeValue", "5000"));
    }

    @Test
    void what_differs_from_its_default_is_written_in_the_order_of_the_vocabulary() {
        FailureContext context = Contexts.minor()
                .vulnerabilities(Vulnerability.RESILIENCE, Vulnerability.HEALTH)
                .price(Contexts.usd("12.50"))
                .requested(RemedyKind.CREDIT, Contexts.usd("20"))
                .entitlement(RemedyKind.REFUND, Contexts.usd("0.05"), "§ 7, \"EU261\"; or more")
                .entitlement(RemedyKind.GIFT, Contexts.usd("100"), "contract")
                .build();

        Map<String, String> cells = CaseLine.cells(context);

        assertThat(cells)
                .containsExactly(
                        Map.entry("severity", "MINOR"),
                        Map.entry("avoidability", "UNAVOIDABLE"),
                        Map.entry("foreseeability", "UNFORESEEABLE"),
                        Map.entry("priorFailures", "0"),
                        Map.entry("lifetimeValue", "5000"),
                        Map.entry("price", "12.50"),
                        Map.entry("vulnerabilities", "HEALTH RESILIENCE"),
                        Map.entry("entitlements", "REFUND 0.05 § 7, \"EU261\", or more; GIFT 100 contract"),
                        Map.entry("requested", "CREDIT 20"));
        assertThat(CaseLine.line(List.of("severity", "mood", "entitlements"), cells))
                .isEqualTo("MINOR,,\"REFUND 0.05 § 7, \"\"EU261\"\", or more; GIFT 100 contract\"");
    }

    @Test
    void a_default_that_follows_from_the_core_is_not_written() {
        assertThat(CaseLine.cells(Contexts.minor().priorFailures(2).build()))
                .containsEntry("priorFailures", "2")
                .doesNotContainKey("lastRecovery");
    }

    @Test
    void a_context_without_defaults_needs_every_column() {
        Set<String> written = new HashSet<>();
        RandomGenerator random = new Random(1);
        for (int i = 0; i < CONTEXTS; i++) {
            written.addAll(CaseLine.cells(Contexts.random(random)).keySet());
        }

        assertThat(written).isEqualTo(ContextColumns.READERS.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "JPY", "BHD"})
    void what_is_written_is_read_as_it_was(String code) {
        CurrencyUnit currency = CurrencyUnit.of(code);
        RandomContexts contexts = new RandomContexts(currency, new Random(4));
        List<FailureContext> written = new ArrayList<>();
        for (int i = 0; i < CONTEXTS; i++) {
            // A table holds numbers of nine digits.
            FailureContext context = contexts.next();
            written.add(context.toBuilder()
                    .compensatedClaims(Math.min(context.claim().compensatedClaims(), 999_999_999))
                    .apologies(Math.min(context.handling().apologies(), 999_999_999))
                    .build());
        }

        CaseTable read = CaseTable.read(
                "paradox/any.cases.csv",
                table(written).getBytes(StandardCharsets.UTF_8),
                Set.of("paradox.any"),
                currency);

        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.cases()).extracting(Case::context).isEqualTo(written);
    }

    @Test
    void a_basis_is_read_as_it_was_with_its_quotes_commas_and_line_breaks() {
        FailureContext context = Contexts.minor()
                .entitlement(RemedyKind.CREDIT, Money.of(CurrencyUnit.USD, 5), "a \"promise\", made\nin two lines")
                .build();

        CaseTable read = CaseTable.read(
                "paradox/any.cases.csv",
                table(List.of(context)).getBytes(StandardCharsets.UTF_8),
                Set.of("paradox.any"),
                CurrencyUnit.USD);

        assertThat(read.cases()).extracting(Case::context).containsExactly(context);
    }

    private static String table(List<FailureContext> contexts) {
        List<String> columns = new ArrayList<>(List.of("case", "rules"));
        columns.addAll(ContextColumns.READERS.keySet());
        StringBuilder table = new StringBuilder(String.join(",", columns));
        for (FailureContext context : contexts) {
            Map<String, String> cells = new LinkedHashMap<>(CaseLine.cells(context));
            cells.put("case", "case at " + table.length());
            cells.put("rules", "-");
            table.append('\n').append(CaseLine.line(columns, cells));
        }
        return table.toString();
    }
}
