package org.recoveryrules.drools;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.recoveryrules.drools.files.PolicySize;

/** The files of a policy on the class path, in a folder or in a jar. */
record ClassPathSource(String folder, ClassLoader loader) implements PolicySource {
    private static final String ANCHOR = "policy.properties";

    @Override
    public Map<String, byte[]> read() throws IOException {
        // Jars need not list their folders, so a file that every policy has is looked for instead.
        URL anchor = loader.getResource(prefix() + ANCHOR);
        if (anchor == null) {
            throw new FileNotFoundException(prefix() + ANCHOR + " is not on the class path");
        }
        URLConnection connection = anchor.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return readJar(jar);
        }
        return new FolderSource(Path.of(URI.create(anchor.toString())).resolveSibling("")).read();
    }

    /** Reads little more than a policy can have; whether it is too much is seen where all policies are. */
    private Map<String, byte[]> readJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            String root = connection
                    .getEntryName()
                    .substring(0, connection.getEntryName().length() - ANCHOR.length());
            List<JarEntry> entries = jar.stream()
                    .filter(file -> isBelow(root, file))
                    .limit(PolicySize.FILES + 1L)
                    .toList();
            Map<String, byte[]> contents = new TreeMap<>();
            int left = PolicySize.BYTES + 1;
            for (JarEntry entry : entries) {
                try (InputStream content = jar.getInputStream(entry)) {
                    byte[] read = content.readNBytes(Math.min(PolicySize.FILE_BYTES + 1, left));
                    contents.put(entry.getName().substring(root.length()), read);
                    left -= read.length;
                }
            }
            return contents;
        }
    }

    private static boolean isBelow(String root, JarEntry entry) {
        return !entry.isDirectory() && entry.getName().startsWith(root);
    }

    private String prefix() {
        return folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    @Override
    public String toString() {
        return "classpath:" + folder;
    }
}
