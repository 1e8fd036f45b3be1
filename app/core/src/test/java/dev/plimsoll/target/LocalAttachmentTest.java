package dev.plimsoll.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real agent in real JVMs: in, out, in again, and what happens when either end goes away.
final class LocalAttachmentTest {

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void attachesDetachesAndAttachesAgain(int jdk) throws Exception {
        try (ChildJvm child = ChildJvm.start(jdk, ChildJvm.IDLE)) {
            List<String> progress = new ArrayList<>();
            AttachedTarget first = attach(child, progress);
            assertEquals(
                    List.of(
                            "looking at process " + child.pid(),
                            "loading the agent into process " + child.pid(),
                            "putting in the probes"),
                    progress);
            assertTrue(Files.isDirectory(first.repository()), () -> "repository " + first.repository());
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(first.repository().getParent())));
            first.sampling(new Sampling.Every(524_288));
            first.sampling(new Sampling.Exact());
            first.stop();
            first.detach();
            first.detach();
            String left = first.ended().get(30, TimeUnit.SECONDS);
            assertTrue(left.matches("The agent left process " + child.pid() + " and restored all \\d+ classes; .*"), left);

            AttachedTarget second = attach(child, new ArrayList<>());
            assertEquals(first.repository(), second.repository());
            second.detach();
            child.say("well");
            assertEquals("well", child.line());
        }
    }

    @Test
    void aSecondPlimsollIsRefused() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, ChildJvm.IDLE)) {
            AttachedTarget first = attach(child, new ArrayList<>());

            TargetException refusal =
                    assertThrows(TargetException.class, () -> attach(child, new ArrayList<>()));

            assertEquals(
                    "Another Plimsoll watches process " + child.pid() + "; detach it there first.",
                    refusal.getMessage());
            first.sampling(new Sampling.Adaptive());
            first.detach();
        }
    }

    @Test
    void theEndOfTheTargetIsNoticed() throws Exception {
        try (ChildJvm child = ChildJvm.start(17, ChildJvm.IDLE)) {
            AttachedTarget target = attach(child, new ArrayList<>());
            assertFalse(target.ended().isDone());

            child.kill();

            assertEquals(
                    "Process " + child.pid() + " ended.", target.ended().get(30, TimeUnit.SECONDS));
            assertThrows(TargetException.class, target::stop);
            target.detach();
        }
    }

    @Test
    void aFolderThatIsOpenToOthersIsRefused() throws Exception {
        Path folder = Files.createTempDirectory("plimsoll-open-");
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

            TargetException refusal = assertThrows(TargetException.class, () -> PrivateFolder.open(folder));

            assertTrue(refusal.getMessage().contains("chmod 700 " + folder), refusal.getMessage());
        } finally {
            Files.delete(folder);
        }
    }

    @Test
    void aFolderOfAnothersMakingIsRefused() throws Exception {
        Path folder = Files.createTempDirectory("plimsoll-link-");
        Path link = folder.resolveSibling(folder.getFileName() + "-link");
        Files.createSymbolicLink(link, folder);
        try {
            TargetException refusal = assertThrows(TargetException.class, () -> PrivateFolder.open(link));

            assertTrue(refusal.getMessage().contains("is not this user's"), refusal.getMessage());
        } finally {
            Files.delete(link);
            Files.delete(folder);
        }
    }

    private static AttachedTarget attach(ChildJvm child, List<String> progress) throws TargetException {
        return new LocalAttachment(child.pid(), new Sampling.Adaptive()).attach(progress::add);
    }
}
