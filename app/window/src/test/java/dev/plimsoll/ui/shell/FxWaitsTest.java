package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.Theme;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing blocks the FX thread: no file, socket, lock, process or other thread is waited for while a person goes
/// through the whole window.
final class FxWaitsTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @Test
    void theWholeWindowIsWalkedThroughWithoutWaiting() throws Exception {
        try (FxWaits watch = FxWaits.begin()) {
            walk();
            List<String> waits = watch.end();
            assertEquals(List.of(), waits, () -> String.join("\n", waits));
        }
    }

    private static void walk() {
        SampleOutside outside = new SampleOutside();
        Shell shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, outside));
        Stage stage = Desk.show(shell.root(), Theme.LIGHT);
        Desk.await("a list of JVMs", () -> shell.picker().settled());
        Desk.type("kafka");
        SampleSession session = new SampleSession(SampleSnapshots.rich());
        Desk.run(() -> shell.open(session));
        for (Page page : shell.pages()) {
            Desk.run(() -> shell.select(page));
            Desk.await(page.id(), page::settled);
            session.publish(SampleSnapshots.rich());
            Desk.settle();
        }
        Desk.key(KeyCode.CONTROL, KeyCode.DIGIT2);
        Desk.key(KeyCode.CONTROL, KeyCode.F);
        Desk.type("upload");
        Desk.await("the matches", () -> shell.page().settled());
        Desk.key(KeyCode.ESCAPE);
        Desk.key(KeyCode.CONTROL, KeyCode.K);
        Desk.type("glyph");
        Desk.key(KeyCode.ENTER);
        Desk.await("the blocks", () -> shell.page().settled());
        Desk.key(KeyCode.F1);
        Desk.key(KeyCode.ESCAPE);
        Desk.drag(Desk.find("#timeline"), 300, 60, 700, 60);
        Desk.key(KeyCode.ESCAPE);
        Desk.key(KeyCode.CONTROL, KeyCode.COMMA);
        Desk.click("#setting-theme-dark");
        Desk.click("#settings-close");
        Desk.key(KeyCode.SPACE);
        Desk.click("#live");
        Desk.close(stage);
        Desk.run(shell::close);
        shell.awaitClosed();
    }

    /// The test above is worth something only if a wait is seen.
    @Test
    void everyKindOfWaitIsSeen() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Object lock = new Object();
        CountDownLatch held = new CountDownLatch(1);
        try (FxWaits watch = FxWaits.begin();
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket here = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket there = server.accept()) {
            there.getOutputStream().write(1);
            Thread.ofPlatform().start(() -> {
                synchronized (lock) {
                    held.countDown();
                    awaitFx(Thread.State.BLOCKED);
                }
            });
            held.await();
            Desk.fx(() -> {
                synchronized (lock) {
                    Files.readString(file);
                }
                Files.writeString(file, "other");
                here.getOutputStream().write(1);
                here.getInputStream().read();
                Thread.sleep(1);
                Thread.ofPlatform().start(() -> awaitFx(Thread.State.WAITING)).join();
                new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
                return new ProcessBuilder("true").start().waitFor();
            });
            String waits = String.join("\n", watch.end());
            for (String wait : List.of(
                    "jdk.FileRead",
                    "jdk.FileWrite",
                    "jdk.SocketRead",
                    "jdk.SocketWrite",
                    "jdk.ProcessStart",
                    "jdk.JavaMonitorEnter",
                    "jdk.JavaMonitorWait",
                    "jdk.ThreadPark",
                    "jdk.ThreadSleep")) {
                assertTrue(waits.contains(wait), wait + " is not among\n" + waits);
            }
        }
    }

    private static void awaitFx(Thread.State state) {
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(
                        thread -> thread.getName().equals("JavaFX Application Thread") && thread.getState() == state)) {
            Thread.onSpinWait();
        }
    }
}
