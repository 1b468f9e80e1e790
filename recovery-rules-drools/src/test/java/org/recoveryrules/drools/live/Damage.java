package org.recoveryrules.drools.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.recoveryrules.drools.files.Code;
import org.recoveryrules.drools.live.Variants.Variant;

/** What goes wrong where a policy is saved. */
enum Damage {
    SYNTAX(Code.KEYWORD_UNKNOWN) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.save(replaced(next, Variants.REMEDIES, "then\n", "than\n"));
        }
    },
    UNKNOWN_FIELD(Code.FIELD_UNKNOWN) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.save(replaced(next, Variants.REMEDIES, "delayHours", "delayDays"));
        }
    },
    FAILING_CASE(Code.CASE_FAILS) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.save(replaced(next, Variants.CASES, "DOES_NOT_APPLY", "UNDETERMINED"));
        }
    },
    OTHER_CURRENCY(Code.CURRENCY_CHANGED) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.save(replaced(next, Variants.SETTINGS, "USD", "EUR"));
        }
    },
    HOSTILE(Code.CONSTRUCT_NOT_ALLOWED) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.save(replaced(
                    next,
                    Variants.BARRIERS,
                    "when\n",
                    "when\n    eval( System.setProperty( \"" + MARKER + "\", \"hit\" ) == null )\n"));
        }
    },
    CUT_OFF(Code.END_MISSING) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            String whole = next.files().get(Variants.REMEDIES);
            folder.save(with(next, Variants.REMEDIES, whole.substring(0, whole.lastIndexOf(";") + 1)));
        }
    },
    EMPTY_RULES(Code.FILE_EMPTY) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.save(with(next, Variants.BARRIERS, ""));
        }
    },
    EMPTY_SETTINGS(Code.SETTING_MISSING) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.save(with(next, Variants.SETTINGS, ""));
        }
    },
    RULES_DELETED(Code.CASES_WITHOUT_RULES) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.delete(Variants.REMEDIES);
        }
    },
    SETTINGS_DELETED(Code.SETTINGS_MISSING) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.delete(Variants.SETTINGS);
        }
    },
    NOT_UTF_8(Code.ENCODING) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.save(
                    Variants.BARRIERS,
                    next.files()
                            .get(Variants.BARRIERS)
                            .replace("right", "r\u00efght")
                            .getBytes(ISO_8859_1));
        }
    },
    TOO_LARGE(Code.FILE_TOO_LARGE) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.save(
                    Variants.BARRIERS,
                    (next.files().get(Variants.BARRIERS) + "// more\n".repeat(130_000)).getBytes(UTF_8));
        }
    },
    LINK_OUT(Code.LINK_INVALID) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            Files.createSymbolicLink(
                    folder.resolve("soak/outside"), folder.path().getParent());
        }
    },
    FOLDER_RENAMED(Code.POLICY_UNREADABLE) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.moveAway();
        }
    },
    FOLDER_REPLACED(Code.POLICY_UNREADABLE) {
        @Override
        void on(PolicyFolder folder, Variant next) throws IOException {
            folder.moveAway();
            Files.writeString(folder.path(), "name = soak");
        }
    };

    /** The system property that a hostile policy would set. */
    static final String MARKER = "recovery.soak.hit";

    private final Code code;

    Damage(Code code) {
        this.code = code;
    }

    /** What is said of it, among other things. */
    String code() {
        return code.toString();
    }

    /** Does it to a folder in which all is well, most of it while another variant is saved. */
    abstract void on(PolicyFolder folder, Variant next) throws IOException;

    private static Map<String, String> replaced(Variant next, String path, String from, String to) {
        return with(next, path, next.files().get(path).replace(from, to));
    }

    private static Map<String, String> with(Variant next, String path, String text) {
        Map<String, String> files = new TreeMap<>(next.files());
        files.put(path, text);
        return files;
    }
}
