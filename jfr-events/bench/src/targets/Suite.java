import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a package that somebody else wrote, and writes what became of each. */
public class Suite extends Loop {

    @Override
    void pairs(int count) {
        throw new UnsupportedOperationException();
    }

    /** A package and the file for the results; answers how many tests ran, and how many of them failed. */
    @Override
    String order(String[] words) throws Exception {
        Map<String, String> results = new ConcurrentHashMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage(words[0]))
                .build();
        PrintStream out = System.out;
        // Answers go there; what tests have to say does not.
        System.setOut(System.err);
        try {
            LauncherFactory.create().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (test.isTest()) {
                        results.put(test.getUniqueId(), result.getStatus() + " " + why(result));
                    }
                }
            });
        } finally {
            System.setOut(out);
        }
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(results)
                .forEach((id, result) ->
                        lines.append(id).append('\t').append(result).append('\n'));
        Files.writeString(Path.of(words[1]), lines);
        return results.size() + " "
                + results.values().stream().filter(r -> r.startsWith("FAILED")).count();
    }

    private static String why(TestExecutionResult result) {
        return result.getThrowable().map(t -> t.getClass().getName()).orElse("");
    }
}
