package org.recoveryrules.drools;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.recoveryrules.api.Diagnostic;
import org.recoveryrules.api.InvalidPolicyException;

/** An attempt to load a policy, in the words of the Java platform alone, so that it can be made with other classes. */
public final class Attempt {
    private Attempt() {}

    /** The errors of a folder or of contents by path, {@code code at file:line}; none if it was loaded. */
    @SuppressWarnings("unchecked")
    public static List<String> errors(Object policy, String profile) {
        PolicySource source = policy instanceof Path folder
                ? PolicySource.folder(folder)
                : new Contents((Map<String, byte[]>) policy);
        try {
            DroolsRecoveryAdvisor.builder()
                    .policy(source)
                    .profile(Profile.valueOf(profile))
                    .build()
                    .close();
            return List.of();
        } catch (InvalidPolicyException e) {
            return e.diagnostics().stream().map(Attempt::shown).toList();
        }
    }

    private static String shown(Diagnostic error) {
        return error.code() + " at " + error.place().file() + ":"
                + error.place().line();
    }

    /** Files whose paths are taken as they are. */
    private record Contents(Map<String, byte[]> read) implements PolicySource {
        @Override
        public String toString() {
            return "memory";
        }
    }
}
