package dev.plimsoll.cli;

import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar, and what it runs on.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "plimsoll " + (version == null ? "(built from source)" : version),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
