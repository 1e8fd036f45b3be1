package dev.plimsoll.jfr.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * What many rounds of attach and detach leave in metaspace: beside it what the VM keeps when an agent that weaves nothing
 * redefines the same classes as often, and what is left when nothing is compiled.
 */
final class Rounds {

    private static final int ROUNDS = 50;

    /** What is loaded once is loaded by then. */
    private static final int WARM = 10;

    private static final String HEAP = "512m";

    private final Bench bench;
    private final CostLoop loop;
    private final int jdk;

    Rounds(Bench bench, CostLoop loop, int jdk) {
        this.bench = bench;
        this.loop = loop;
        this.jdk = jdk;
    }

    /** What a round is. */
    private interface Round {
        void in(CostTarget target) throws IOException;
    }

    /** Prints a line for each of the three. */
    void print() throws IOException {
        Path empty = emptyAgent();
        Path names = bench.scratch().resolve("names-" + jdk);
        try (CostTarget target = CostTarget.start(loop, jdk, bench)) {
            // The first makes the recorder redefine classes of its own, once.
            watched(target);
            CostAgent.load(target.pid(), empty, "note " + names);
            watched(target);
        }
        long classes;
        try (Stream<String> lines = Files.lines(names)) {
            classes = lines.count();
        }
        print("attach and detach", this::watched);
        print(
                "empty agent, " + classes + " classes twice",
                target -> CostAgent.load(target.pid(), empty, "round " + names));
        print("attach and detach, -Xint", this::watched, "-Xint");
    }

    private void watched(CostTarget target) throws IOException {
        CostAgent.attach(target.pid(), bench.agent(), "adaptive").close();
    }

    private void print(String what, Round round, String... options) throws IOException {
        try (CostTarget target = CostTarget.start(loop, jdk, bench, HEAP, options)) {
            long warm = 0;
            for (int i = 1; i <= ROUNDS; i++) {
                round.in(target);
                warm = i == WARM ? used(target) : warm;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d %-32s metaspace after round %d %,7d KiB, %4d KiB more with each of %d more%n",
                    jdk,
                    what,
                    WARM,
                    warm >> 10,
                    (used(target) - warm >> 10) / (ROUNDS - WARM),
                    ROUNDS - WARM);
        }
    }

    /** Bytes, when what can be unloaded is. */
    private static long used(CostTarget target) throws IOException {
        return Long.parseLong(target.order("metaspace 0"));
    }

    private Path emptyAgent() throws IOException {
        Path classes = CostTarget.compile("EmptyAgent", jdk, bench, "");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Agent-Class", "EmptyAgent");
        main.putValue("Can-Retransform-Classes", "true");
        Path jar = bench.scratch().resolve("empty-" + jdk + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> all = Files.list(classes)) {
            for (Path type : all.toList()) {
                out.putNextEntry(new JarEntry(type.getFileName().toString()));
                Files.copy(type, out);
            }
        }
        return jar;
    }
}
