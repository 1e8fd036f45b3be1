package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.kit.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.stage.Stage;

/// The window with all its pages, on a machine that the test makes up. Close it when done; it fails when something was
/// thrown on the FX thread meanwhile.
final class ShellDesk implements AutoCloseable {

    private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
    private final Shell shell;
    private final Stage stage;

    private ShellDesk(SampleOutside outside) {
        Desk.start();
        Desk.run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure)));
        shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, outside));
        stage = Desk.show(shell.root(), Theme.LIGHT);
        Desk.await("a list of JVMs", () -> shell.picker().settled());
        Desk.settle();
    }

    /// Shows the picker and waits until it lists the JVMs.
    static ShellDesk open(SampleOutside outside) {
        return new ShellDesk(outside);
    }

    Shell shell() {
        return shell;
    }

    @Override
    public void close() {
        Desk.close(stage);
        Desk.run(shell::close);
        shell.awaitClosed();
        assertEquals(List.of(), uncaught);
    }
}
