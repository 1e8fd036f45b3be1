package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.settings.Setting;
import java.nio.file.Path;
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
}
