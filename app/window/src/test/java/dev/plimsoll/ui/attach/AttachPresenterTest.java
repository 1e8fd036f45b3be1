package dev.plimsoll.ui.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.ui.SampleOutside;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AttachPresenterTest {

    private final AttachPresenter presenter = new AttachPresenter();

    @Test
    void splitsWhatCanBeAttachedFromWhatCannot() {
        presenter.show(SampleOutside.machine(), 0);
        AttachViewState state = presenter.state();
        assertEquals(9, state.attachable().size());
        assertEquals(3, state.refused().size());
        assertEquals(12, state.total());
        assertEquals(48213, state.selected().orElseThrow().pid(), "the first one is ready for Enter");
        presenter.onlyAttachable(true);
        assertEquals(List.of(), presenter.state().refused());
    }

    @Test
    void selectionStaysOnItsProcessWhenTheOrderChanges() {
        presenter.show(SampleOutside.machine(), 0);
        presenter.select(29417);
        presenter.show(SampleOutside.machine().reversed(), 5_000);
        assertEquals(29417, presenter.state().selected().orElseThrow().pid());
    }

    @Test
    void aProcessThatEndedStaysGreyedForOneTurn() {
        List<JvmEntry> machine = new ArrayList<>(SampleOutside.machine());
        presenter.show(machine, 0);
        presenter.select(33041);
        machine.remove(2);
        presenter.show(machine, 5_000);
        AttachViewState state = presenter.state();
        assertEquals(33041, state.attachable().get(2).jvm().pid(), "it stays where it stood");
        assertTrue(state.attachable().get(2).gone());
        assertTrue(state.selected().isEmpty(), "it cannot be attached any more");
        assertEquals(11, state.total());
        presenter.show(machine, 10_000);
        assertFalse(presenter.state().attachable().stream()
                .anyMatch(row -> row.jvm().pid() == 33041));
        assertEquals(48213, presenter.state().selected().orElseThrow().pid());
    }

    @Test
    void everyWordOfTheFilterMustStandInTheRow() {
        presenter.show(SampleOutside.machine(), 0);
        presenter.filter("ACME 21.0");
        assertEquals(
                List.of(48213L, 50212L, 60011L),
                presenter.state().attachable().stream()
                        .map(row -> row.jvm().pid())
                        .toList());
        presenter.filter("kafka");
        assertEquals(61530, presenter.state().selected().orElseThrow().pid());
        presenter.filter("nosuchthing");
        assertTrue(presenter.state().selected().isEmpty());
        assertEquals(12, presenter.state().total());
    }

    @Test
    void arrowsStopAtTheEnds() {
        presenter.show(SampleOutside.machine(), 0);
        presenter.move(-1);
        assertEquals(48213, presenter.state().selected().orElseThrow().pid());
        presenter.move(1);
        assertEquals(51990, presenter.state().selected().orElseThrow().pid());
        presenter.move(100);
        assertEquals(52107, presenter.state().selected().orElseThrow().pid());
    }

    @Test
    void adviceSaysWhatTheCommandLineShows() {
        presenter.show(SampleOutside.machine(), 0);
        List<String> flags = presenter.state().advice().stream()
                .map(Advice::flag)
                .filter(flag -> !flag.isEmpty())
                .toList();
        assertEquals(List.of("-XX:+EnableDynamicAgentLoading"), flags, "NMT is on already");
        presenter.select(51990);
        flags = presenter.state().advice().stream()
                .map(Advice::flag)
                .filter(flag -> !flag.isEmpty())
                .toList();
        assertEquals(List.of("-XX:NativeMemoryTracking=summary"), flags, "JDK 17 does not warn of agents");
        assertEquals(25, Advice.feature("25 Temurin"));
        assertEquals(0, Advice.feature(""));
    }

    @Test
    void adviceNamesTheBindingsThatCanBeSeen() {
        presenter.show(SampleOutside.machine(), 0);
        Advice seen = bindings("2 bindings found");
        assertEquals("jna 5.15.0 · lwjgl 3.3.4", seen.why());
        assertEquals(Advice.Tone.GOOD, seen.tone());
        presenter.select(29417);
        Advice none = bindings("No binding library can be seen");
        assertTrue(none.why().contains("own are watched too: ffm, direct"), none::why);
    }

    private Advice bindings(String what) {
        List<Advice> all = presenter.state().advice();
        return all.stream()
                .filter(one -> one.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError(all));
    }
}
