package dev.plimsoll.jfr.weave;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** The jar that a library's class came from, for its version. */
final class Origin {

    /** A classifier that some jars with native code have. */
    private static final String PLATFORM = "(?:-(?:natives|linux|win|mac|osx)[^/!]*)?";

    private Origin() {}

    /**
     * The version of a library: by Maven's own note in the jar, else by the jar's name, else unknown.
     *
     * @param location of the jar as its code source spells it, a jar inside another one too
     * @param coordinates {@code group:artifact}, or empty when nobody knows them
     * @return the version, or an empty string
     */
    static String version(String location, String coordinates) {
        if (coordinates.isEmpty()) {
            return "";
        }
        String group = coordinates.substring(0, coordinates.indexOf(':'));
        String artifact = coordinates.substring(coordinates.indexOf(':') + 1);
        String noted = noted(location, "META-INF/maven/" + group + "/" + artifact + "/pom.properties");
        if (!noted.isEmpty()) {
            return noted;
        }
        Matcher name = Pattern.compile(
                        "(?:^|/)" + Pattern.quote(artifact) + "-(\\d[^/!]*?)" + PLATFORM + "\\.jar(?:!?/?)$")
                .matcher(location);
        return name.find() ? name.group(1) : "";
    }

    private static String noted(String location, String entryName) {
        if (!location.startsWith("file:")) {
            return "";
        }
        try {
            File file = new File(new URI(location));
            if (!file.isFile()) {
                return "";
            }
            try (JarFile jar = new JarFile(file)) {
                ZipEntry entry = jar.getEntry(entryName);
                if (entry == null) {
                    return "";
                }
                Properties properties = new Properties();
                try (InputStream in = jar.getInputStream(entry)) {
                    properties.load(in);
                }
                return properties.getProperty("version", "");
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException unreadable) {
            return "";
        }
    }
}
