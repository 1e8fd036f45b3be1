package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.ledger.AllocationsPage;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// An address that was used again tells all its blocks, with the stack of each, and both stacks of a double free.
class AddressStoryTest {

    private static final long SECOND = SampleSnapshots.SECOND;
    private static final long BEGIN = SampleSnapshots.START + 60 * SECOND;
    private static final long BASE = 0x7f10_0000_1000L;

    private final StackTable stacks = new StackTable();

    @Test
    void aReusedAddressTellsItsBlocksAndBothStacksOfADoubleFree() {
        try (PageDesk desk = PageDesk.open(snapshot(), new AllocationsPage())) {
            Desk.run(() -> desk.shell().inspect(BASE + 16));
            Desk.await("the inspector", () -> Desk.shows("#address-sheet"));
            Desk.settle();
            assertEquals(
                    List.of("3,011 B ffm", "2,003 B ffm", "1,009 B ffm"),
                    lines().stream()
                            .map(text -> text.substring(0, text.indexOf(':')).replaceAll("\\s", " "))
                            .toList());
            assertTrue(stacks().contains("Cart.third"), AddressStoryTest::stacks);
            assertTrue(lines().get(0).contains("live"), lines()::toString);
            assertTrue(lines().get(1).contains("its free was not seen"), lines()::toString);
            assertTrue(lines().get(2).contains("freed"), lines()::toString);
            click(2);
            assertTrue(stacks().contains("Cart.first"), AddressStoryTest::stacks);
            assertFalse(stacks().contains("Cart.third"), AddressStoryTest::stacks);
        }
    }

    @Test
    void aCallbackAndAMisuseAreToldAtTheirAddress() {
        try (PageDesk desk = PageDesk.open(snapshot(), new AllocationsPage())) {
            Desk.run(() -> desk.shell().inspect(BASE + 0x10_000));
            Desk.await("the inspector", () -> Desk.shows("#address-sheet"));
            Desk.settle();
            assertEquals(2, lines().size(), lines()::toString);
            assertTrue(stacks().contains("Cart.wrong"), AddressStoryTest::stacks);
            assertTrue(stacks().contains("shop.Stub.close:71"), AddressStoryTest::stacks);
            click(1);
            assertTrue(lines().get(1).contains("shop.Stub.call"), lines()::toString);
            assertTrue(stacks().contains("Cart.stub"), AddressStoryTest::stacks);
        }
    }

    /// The words below the lines: behind the sheet the page has some of them too.
    private static String stacks() {
        Node stacks = Desk.find("#address-stacks");
        return Desk.fx(() -> texts(stacks));
    }

    private static String texts(Node node) {
        return switch (node) {
            case Text text -> text.getText() + "\n";
            case Parent parent ->
                parent.getChildrenUnmodifiable().stream()
                        .map(AddressStoryTest::texts)
                        .collect(Collectors.joining());
            default -> "";
        };
    }

    private static List<String> lines() {
        return links().stream().map(Hyperlink::getText).toList();
    }

    private static List<Hyperlink> links() {
        Node history = Desk.find("#address-history");
        return Desk.fx(() -> history.lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .toList());
    }

    private static void click(int line) {
        Desk.click(links().get(line));
        Desk.settle();
    }

    private Snapshot snapshot() {
        Ledger ledger = Ledger.remembering(stacks);
        long stub = BASE + 0x10_000;
        ledger.apply(List.of(
                taken(1, 1_009, "first"),
                new NativeEvent.Free(BEGIN + 2 * SECOND, BASE, "ffm", FreeCause.EXPLICIT),
                taken(3, 2_003, "second"),
                taken(4, 3_011, "third"),
                new NativeEvent.CallbackRegistered(
                        BEGIN + 5 * SECOND, stub, "shop.Stub.call", "ffm", "shared", stack("stub", 4)),
                new NativeEvent.CallbackReleased(BEGIN + 6 * SECOND, stub, "ffm"),
                new NativeEvent.Misuse(
                        BEGIN + 7 * SECOND,
                        "double free",
                        stub,
                        "ffm",
                        stack("wrong", 5),
                        BEGIN + 6 * SECOND,
                        "shop.Stub.close:71")));
        return SampleSnapshots.playback(stacks, ledger.snapshot());
    }

    private NativeEvent taken(int second, long bytes, String method) {
        long time = BEGIN + second * SECOND;
        return new NativeEvent.Allocation(
                time, BASE, bytes, 1, "ffm", "shared", null, stack(method, second == 4 ? 3 : second));
    }

    private int stack(String method, int line) {
        return stacks.intern(List.of(new Frame("shop.Cart", method, line, FrameKind.JAVA)), false);
    }
}
