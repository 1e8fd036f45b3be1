package dev.plimsoll.ui.shell;

import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.settings.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// What was opened lately, the newest first; remembered from one start to the next. FX thread.
final class Recents {

    private static final int MOST = 8;

    private final Memory memory;

    Recents(Memory memory) {
        this.memory = memory;
    }

    List<Path> files() {
        return memory.list(Setting.RECENT_FILES).stream().map(Path::of).toList();
    }

    void opened(Path recording) {
        memory.remember(Setting.RECENT_FILES, recording.toAbsolutePath().toString(), MOST);
    }

    /// A program without a main class that can be read is not remembered: every such one would look alike.
    void attached(JvmEntry jvm) {
        if (!jvm.mainClass().isEmpty()) {
            memory.remember(Setting.RECENT_PROCESSES, line(jvm), MOST);
        }
    }

    /// Those of `jvms` that can be attached and run a program attached lately, the latest first.
    List<JvmEntry> running(List<JvmEntry> jvms) {
        List<String> lines = memory.list(Setting.RECENT_PROCESSES);
        return jvms.stream()
                .filter(jvm -> jvm.attachable() && lines.contains(line(jvm)))
                .sorted(Comparator.comparingInt(jvm -> lines.indexOf(line(jvm))))
                .toList();
    }

    private static String line(JvmEntry jvm) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(jvm.arguments().getBytes(StandardCharsets.UTF_8));
            return jvm.mainClass() + "\t" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
