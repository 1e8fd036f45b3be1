package dev.plimsoll.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Runs cases, some at a time.
///
/// @param root of the source tree
/// @param folder for recordings and reports; made when it is missing
/// @param jobs cases at a time
/// @param options for the programs' JVMs, besides their own
record Suite(Path root, Path folder, int jobs, List<String> options) {

    /// Runs the cases that `chosen` names, each for `seconds` (0: the recordings of the last run again), and tells each
    /// outcome as it comes.
    List<Outcome> run(Predicate<String> chosen, int seconds, Consumer<Outcome> each)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path sources = root.resolve("app/truth/src/main/programs");
        Compiled compiled = new Compiled(folder, sources, root.resolve("jfr-events/agent/target"));
        Desk desk = new Desk(folder);
        List<Future<Outcome>> running = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
            for (Case of : Case.of(Program.in(sources))) {
                if (chosen.test(of.name())) {
                    running.add(workers.submit(() -> {
                        Outcome outcome = outcome(of, seconds, compiled, desk);
                        each.accept(outcome);
                        return outcome;
                    }));
                }
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> future : running) {
            try {
                outcomes.add(future.get());
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
        return outcomes;
    }

    /// What went wrong with one case is a wrong answer to it, and no reason to leave out the others.
    private Outcome outcome(Case of, int seconds, Compiled compiled, Desk desk) throws InterruptedException {
        try {
            Path file = seconds == 0
                    ? Watch.file(of, desk)
                    : Watch.record(
                            of,
                            options,
                            compiled,
                            desk,
                            Math.max(seconds, of.program().seconds()));
            return Outcome.of(of, file, desk);
        } catch (IOException e) {
            return Outcome.failed(of, String.valueOf(e.getMessage()));
        }
    }
}
