package dev.plimsoll.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a command's words go: data to `out`, everything for people to `err`.
///
/// @param out UTF-8
/// @param err UTF-8
/// @param live whether `err` is a terminal, so that progress may be shown and overwritten
record Terminal(PrintStream out, PrintStream err, boolean live) {

    private static final String CLEAR_LINE = "\r\u001b[K";

    static Terminal ofProcess() {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                errIsTerminal());
    }

    /// A line for people.
    void say(String words) {
        clear();
        err.println(words);
    }

    /// The one line of a failure.
    void fail(String sentence) {
        say("plimsoll: " + sentence);
    }

    /// What is being done now: shown on a terminal only, until the next line of any kind.
    void progress(String words) {
        if (live) {
            err.print(CLEAR_LINE + words);
            err.flush();
        }
    }

    /// Removes what [#progress] showed.
    void clear() {
        if (live) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    /// System.console() answers for stdin and stdout, which may be redirected when stderr is not.
    private static boolean errIsTerminal() {
        Path descriptor = Path.of("/proc/self/fd/2");
        if (Files.isSymbolicLink(descriptor)) {
            try {
                String target = Files.readSymbolicLink(descriptor).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null && System.console().isTerminal();
    }
}
