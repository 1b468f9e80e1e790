package org.recoveryrules.drools.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of a properties file with their places. What a line says is left to {@link Properties}. */
final class SettingsText {
    /**
     * One setting.
     *
     * @param key its name
     * @param value what it is set to, without space around it
     */
    record Setting(Name key, Name value) {}

    /** A backslash and u that no four hexadecimal digits follow. */
    private static final Pattern NO_ESCAPE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u(?![0-9A-Fa-f]{4})");

    private final FaultsInText faults;
    private final String text;
    private final List<Setting> settings = new ArrayList<>();

    private SettingsText(FaultsInText faults) {
        this.faults = faults;
        this.text = faults.source().text();
    }

    /** The settings in the order of the file; what is no setting is a fault. */
    static List<Setting> read(FaultsInText faults) {
        SettingsText read = new SettingsText(faults);
        int at = 0;
        while (at < read.text.length()) {
            int end = read.endOfSetting(at);
            read.readSetting(new Span(at, end));
            at = end + 1;
        }
        return read.settings;
    }

    /** The end of the line, or of the last line that goes on after a backslash. */
    private int endOfSetting(int start) {
        int end = endOfLine(start);
        boolean comment = "#!"
                        .indexOf(text.substring(start, end)
                                .stripLeading()
                                .concat(" ")
                                .charAt(0))
                >= 0;
        while (!comment && goesOn(start, end) && end < text.length()) {
            boolean pair = text.startsWith("\r\n", end);
            end = endOfLine(end + (pair ? 2 : 1));
        }
        return end;
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private boolean goesOn(int start, int end) {
        int backslashes = 0;
        while (end - backslashes > start && text.charAt(end - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void readSetting(Span line) {
        String written = text.substring(line.start(), line.end());
        String content = written.stripLeading();
        if (content.isEmpty() || "#!".indexOf(content.charAt(0)) >= 0) {
            return;
        }
        int start = line.start() + written.length() - content.length();
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(content));
            String key = properties.stringPropertyNames().iterator().next();
            requireVisible(key + properties.getProperty(key), new Span(start, line.end()));
            requireShort(key + properties.getProperty(key), new Span(start, line.end()));
            int keyEnd = endOfKey(start, line.end());
            Span keySpan = new Span(start, keyEnd);
            settings.add(new Setting(
                    new Name(key, keySpan),
                    new Name(properties.getProperty(key).strip(), valueSpan(keyEnd, line.end()))));
        } catch (IllegalArgumentException e) {
            Matcher escape = NO_ESCAPE.matcher(text).region(start, line.end());
            faults.add(
                    escape.find() ? new Span(escape.end() - 2, escape.end()) : new Span(start, line.end()),
                    Code.SETTINGS_MALFORMED,
                    "a backslash and u must be followed by four hexadecimal digits",
                    "write \\\\ for a backslash");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireVisible(String said, Span span) {
        if (said.chars()
                .anyMatch(character -> "\n\r\f".indexOf(character) >= 0 || SourceText.isHidden((char) character))) {
            faults.add(
                    span,
                    Code.SETTINGS_MALFORMED,
                    "this setting has a character that nobody sees, such as a line end",
                    "leave it out");
        }
    }

    private void requireShort(String said, Span span) {
        if (said.length() > PolicySize.WORD_LENGTH) {
            String message = "this has " + said.length() + " characters, more than " + PolicySize.WORD_LENGTH;
            faults.add(span, Code.TEXT_TOO_LONG, message, "write less");
        }
    }

    private int endOfKey(int start, int end) {
        int at = start;
        while (at < end && "=: \t\f".indexOf(text.charAt(at)) < 0) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, end);
    }

    private Span valueSpan(int keyEnd, int end) {
        int start = keyEnd;
        boolean separated = false;
        while (start < end && (isSpace(start) || (!separated && "=:".indexOf(text.charAt(start)) >= 0))) {
            separated |= !isSpace(start);
            start++;
        }
        int last = end;
        while (last > start && isSpace(last - 1)) {
            last--;
        }
        return new Span(start, last);
    }

    private boolean isSpace(int at) {
        return " \t\f".indexOf(text.charAt(at)) >= 0;
    }
}
