package dev.plimsoll.jfr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What every program that measures the agent starts with: the build hands it over in system properties.
 *
 * @param root folder of the project
 * @param agent its jar
 * @param scratch a new folder, for what targets are compiled to and what they say
 */
record Bench(Path root, Path agent, Path scratch) {

    /** @param name how the name of the scratch folder begins */
    static Bench begin(String name) throws IOException {
        return new Bench(
                Path.of(System.getProperty("plimsoll.root")),
                Path.of(System.getProperty("plimsoll.agent")),
                Files.createTempDirectory(name));
    }

    /** The regular expression that was given, over the names of what is to be measured; one for all without. */
    static String wanted(String... args) {
        return args.length > 0 && !args[0].isEmpty() ? args[0] : ".*";
    }
}
