package dev.plimsoll.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says loudly which tests were left out for want of a JDK or another tool: on stderr at the end of the module, and in {@code target/left-out.txt}, which
 * the last module of the build prints again. Found by JUnit as a service.
 */
public final class LeftOut implements TestExecutionListener {
    private final Set<String> lines = new ConcurrentSkipListSet<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable()
                .map(Throwable::getMessage)
                .filter(reason -> reason.startsWith(Jdks.LEFT_OUT))
                .ifPresent(reason -> lines.add("TEST NOT RUN: " + name(test) + ": " + reason));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Path file = Path.of("target", "left-out.txt");
        try {
            if (lines.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.write(file, lines);
                lines.forEach(System.err::println);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .map(source -> switch (source.getClass().getSimpleName()) {
                    case "MethodSource" ->
                        ((MethodSource) source).getClassName() + "." + ((MethodSource) source).getMethodName();
                    case "ClassSource" -> ((ClassSource) source).getClassName();
                    default -> source.toString();
                })
                .map(name -> name + " " + test.getDisplayName())
                .orElse(test.getDisplayName());
    }
}
