package dev.plimsoll.target;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Folders of recordings whose JVM is gone. A JVM that was killed leaves its last chunk there, worth keeping for a
/// while; one that ended by itself leaves the folder empty.
final class LeftBehind {

    private static final Duration WORTH_KEEPING = Duration.ofDays(2);
    private static final Pattern OF_PROCESS = Pattern.compile("jfr-(\\d{1,9})");

    private LeftBehind() {}

    /// Removes what nobody will want any more.
    static void sweep(Path recordings) throws IOException {
        Instant old = Instant.now().minus(WORTH_KEEPING);
        for (Path folder : children(recordings)) {
            Matcher name = OF_PROCESS.matcher(String.valueOf(folder.getFileName()));
            boolean gone = name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
            if (gone && (children(folder).isEmpty() || Files.getLastModifiedTime(folder).toInstant().isBefore(old))) {
                delete(folder);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(children::add);
        }
        return children;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
