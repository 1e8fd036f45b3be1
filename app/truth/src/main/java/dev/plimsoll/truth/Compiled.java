package dev.plimsoll.truth;

import dev.plimsoll.testing.Jdks;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The programs as classes, one folder per JDK, each compiled by the JDK it runs on. Any thread.
final class Compiled {

    private final Path folder;
    private final Path sources;
    private final Path libraries;
    private final Map<Integer, Path> done = new HashMap<>();

    /// @param folder where classes may be written
    /// @param libraries where folders of jars are
    Compiled(Path folder, Path sources, Path libraries) {
        this.folder = folder;
        this.sources = sources;
        this.libraries = libraries;
    }

    /// The class path of a case.
    synchronized String classPath(Case of) throws IOException, InterruptedException {
        Path classes = done.get(of.jdk());
        if (classes == null) {
            classes = compile(of.jdk());
            done.put(of.jdk(), classes);
        }
        List<String> path = new ArrayList<>();
        path.add(classes.toString());
        if (!of.program().library().isEmpty()) {
            path.addAll(jars(libraries.resolve(of.program().library())));
        }
        return String.join(File.pathSeparator, path);
    }

    private Path compile(int jdk) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes-" + jdk);
        List<String> jars = new ArrayList<>();
        List<String> command = new ArrayList<>();
        command.add(Jdks.home(jdk).resolve("bin").resolve("javac").toString());
        command.addAll(List.of("-nowarn", "-XDignore.symbol.file", "-g", "-d", classes.toString()));
        for (Program program : Program.in(sources)) {
            if (program.jdks().contains(jdk)) {
                command.add(program.source().toString());
                if (!program.library().isEmpty()) {
                    jars.addAll(jars(libraries.resolve(program.library())));
                }
            }
        }
        command.addAll(List.of(
                "-sourcepath", sources.toString(), "-implicit:class", "-cp", String.join(File.pathSeparator, jars)));
        Path words = folder.resolve("javac-" + jdk + ".txt");
        Process javac = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        if (javac.waitFor() != 0) {
            throw new IOException("The programs do not compile: " + Files.readString(words));
        }
        return classes;
    }

    private static List<String> jars(Path library) throws IOException {
        try (Stream<Path> files = Files.list(library)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
