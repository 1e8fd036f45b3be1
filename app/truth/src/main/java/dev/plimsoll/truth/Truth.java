package dev.plimsoll.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Prints how right the findings are: `Truth [PATTERN [SECONDS [JOBS]]]`. With 0 seconds the recordings of the last run
/// are judged again.
public final class Truth {

    private Truth() {}

    /// Ends with 1 when an answer was wrong.
    public static void main(String[] args) throws IOException, InterruptedException {
        Pattern pattern = Pattern.compile(args.length > 0 ? args[0] : ".");
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 32;
        int jobs = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        Path root = Path.of(System.getProperty("plimsoll.root", "."));
        Suite suite = new Suite(root, root.resolve("app/truth/target/truth"), jobs, List.of());
        List<Outcome> outcomes =
                suite.run(name -> pattern.matcher(name).find(), seconds, outcome -> System.out.println(outcome.line()));
        System.out.println();
        System.out.println(new Confusion(outcomes).words());
        System.exit(outcomes.stream().allMatch(Outcome::right) ? 0 : 1);
    }
}
