package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A window that nobody can see neither lays out nor derives anything, on whichever page it was left, and its session
/// knows.
final class HiddenWindowTest {

    private final SampleOutside outside = new SampleOutside();
    private final SampleSession session = new SampleSession(SampleSnapshots.rich());
    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    /// A page of the window, with a note of each time that it is asked for something that costs.
    private static final class Noted implements Page {

        private final Page page;
        private final List<String> asked;

        Noted(Page page, List<String> asked) {
            this.page = page;
            this.asked = asked;
        }

        @Override
        public String id() {
            return page.id();
        }

        @Override
        public String title() {
            return page.title();
        }

        @Override
        public Node view() {
            return page.view();
        }

        @Override
        public void show(Snapshot snapshot, PageContext context) {
            asked.add(id());
            page.show(snapshot, context);
        }

        @Override
        public void left() {
            page.left();
        }

        @Override
        public OptionalLong count(Snapshot snapshot) {
            asked.add("count of " + id());
            return page.count(snapshot);
        }

        @Override
        public Optional<Node> strip() {
            return page.strip();
        }

        @Override
        public boolean settled() {
            return page.settled();
        }
    }

    private List<Page> pages(Tokens tokens) {
        return WindowPages.all(tokens).stream()
                .<Page>map(page -> new Noted(page, asked))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "flame", "allocations", "callbacks", "gc", "findings", "events"})
    void nothingIsLaidOutAskedOrDerived(String id) {
        Shell shell = Desk.fx(() -> new Shell(this::pages, Theme.LIGHT, outside));
        Stage stage = Desk.show(shell.root(), Theme.LIGHT);
        Desk.run(() -> shell.open(session));
        Page page = Desk.fx(() -> shell.pages().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow());
        Desk.run(() -> shell.select(page));
        Desk.settle();
        Desk.await(id, page::settled);
        Desk.run(() -> shell.hidden(true));
        Desk.settle();
        assertFalse(session.watched());

        List<String> laidOut = new ArrayList<>();
        ChangeListener<Boolean> note = (observed, was, is) -> laidOut.add(observed.toString());
        List<Parent> all = Desk.fx(() -> parents(shell.root()));
        Desk.run(() -> all.forEach(parent -> parent.needsLayoutProperty().addListener(note)));
        asked.clear();
        long begun = waits();
        for (int i = 0; i < 11; i++) {
            session.publish(SampleSnapshots.rich());
            Desk.run(() -> {});
        }
        assertEquals(List.of(), asked);
        assertEquals(List.of(), laidOut);
        assertTrue(Desk.fx(page::settled));
        assertEquals(begun, waits(), "the pages' thread was woken");

        Desk.run(() -> all.forEach(parent -> parent.needsLayoutProperty().removeListener(note)));
        Desk.run(() -> shell.hidden(false));
        Desk.await(id, page::settled);
        assertTrue(session.watched());
        assertTrue(asked.contains(id), asked::toString);
        Desk.close(stage);
        Desk.run(shell::close);
        shell.awaitClosed();
    }

    @Test
    void aSessionThatIsOpenedOutOfSightKnowsIt() {
        Shell shell = Desk.fx(() -> new Shell(this::pages, Theme.LIGHT, outside));
        Stage stage = Desk.show(shell.root(), Theme.LIGHT);
        Desk.run(() -> {
            shell.hidden(true);
            shell.open(session);
        });
        assertFalse(session.watched());
        Desk.close(stage);
        Desk.run(shell::close);
        shell.awaitClosed();
    }

    /// How often the thread where this window's pages work came to wait: a task wakes it.
    private static long waits() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
                .filter(info -> info.getThreadName().equals("pages"))
                .max(Comparator.comparingLong(ThreadInfo::getThreadId))
                .map(ThreadInfo::getWaitedCount)
                .orElse(0L);
    }

    private static List<Parent> parents(Parent root) {
        List<Parent> all = new ArrayList<>(List.of(root));
        for (int i = 0; i < all.size(); i++) {
            for (Node child : all.get(i).getChildrenUnmodifiable()) {
                if (child instanceof Parent parent) {
                    all.add(parent);
                }
            }
        }
        return all;
    }
}
