package org.recoveryrules.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as the manifest of its jar says. */
final class ProgramVersion implements IVersionProvider {
    /** The version alone; a word in its place where the program does not run from its jar. */
    static String number() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"recovery-rules " + number(), "Java " + System.getProperty("java.version")};
    }
}
