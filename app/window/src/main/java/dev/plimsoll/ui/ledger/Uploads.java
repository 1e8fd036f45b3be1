package dev.plimsoll.ui.ledger;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What went to a graphics driver since the attach, through all functions of one binding. The driver's calls are
/// counted by function, not by block. Immutable.
///
/// @param copied counted exactly
/// @param mapped likewise
/// @param last when the newest of these calls was counted, nanoseconds since the epoch; 0 without any. The agent counts
///     a few times a second
record Uploads(Way copied, Way mapped, long last) {

    static final Uploads NONE = new Uploads(Way.NONE, Way.NONE, 0);

    /// Where the agent's names of counted functions begin, by binding.
    private static final Map<String, String> PREFIXES = Map.of("gl", "gl", "vulkan", "vk");

    private static final String COPIED = ", copied";
    private static final String MAPPED = ", mapped";

    /// @param functions by name, as in `glBufferData 6.8 KiB in 2 calls`
    record Way(long bytes, long calls, String functions) {

        static final Way NONE = new Way(0, 0, "");

        private static Way of(List<NativeEvent.NativeCalls> calls, String ending) {
            List<NativeEvent.NativeCalls> mine =
                    calls.stream().filter(one -> one.symbol().endsWith(ending)).toList();
            return new Way(
                    mine.stream().mapToLong(NativeEvent.NativeCalls::bytes).sum(),
                    mine.stream().mapToLong(NativeEvent.NativeCalls::count).sum(),
                    mine.stream()
                            .map(one -> Words.say(
                                    "uploads.function",
                                    one.symbol().substring(0, one.symbol().length() - ending.length()),
                                    Words.bytes(one.bytes()),
                                    Words.calls(one.count())))
                            .collect(Collectors.joining("\n")));
        }
    }

    /// @param calls of the whole process, see [dev.plimsoll.session.Health#calls()]
    static Uploads of(String binding, List<NativeEvent.NativeCalls> calls) {
        String prefix = PREFIXES.get(binding);
        if (prefix == null) {
            return NONE;
        }
        List<NativeEvent.NativeCalls> mine = calls.stream()
                .filter(one -> one.symbol().startsWith(prefix))
                .filter(one -> one.symbol().endsWith(COPIED) || one.symbol().endsWith(MAPPED))
                .toList();
        long last = mine.stream().mapToLong(NativeEvent.NativeCalls::time).max().orElse(0);
        return new Uploads(Way.of(mine, COPIED), Way.of(mine, MAPPED), last);
    }

    boolean any() {
        return copied.calls() + mapped.calls() > 0;
    }

    /// One sentence; empty without any.
    String words(String binding) {
        return any()
                ? Words.say(
                        "uploads.words",
                        binding,
                        Words.bytes(copied.bytes()),
                        Words.calls(copied.calls()),
                        Words.bytes(mapped.bytes()),
                        Words.calls(mapped.calls()))
                : "";
    }

    /// The functions, one a line.
    String functions() {
        return (copied.functions() + "\n" + mapped.functions()).strip();
    }
}
