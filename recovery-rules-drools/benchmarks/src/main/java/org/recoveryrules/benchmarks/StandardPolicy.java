package org.recoveryrules.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recoveryrules.api.PolicyIdentity;
import org.recoveryrules.drools.PolicySource;
import org.recoveryrules.drools.rules.Amount;

/** The standard policy as its files have it, for those that do not load it by recovery-rules. */
public final class StandardPolicy {
    private static final String AMOUNT = "amount.";
    /** Only recovery-rules knows what stands for the exact rules. */
    private static final String NO_DIGEST = "0".repeat(64);

    private final Map<String, String> files = new TreeMap<>();
    private final Properties settings = new Properties();

    private StandardPolicy() throws IOException {
        PolicySource.standard().read().forEach((path, content) -> files.put(path, new String(content, UTF_8)));
        settings.load(new StringReader(files.getOrDefault("policy.properties", "")));
    }

    /** Reads it. */
    public static StandardPolicy read() {
        try {
            return new StandardPolicy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its rule files, by path. */
    public Map<String, String> ruleFiles() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".drl"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Its amounts, by name. */
    public Map<String, Amount> amounts() {
        return settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(AMOUNT))
                .collect(Collectors.toUnmodifiableMap(
                        name -> name.substring(AMOUNT.length()), name -> Amount.parse(settings.getProperty(name))));
    }

    /** Its name and version, without a digest. */
    public PolicyIdentity identity() {
        return new PolicyIdentity(settings.getProperty("name"), settings.getProperty("version"), NO_DIGEST);
    }
}
