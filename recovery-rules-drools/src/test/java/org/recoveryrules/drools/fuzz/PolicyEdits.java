package org.recoveryrules.drools.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Mistakes in the files of a policy: in their bytes, in their texts, within a workbook, in what lies where. */
final class PolicyEdits {
    private static final String WORKBOOK = ".xlsx";
    private static final List<String> NAMES = List.of(
            "policy.properties",
            "paradox/barriers.drl",
            "paradox/barriers.cases.csv",
            "paradox/barriers.cases.json",
            "remedy/tariff.csv",
            "remedy/tariff.xlsx",
            "remedy/tariff.xls",
            "remedy/x.drl",
            "x.drl",
            "Paradox/x.drl",
            "a/b/x.drl",
            "../x.drl",
            "/x.drl",
            "a//x.drl",
            "zwei worte/\u00fc.drl",
            "standard:paradox/x.drl",
            ".drl",
            "paradox/.drl",
            "paradox/x.DRL",
            "paradox/x.drl.bak",
            "paradox/x.drl~",
            ".hidden/x.drl",
            "paradox/x",
            "notes.md",
            "context.json",
            " ",
            "a\u0000b.drl",
            "a\u202eb.drl",
            "paradox\\y.drl");

    private final RandomGenerator random;
    private final List<Input> others;
    private final TextEdits texts;

    /**
     * Begins to make mistakes.
     *
     * @param random says which
     * @param others policies of which parts are taken
     */
    PolicyEdits(RandomGenerator random, List<Input> others) {
        this.random = random;
        this.others = others;
        this.texts = new TextEdits(random, () -> text(foreignContent()));
    }

    /** The policy with one mistake. */
    Input edit(Input input) {
        return input.files().isEmpty() || random.nextInt(12) == 0 ? inFolder(input) : inFile(input);
    }

    /** The policy with something else said in one of its rule files, which may well be right. */
    Input vary(Input input) {
        List<String> ruleFiles =
                input.paths().stream().filter(path -> path.endsWith(".drl")).toList();
        if (ruleFiles.isEmpty()) {
            return input;
        }
        String path = any(ruleFiles);
        return input.with(path, texts.vary(path, text(input.files().get(path))));
    }

    private Input inFile(Input input) {
        String path = any(input.paths());
        return input.with(path, content(path, input.files().get(path)));
    }

    private byte[] content(String path, byte[] content) {
        if (path.endsWith(WORKBOOK) && random.nextInt(4) > 0) {
            return inWorkbook(content);
        }
        return path.endsWith(WORKBOOK) || random.nextInt(8) == 0
                ? bytes(content)
                : texts.edit(path, text(content)).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private byte[] bytes(byte[] content) {
        if (content.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(content.length);
        int end = Math.min(content.length, at + 1 + random.nextInt(16));
        byte[] changed = content.clone();
        switch (random.nextInt(7)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = (byte) random.nextInt(256);
            case 2 -> Arrays.fill(changed, at, end, (byte) random.nextInt(256));
            case 3 -> changed = Arrays.copyOf(content, at);
            case 4 ->
                changed = concatenated(Arrays.copyOf(content, at), Arrays.copyOfRange(content, end, content.length));
            case 5 ->
                changed = concatenated(Arrays.copyOf(content, end), Arrays.copyOfRange(content, at, content.length));
            default -> {
                byte[] foreign = foreignContent();
                int from = random.nextInt(foreign.length + 1);
                changed = concatenated(Arrays.copyOf(content, at), Arrays.copyOfRange(foreign, from, foreign.length));
            }
        }
        return changed;
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private Input inFolder(Input input) {
        List<String> paths = input.paths();
        String name = any(NAMES);
        if (paths.isEmpty()) {
            return input.with(name, foreignContent());
        }
        String path = any(paths);
        String second = any(paths);
        byte[] content = input.files().get(path);
        return switch (random.nextInt(8)) {
            case 0 -> input.without(path);
            case 1 -> input.without(path).with(name, content);
            case 2 -> input.with(path, input.files().get(second)).with(second, content);
            case 3 -> input.with(name, content);
            case 4 -> input.with(path, new byte[0]);
            case 5 -> input.with(name, foreignContent());
            case 6 -> input.with(path, foreignContent());
            default -> {
                Input foreign = any(others);
                String taken = any(foreign.paths());
                yield input.with(taken, foreign.files().get(taken));
            }
        };
    }

    /** A file of any policy. */
    private byte[] foreignContent() {
        Input foreign = any(others);
        return foreign.files().get(any(foreign.paths()));
    }

    /** A workbook is a zip of texts: with a mistake in one of them, and as a whole in order. */
    private byte[] inWorkbook(byte[] content) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return bytes(content);
        }
        if (entries.isEmpty()) {
            return bytes(content);
        }
        String name = any(List.copyOf(entries.keySet()));
        switch (random.nextInt(10)) {
            case 0 -> entries.remove(name);
            case 1 -> entries.put(name, bytes(entries.get(name)));
            default ->
                entries.put(name, texts.edit(name, text(entries.get(name))).getBytes(StandardCharsets.UTF_8));
        }
        return zipped(entries);
    }

    private static byte[] zipped(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
