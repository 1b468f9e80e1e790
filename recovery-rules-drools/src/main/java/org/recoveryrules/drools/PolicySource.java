package org.recoveryrules.drools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.recoveryrules.api.InvalidPolicyException;
import org.recoveryrules.drools.files.PolicyFiles;

/**
 * Where the files of a policy come from: {@code policy.properties} and its rule files. Folder, class path and memory are
 * built in; anything else that can list files (a database, a configuration service) can be one. Messages name a source by
 * its {@code toString()}.
 */
@FunctionalInterface
public interface PolicySource {
    /**
     * Reads all files of the policy as they are now, all of one moment: where somebody may be saving meanwhile, it is for
     * the source to see to that. Hidden files and backups may be among them and are ignored. There are at most 2,000 files
     * and 20,000,000 bytes in a policy.
     *
     * @return contents by path within the policy, such as {@code paradox/barriers.drl}, with slashes of either kind
     * @throws IOException if they cannot be read
     * @throws InvalidPolicyException if something among them must not be read; with diagnostics that name the files
     */
    Map<String, byte[]> read() throws IOException;

    /**
     * The standard policy, as this library has it.
     *
     * @return the source; nothing is read yet
     */
    static PolicySource standard() {
        return classPath(PolicyFiles.STANDARD);
    }

    /**
     * A folder and what is below it. It is read until two readings in a row are equal, so that nothing half saved is taken
     * up, for about a second at most; then reading fails. Links are followed as long as they stay within the folder, as in
     * a volume of Kubernetes; the folder itself may be one.
     *
     * @param folder the folder that holds {@code policy.properties}
     * @return the source; nothing is read yet
     */
    static PolicySource folder(Path folder) {
        return new FolderSource(folder);
    }

    /**
     * A folder on the class path, in a jar or not, found by this library's class loader.
     *
     * @param folder the folder that holds {@code policy.properties}, such as {@code com/example/policy}
     * @return the source; nothing is read yet
     */
    static PolicySource classPath(String folder) {
        return classPath(folder, PolicySource.class.getClassLoader());
    }

    /**
     * A folder on the class path, in a jar or not.
     *
     * @param folder the folder that holds {@code policy.properties}, such as {@code com/example/policy}
     * @param loader the class loader that finds it
     * @return the source; nothing is read yet
     */
    static PolicySource classPath(String folder, ClassLoader loader) {
        return new ClassPathSource(folder, loader);
    }

    /**
     * Files held in memory.
     *
     * @param files texts by path
     * @return the source
     */
    static PolicySource memory(Map<String, String> files) {
        return new MemorySource(files);
    }
}
