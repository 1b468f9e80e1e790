package org.recoveryrules.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the argument that names a policy: a folder that exists. */
final class PolicyFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String argument) {
        try {
            Path folder = Path.of(argument);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + argument + "' is not a path: " + e.getReason());
        }
        throw new TypeConversionException("there is no folder '" + argument + "'");
    }
}
