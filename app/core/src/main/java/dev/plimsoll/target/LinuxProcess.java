package dev.plimsoll.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What Linux says of a process under `/proc`. Other systems, other users' secrets and processes that went away give
/// empty answers.
final class LinuxProcess {

    private static final Path PROC = Path.of("/proc");

    private LinuxProcess() {}

    static boolean available() {
        return Files.isDirectory(PROC.resolve("self/ns"));
    }

    /// The command line, the command itself first.
    static List<String> argv(long pid) {
        List<String> argv = split(read(pid, "cmdline"));
        return argv.size() == 1 && argv.getFirst().isEmpty() ? List.of() : argv;
    }

    /// The value of an environment variable at the start of the process, or the empty string.
    static String environment(long pid, String variable) {
        String prefix = variable + "=";
        for (String entry : split(read(pid, "environ"))) {
            if (entry.startsWith(prefix)) {
                return entry.substring(prefix.length());
            }
        }
        return "";
    }

    /// Whether a signal or a debugger holds it.
    static boolean stopped(long pid) {
        char state = state(pid);
        return state == 'T' || state == 't';
    }

    /// `R` running, `S` sleeping, `T` stopped, `Z` ended but not yet waited for, and so on; a blank when unknown.
    private static char state(long pid) {
        String stat = read(pid, "stat");
        int at = stat.lastIndexOf(')') + 2;
        return at >= 2 && at < stat.length() ? stat.charAt(at) : ' ';
    }

    /// Whether it has ended, waited for or not.
    static boolean ended(ProcessHandle process) {
        return !process.isAlive() || state(process.pid()) == 'Z';
    }

    /// Whether its files are others than ours. False when that cannot be told.
    static boolean seesOtherFiles(long pid) {
        try {
            Path own = Files.readSymbolicLink(PROC.resolve("self/ns/mnt"));
            return !own.equals(Files.readSymbolicLink(PROC.resolve(pid + "/ns/mnt")));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    static String status(long pid) {
        return read(pid, "status");
    }

    static String controlGroup(long pid) {
        return read(pid, "cgroup");
    }

    /// What is mapped into it, a line each; that of a JVM has some 1,000.
    static String mappings(long pid) {
        return read(pid, "maps");
    }

    private static String read(long pid, String file) {
        return text(PROC.resolve(pid + "/" + file));
    }

    /// What a file says, or the empty string.
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> split(String zeroSeparated) {
        if (zeroSeparated.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of(zeroSeparated.split("\0", -1)));
        if (words.getLast().isEmpty()) {
            words.removeLast();
        }
        return words;
    }
}
