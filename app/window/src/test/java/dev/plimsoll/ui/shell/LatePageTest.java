package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.overview.OverviewPage;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LatePageTest {

    private final List<Page> made = new ArrayList<>();

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    /// What it did not hand on would be missing in the window: a page's details were.
    @Test
    void everythingThatAPageCanIsHandedOn() {
        for (Method can : Page.class.getMethods()) {
            if (!Modifier.isStatic(can.getModifiers())) {
                assertDoesNotThrow(
                        () -> LatePage.class.getDeclaredMethod(can.getName(), can.getParameterTypes()), can.getName());
            }
        }
    }

    @Test
    void aWindowWithThePickerMakesNoPageUntilItIsSeen() {
        Shell shell = Desk.fx(() -> new Shell(
                tokens -> List.of(new LatePage("overview", "Overview", () -> page(tokens))),
                Theme.LIGHT,
                new SampleOutside()));
        Desk.fx(() -> shell.scene(1440, 900));
        Page page = shell.pages().getFirst();
        assertEquals("Overview", page.title());
        Desk.fx(() -> {
            page.left();
            return page.settled();
        });
        assertEquals(List.of(), made);

        assertSame(Desk.fx(page::view), Desk.fx(page::view));
        assertEquals(1, made.size());
        assertSame(made.getFirst().view(), page.view());
        Desk.fx(() -> {
            shell.close();
            return null;
        });
    }

    /// What is said before a page is made is what it says itself.
    @Test
    void idsAndTitlesAreThoseOfTheirPages() {
        List<Page> pages = Desk.fx(() -> WindowPages.all(new Tokens()));
        List<LatePage> late = pages.stream()
                .filter(LatePage.class::isInstance)
                .map(LatePage.class::cast)
                .toList();
        assertTrue(late.size() >= 3, "late are " + late);
        for (LatePage page : late) {
            Page real = Desk.fx(page::page);
            assertEquals(real.id(), page.id());
            assertEquals(real.title(), page.title());
        }
    }

    private Page page(Tokens tokens) {
        Page page = new OverviewPage(tokens);
        made.add(page);
        return page;
    }
}
