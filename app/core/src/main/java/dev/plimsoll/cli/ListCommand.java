package dev.plimsoll.cli;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.JvmList;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The JVMs of this machine, for people or for programs.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "List the JVMs of this machine, and why one cannot be attached.")
final class ListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--json",
            description = "Write JSON to stdout: schema, jvms (pid, mainClass, arguments, jdk, user,"
                    + " started, attachable, obstacle).")
    private boolean json;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<JvmEntry> entries = JvmList.now();
        if (json) {
            writeJson(entries);
        } else {
            writeText(entries);
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private void writeText(List<JvmEntry> entries) {
        terminal.out().printf("%-8s %-20s %-10s %s%n", "PID", "JDK", "USER", "PROGRAM");
        for (JvmEntry entry : entries) {
            String program =
                    (entry.mainClass() + " " + entry.arguments()).strip().replaceAll("\\s+", " ");
            terminal.out()
                    .printf(
                            "%-8d %-20s %-10s %s%n",
                            entry.pid(), dash(entry.jdk()), dash(entry.user()), shortened(dash(program)));
            if (entry.obstacle() != null) {
                terminal.out().printf("%-8s cannot be attached: %s%n", "", entry.obstacle());
            }
        }
    }

    private void writeJson(List<JvmEntry> entries) throws IOException {
        JsonWriter writer = new JsonWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
        writer.setFormattingStyle(FormattingStyle.PRETTY);
        writer.setSerializeNulls(true);
        writer.beginObject();
        writer.name("schema").value(1);
        writer.name("jvms").beginArray();
        for (JvmEntry entry : entries) {
            writer.beginObject();
            writer.name("pid").value(entry.pid());
            writer.name("mainClass").value(entry.mainClass());
            writer.name("arguments").value(entry.arguments());
            writer.name("jdk").value(entry.jdk());
            writer.name("user").value(entry.user());
            writer.name("started")
                    .value(
                            entry.started() == 0
                                    ? null
                                    : Instant.ofEpochMilli(entry.started()).toString());
            writer.name("attachable").value(entry.attachable());
            writer.name("obstacle").value(entry.obstacle());
            writer.endObject();
        }
        writer.endArray();
        writer.endObject();
        writer.flush();
        terminal.out().println();
    }

    private static String dash(String words) {
        return words.isEmpty() ? "-" : words;
    }

    private static String shortened(String words) {
        return words.length() <= 100 ? words : words.substring(0, 99) + "…";
    }
}
