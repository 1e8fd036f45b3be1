package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an installer lays beside the program.
final class ManualTest {

    @TempDir
    private Path folder;

    @Test
    void thePageAndTheCompletionKnowEveryCommandAndNoTime() throws Exception {
        assertEquals(0, Cli.here("manual", folder.toString()).code());
        String page = Files.readString(folder.resolve("plimsoll.1"));
        Path completion = folder.resolve("plimsoll.bash");
        String help = Cli.here("--help").out();
        String commands = help.substring(help.indexOf("Commands:"));
        int found = 0;
        for (String line : commands.lines().toList()) {
            if (line.matches(" {2}[a-z]+ .*")) {
                String command = line.strip().split(" ")[0];
                assertTrue(page.contains("\n.SS plimsoll " + command + " "), command);
                assertTrue(Files.readString(completion).contains("_picocli_plimsoll_" + command), command);
                found++;
            }
        }
        assertTrue(found >= 8, commands);
        assertTrue(page.contains("\n\\fB\\-f, \\-\\-format\\fR \\fIFORMAT\\fR\n"), page);
        assertTrue(page.contains("collapsed, pprof, speedscope"), page);
        assertTrue(Files.readString(completion).contains("\"collapsed\" \"pprof\""), "the formats are completed");
        assertFalse(page.contains("${") || page.contains("%%"), page);
        assertFalse(Files.readString(completion).contains(" 20"), "a date in the completion");
        Process bash = new ProcessBuilder("bash", "-n", completion.toString())
                .inheritIO()
                .start();
        assertEquals(0, bash.waitFor());
    }
}
