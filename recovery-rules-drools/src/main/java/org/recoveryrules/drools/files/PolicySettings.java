package org.recoveryrules.drools.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.recoveryrules.api.Diagnostic.Place;
import org.recoveryrules.api.Rule;
import org.recoveryrules.drools.files.SettingsText.Setting;
import org.recoveryrules.drools.rules.Amount;

/**
 * What {@code policy.properties} says of a policy.
 *
 * @param name the policy's name
 * @param version its version
 * @param currency the currency in which it decides
 * @param lookBack how far back failures count as prior failures
 * @param amounts its named amounts
 * @param places where each named amount stands
 * @param settlement what the settlement says, by id
 * @param include what of the standard policy takes part: topics and files
 * @param without which of its rules do not
 */
public record PolicySettings(
        String name,
        String version,
        CurrencyUnit currency,
        Period lookBack,
        Map<String, Amount> amounts,
        Map<String, Place> places,
        Map<String, Rule> settlement,
        List<NamePlace> include,
        List<NamePlace> without) {
    /**
     * A name in a list, at its place.
     *
     * @param name the name
     * @param place where it stands
     */
    public record NamePlace(String name, Place place) {}

    private static final String AMOUNT = "amount.";
    private static final String INCLUDE = "include.standard";
    private static final String WITHOUT = "without.standard";
    private static final String SETTLEMENT = "settlement.";
    private static final String SETTLEMENT_SOURCE = "the settlement of recovery-rules";
    private static final Period LOOK_BACK = Period.ofMonths(24);
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,4}(?:[.,]\\d{1,4})?)\\s*%");
    private static final Pattern SUM = Pattern.compile("\\p{Sc}?\\s*\\d[\\d.,]{0,20}\\s*\\p{Sc}?");
    private static final Pattern AMOUNT_WORD = Pattern.compile("[a-z]\\w*");
    private static final Set<String> AMOUNT_WORDS = Set.of(
            "of",
            "percentOfPrice",
            "percentOfLoss",
            "percentOfLifetimeValue",
            "percentOfEntitlements",
            "atLeast",
            "atMost");
    private static final Pattern ITEM = Pattern.compile("[^\\s,\\\\]+");
    private static final String MISSING = "?";
    private static final Map<String, Rule> BUILT_IN = builtInSettlement();

    /** What stands for settings that cannot be read. */
    public static PolicySettings unread() {
        return new PolicySettings(
                MISSING, MISSING, CurrencyUnit.USD, LOOK_BACK, Map.of(), Map.of(), Map.of(), List.of(), List.of());
    }

    /** Reads the settings; what is wrong is told, and a default takes its place. */
    public static PolicySettings read(FaultsInText faults) {
        return new Reading(faults, SettingsText.read(faults)).settings();
    }

    private static final class Reading {
        private final FaultsInText faults;
        private final Map<String, Setting> settings = new TreeMap<>();
        private final Map<String, Amount> amounts = new TreeMap<>();
        private final Map<String, Place> places = new TreeMap<>();
        private final Map<String, Rule> settlement = new TreeMap<>(BUILT_IN);

        Reading(FaultsInText faults, List<Setting> read) {
            this.faults = faults;
            for (Setting setting : read) {
                if (settings.putIfAbsent(setting.key().text(), setting) != null) {
                    String message = "'" + setting.key().text() + "' is set twice";
                    faults.add(setting.key().span(), Code.SETTING_TWICE, message, "leave one of them out");
                }
            }
        }

        PolicySettings settings() {
            settings.forEach(this::read);
            return new PolicySettings(
                    required("name"),
                    required("version"),
                    currency(),
                    lookBack(),
                    Collections.unmodifiableMap(amounts),
                    Map.copyOf(places),
                    Map.copyOf(settlement),
                    items(INCLUDE),
                    items(WITHOUT));
        }

        private void read(String key, Setting setting) {
            if (key.startsWith(AMOUNT) && key.length() > AMOUNT.length()) {
                readAmount(key.substring(AMOUNT.length()), setting);
            } else if (settlement.containsKey(key)) {
                settlement.put(key, new Rule(key, required(key), SETTLEMENT_SOURCE));
            } else if (!isSetting(key)) {
                faults.add(setting.key().span(), Code.SETTING_UNKNOWN, "'" + key + "' is not a setting", hint(key));
            }
        }

        private static boolean isSetting(String key) {
            return Set.of("name", "version", "currency", "lookBack", INCLUDE, WITHOUT)
                    .contains(key);
        }

        private static String hint(String key) {
            Set<String> allowed = new TreeSet<>(BUILT_IN.keySet());
            allowed.addAll(Set.of("name", "version", "currency", "lookBack", INCLUDE, WITHOUT));
            return Nearest.to(key, allowed)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("allowed are name, version, currency, lookBack, " + INCLUDE + ", " + WITHOUT
                            + ", amount.… and " + SETTLEMENT + "…");
        }

        private void readAmount(String name, Setting setting) {
            places.put(name, faults.source().place(setting.key().span()));
            try {
                amounts.put(name, Amount.parse(setting.value().text()));
            } catch (IllegalArgumentException e) {
                String value = setting.value().text();
                String message = value.isEmpty() ? "'" + AMOUNT + name + "' must not be empty" : e.getMessage();
                amounts.put(name, Amount.of("0"));
                faults.add(setting.value().span(), Code.AMOUNT_INVALID, message, amountHint(value));
            }
        }

        private static String amountHint(String value) {
            Matcher percentage = PERCENTAGE.matcher(value);
            if (percentage.matches()) {
                return "write percentOfPrice( " + percentage.group(1).replace(',', '.') + " )";
            } else if (SUM.matcher(value).matches()) {
                return "write of( \"…\" ) with the digits between the quotes, and a point before decimals";
            } else if (value.contains("#")) {
                return "leave the remark out: one stands on a line of its own";
            }
            return AMOUNT_WORD
                    .matcher(value)
                    .results()
                    .map(MatchResult::group)
                    .filter(word -> !AMOUNT_WORDS.contains(word))
                    .flatMap(word -> Nearest.to(word, AMOUNT_WORDS).stream())
                    .findFirst()
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("such as percentOfPrice( 10 ).atLeast( \"5\" ) or of( \"25\" )");
        }

        private String required(String key) {
            Setting setting = settings.get(key);
            if (setting == null) {
                String message = "'" + key + "' must be given";
                faults.faults()
                        .add(Place.of(faults.source().file()), Code.SETTING_MISSING, message, "add " + key + " = …");
                return MISSING;
            }
            if (setting.value().text().isEmpty()) {
                faults.add(
                        setting.key().span(),
                        Code.SETTING_MISSING,
                        "'" + key + "' must not be empty",
                        "write " + key + " = …");
                return MISSING;
            }
            return setting.value().text();
        }

        private CurrencyUnit currency() {
            String code = required("currency");
            if (!settings.containsKey("currency")
                    || settings.get("currency").value().text().isEmpty()) {
                return CurrencyUnit.USD;
            }
            try {
                return CurrencyUnit.of(code);
            } catch (IllegalCurrencyException e) {
                faults.add(
                        settings.get("currency").value().span(),
                        Code.CURRENCY_UNKNOWN,
                        "'" + code + "' is not a currency; allowed are ISO 4217 codes",
                        Nearest.to(code, currencies())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("such as EUR"));
                return CurrencyUnit.USD;
            }
        }

        private static List<String> currencies() {
            return CurrencyUnit.registeredCurrencies().stream()
                    .map(CurrencyUnit::getCode)
                    .toList();
        }

        private Period lookBack() {
            Setting setting = settings.get("lookBack");
            if (setting == null) {
                return LOOK_BACK;
            }
            try {
                Period lookBack = Period.parse(setting.value().text());
                if (!lookBack.isNegative()) {
                    return lookBack;
                }
            } catch (DateTimeException e) {
                // Told below, as what is negative.
            }
            String message = "'" + setting.value().text() + "' is no ISO 8601 period of 0 or more";
            faults.add(setting.value().span(), Code.LOOK_BACK_INVALID, message, "such as P24M");
            return LOOK_BACK;
        }

        /** What stands in a list, separated by commas or space. */
        private List<NamePlace> items(String key) {
            List<NamePlace> items = new ArrayList<>();
            if (settings.containsKey(key)) {
                Span value = settings.get(key).value().span();
                Matcher item = ITEM.matcher(faults.source().text()).region(value.start(), value.end());
                while (item.find()) {
                    items.add(new NamePlace(item.group(), faults.source().place(new Span(item.start(), item.end()))));
                }
            }
            return items;
        }
    }

    private static Map<String, Rule> builtInSettlement() {
        try (InputStream words = PolicySettings.class.getResourceAsStream("settlement.properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(words, StandardCharsets.UTF_8));
            Map<String, Rule> settlement = new TreeMap<>();
            properties.forEach((key, because) -> settlement.put(
                    SETTLEMENT + key, new Rule(SETTLEMENT + key, because.toString(), SETTLEMENT_SOURCE)));
            return settlement;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
