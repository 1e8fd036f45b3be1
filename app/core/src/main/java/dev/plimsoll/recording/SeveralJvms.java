package dev.plimsoll.recording;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.RecordedJvms.Jvm;
import dev.plimsoll.recording.chunk.ChunkFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says which JVMs a recording is of that should be of one. What two JVMs did is never one account.
final class SeveralJvms {

    private static final int MOST_NAMED = 3;
    private static final int LONGEST = 100;

    private SeveralJvms() {}

    /// @param parts the files it was put together of, by their names; empty when it is a file itself
    /// @param seen more than one
    static RecordingException in(Path file, Map<String, Path> parts, List<Jvm> seen)
            throws IOException, InterruptedException {
        List<Jvm> jvms = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Path> part : parts.entrySet()) {
            Jvm first = firstOf(part.getValue());
            if (first != null && jvms.stream().noneMatch(first::is)) {
                jvms.add(first);
                names.add(name(first, " in " + part.getKey()));
            }
        }
        if (jvms.size() > 1) {
            return new RecordingException(file + " holds recordings of " + names.size() + " JVMs: " + words(names)
                    + "; put those of one into a folder of their own and open that.");
        }
        return new RecordingException(file + " was put together from recordings of " + seen.size() + " JVMs: "
                + words(seen.stream().map(jvm -> name(jvm, "")).toList())
                + "; open the recording of one, or part this one with `jfr disassemble`.");
    }

    private static @Nullable Jvm firstOf(Path file) throws IOException, InterruptedException {
        if (!(ChunkFile.open(file) instanceof ChunkFile.Opened.Readable(ChunkFile chunks))) {
            return null;
        }
        try (chunks) {
            StackTable stacks = new StackTable();
            EventDecoder decoder = new EventDecoder(stacks);
            chunks.read(
                    stacks, decoder, (columns, done) -> decoder.jvms().seen().isEmpty());
            List<Jvm> found = decoder.jvms().seen();
            return found.isEmpty() ? null : found.getFirst();
        }
    }

    private static String name(Jvm jvm, String where) {
        String what = (jvm.mainClass() + where).strip();
        return jvm.pid() + (what.isEmpty() ? "" : " (" + shown(what) + ")");
    }

    /// Names come from files that anybody may have made.
    private static String shown(String words) {
        String line = words.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String words(List<String> names) {
        int named = Math.min(MOST_NAMED, names.size());
        int rest = names.size() - named;
        return rest > 0
                ? String.join(", ", names.subList(0, named)) + " and " + rest + " more"
                : String.join(", ", names.subList(0, named - 1)) + " and " + names.getLast();
    }
}
