package dev.plimsoll.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Programs of this machine that read what Plimsoll writes. */
public final class Tools {
    private Tools() {}

    /** The first of these on the path; aborts the calling test (never fails it) when there is none. */
    public static Path find(String... names) {
        for (String name : names) {
            for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                Path file = Path.of(folder, name);
                if (!folder.isEmpty() && Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        throw new TestAbortedException(Jdks.LEFT_OUT + "no " + String.join(" or ", names) + " on this machine");
    }
}
