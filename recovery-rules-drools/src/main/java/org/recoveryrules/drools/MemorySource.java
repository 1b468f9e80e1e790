package org.recoveryrules.drools;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The files of a policy in memory, texts by path. */
record MemorySource(Map<String, String> files) implements PolicySource {
    MemorySource {
        files = Map.copyOf(files);
    }

    @Override
    public Map<String, byte[]> read() {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return contents;
    }

    @Override
    public String toString() {
        return "memory";
    }
}
