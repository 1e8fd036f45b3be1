package dev.plimsoll.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Prints how right the findings are: `Truth [PATTERN [SECONDS [JOBS [GC]]]]`. With 0 seconds the recordings of the
/// last run are judged again; with GC the heap is collected every so many seconds.
public final class Truth {

    private Truth() {}

    /// Ends with 1 when an answer was wrong.
    public static void main(String[] args) throws IOException, InterruptedException {
        Pattern pattern = Pattern.compile(args.length > 0 ? args[0] : ".");
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 32;
        int jobs = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        int gc = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        Path root = Path.of(System.getProperty("plimsoll.root", "."));
        Path folder = root.resolve("app/truth/target/truth" + (gc == 0 ? "" : "-gc" + gc));
        Suite suite = new Suite(root, folder, jobs, gc == 0 ? List.of() : List.of("-Dgc=" + gc));
        List<Outcome> outcomes =
                suite.run(name -> pattern.matcher(name).find(), seconds, outcome -> System.out.println(outcome.line()));
        System.out.println();
        System.out.println(new Confusion(outcomes).words());
        System.exit(outcomes.stream().allMatch(Outcome::right) ? 0 : 1);
    }
}
