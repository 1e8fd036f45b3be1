package dev.plimsoll.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;

/// `LoadTable DESK BLOCKS STACKS RATE SECONDS [OPTION...]`: starts the town and the desk, and prints the table.
///
/// DESK is the folder that `./plimsoll` runs, the options are for the desk's JVM.
public final class LoadTable {

    private static final int STARTS = 3;

    private LoadTable() {}

    public static void main(String[] args) throws Exception {
        Desk desk = new Desk(Path.of(args[0]), ownJar());
        List<String> options = List.of(args).subList(5, args.length);
        Map<String, Double> figures = new TreeMap<>();
        Path scratch = Files.createTempDirectory("plimsoll-classes-");
        Path archive = scratch.resolve("window.jsa");
        scratch.toFile().deleteOnExit();
        archive.toFile().deleteOnExit();
        List<String> shared =
                List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
        List<String> training = new ArrayList<>(shared);
        training.add("-Dplimsoll.load.training=true");
        firstPicture(desk, training, new TreeMap<>());
        for (int start = 0; start < STARTS; start++) {
            firstPicture(desk, shared, figures);
        }
        Process town = start(List.of(
                java(),
                "-Xmx3g",
                "-XX:+EnableDynamicAgentLoading",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                ownClasses(),
                Town.class.getName(),
                args[1],
                args[2],
                args[3]));
        try {
            List<String> command = desk.command(DeskUnderLoad.class, options);
            command.addAll(List.of(Long.toString(town.pid()), args[1], args[4]));
            read(start(command), town, figures);
        } finally {
            town.destroyForcibly();
        }
        new Rows(figures).print(args[1], args[2], args[3]);
    }

    private static void firstPicture(Desk desk, List<String> options, Map<String, Double> figures)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = start(desk.command(FirstPicture.class, options));
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            double millis = (System.nanoTime() - begin) / 1e6;
            if (line == null || !line.startsWith("up ")) {
                throw new IllegalStateException("The window did not open: " + line);
            }
            figures.merge("start", millis, Math::min);
            figures.merge("start.cpu", Double.parseDouble(line.substring("up ".length())), Math::min);
            process.waitFor();
        }
    }

    private static void read(Process process, Process town, Map<String, Double> figures)
            throws IOException, InterruptedException {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (line.equals("attached")) {
                    town.getOutputStream().write('\n');
                    town.getOutputStream().flush();
                } else if (words.length == 2) {
                    figures.put(words[0], Double.parseDouble(words[1]));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The desk failed.");
        }
    }

    /// The desk that was built, and the jar with the classes that drive it.
    private record Desk(Path folder, String own) {

        /// As `./plimsoll` starts it, without a display, with 512 MiB of heap; with another collector where the options
        /// name one.
        List<String> command(Class<?> main, List<String> options) {
            List<String> command = new ArrayList<>(List.of(java()));
            if (options.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
                command.addAll(List.of("-XX:+UseSerialGC", "-XX:MaxNewSize=64m"));
            }
            command.addAll(List.of(
                    "-Xmx512m",
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw",
                    "--module-path",
                    folder.resolve("fx").toString(),
                    "--add-modules",
                    "javafx.controls,javafx.graphics",
                    "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                    "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
                    "--add-opens=javafx.controls/javafx.scene.control.skin=ALL-UNNAMED",
                    "--add-exports=jdk.jfr/jdk.jfr.internal.util=ALL-UNNAMED",
                    "-Dplimsoll.agent=" + folder.resolve("agent").resolve("plimsoll-agent.jar")));
            command.addAll(options);
            command.addAll(List.of(
                    "-cp", folder.resolve("lib") + File.separator + "*" + File.pathSeparator + own, main.getName()));
            return command;
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Classes that lie about in a folder cannot be kept in an archive.
    private static String ownJar() {
        Path classes = Path.of(ownClasses());
        Path jar = classes.resolveSibling("load-own.jar");
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        if (tool.run(System.out, System.err, "-cf", jar.toString(), "-C", classes.toString(), ".") != 0) {
            throw new IllegalStateException("Cannot pack " + classes + ".");
        }
        return jar.toString();
    }

    private static String ownClasses() {
        return System.getProperty("java.class.path");
    }
}
