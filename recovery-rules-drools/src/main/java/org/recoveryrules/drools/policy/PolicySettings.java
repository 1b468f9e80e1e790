package org.recoveryrules.drools.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.rules.Amount;

/**
 * What {@code policy.properties} says: name, version, currency, look-back, named amounts, and the words of the
 * settlement where they differ from the built-in ones.
 */
record PolicySettings(
        String name,
        String version,
        CurrencyUnit currency,
        Period lookBack,
        Map<String, Amount> amounts,
        Map<String, Rule> settlement) {
    private static final String AMOUNT = "amount.";
    private static final String SETTLEMENT = "settlement.";
    private static final String SETTLEMENT_SOURCE = "the settlement of recovery-rules";
    private static final String MISSING = "?";
    private static final Period LOOK_BACK = Period.ofMonths(24);

    /** Reads the settings of a policy; what is wrong goes to the diagnostics, and a default takes its place. */
    static PolicySettings read(PolicyFiles files, Diagnostics diagnostics) {
        if (!files.hasSettings()) {
            diagnostics.add(PolicyFiles.SETTINGS, 0, 0, "settings-missing", "a policy needs this file");
            return unread();
        }
        Properties properties;
        try {
            properties = parsed(new StringReader(files.settings()));
        } catch (IllegalArgumentException e) {
            diagnostics.add(
                    PolicyFiles.SETTINGS,
                    0,
                    0,
                    "settings-malformed",
                    "a backslash and u must be followed by four hexadecimal digits");
            return unread();
        }
        return new Reading(files.settings(), properties, diagnostics).settings();
    }

    private static PolicySettings unread() {
        return new PolicySettings(MISSING, MISSING, CurrencyUnit.USD, LOOK_BACK, Map.of(), Map.of());
    }

    private static final class Reading {
        private final String text;
        private final Properties properties;
        private final Diagnostics diagnostics;

        Reading(String text, Properties properties, Diagnostics diagnostics) {
            this.text = text;
            this.properties = properties;
            this.diagnostics = diagnostics;
        }

        PolicySettings settings() {
            Map<String, Amount> amounts = new TreeMap<>();
            Map<String, Rule> settlement = builtInSettlement();
            for (String key : properties.stringPropertyNames()) {
                if (key.startsWith(AMOUNT)) {
                    readAmount(key, amounts);
                } else if (settlement.containsKey(key)) {
                    settlement.put(key, new Rule(key, required(key), SETTLEMENT_SOURCE));
                } else if (!key.matches("name|version|currency|lookBack")) {
                    fault(
                            key,
                            "setting-unknown",
                            "'" + key + "' is not a setting; allowed are name, version, currency, lookBack, "
                                    + AMOUNT + "…, "
                                    + String.join(", ", builtInSettlement().keySet()));
                }
            }
            return new PolicySettings(
                    required("name"),
                    required("version"),
                    currency(),
                    lookBack(),
                    Map.copyOf(amounts),
                    Map.copyOf(settlement));
        }

        private void readAmount(String key, Map<String, Amount> amounts) {
            try {
                amounts.put(key.substring(AMOUNT.length()), Amount.parse(properties.getProperty(key)));
            } catch (IllegalArgumentException e) {
                amounts.put(key.substring(AMOUNT.length()), Amount.of("0"));
                fault(key, "amount-invalid", "'" + key + "': " + e.getMessage());
            }
        }

        private String required(String key) {
            String value = properties.getProperty(key, "").strip();
            if (value.isEmpty()) {
                fault(key, "setting-missing", "'" + key + "' must be given");
                return MISSING;
            }
            return value;
        }

        private CurrencyUnit currency() {
            String code = required("currency");
            if (properties.getProperty("currency", "").isBlank()) {
                return CurrencyUnit.USD;
            }
            try {
                return CurrencyUnit.of(code);
            } catch (IllegalCurrencyException e) {
                fault("currency", "currency-unknown", "'" + code + "' is not a currency; allowed are ISO 4217 codes");
                return CurrencyUnit.USD;
            }
        }

        private Period lookBack() {
            String period =
                    properties.getProperty("lookBack", LOOK_BACK.toString()).strip();
            try {
                Period lookBack = Period.parse(period);
                return lookBack.isNegative() ? noLookBack(period) : lookBack;
            } catch (DateTimeException e) {
                return noLookBack(period);
            }
        }

        private Period noLookBack(String period) {
            fault("lookBack", "look-back-invalid", "'" + period + "' must be an ISO 8601 period such as P24M");
            return LOOK_BACK;
        }

        private void fault(String key, String code, String message) {
            diagnostics.add(PolicyFiles.SETTINGS, lineOf(key), 0, code, message);
        }

        /** The last line that sets the key, since that one counts; 0 if none does. */
        private int lineOf(String key) {
            Pattern setting = Pattern.compile("\\s*" + Pattern.quote(key) + "(?:[\\s:=].*)?");
            List<String> lines = text.lines().toList();
            int line = lines.size();
            while (line > 0 && !setting.matcher(lines.get(line - 1)).matches()) {
                line--;
            }
            return line;
        }
    }

    private static Map<String, Rule> builtInSettlement() {
        try (InputStream words = PolicySettings.class.getResourceAsStream("settlement.properties")) {
            Map<String, Rule> settlement = new TreeMap<>();
            parsed(new InputStreamReader(words, StandardCharsets.UTF_8))
                    .forEach((key, because) -> settlement.put(
                            SETTLEMENT + key, new Rule(SETTLEMENT + key, because.toString(), SETTLEMENT_SOURCE)));
            return settlement;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties parsed(Reader reader) {
        try {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
