package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.callback.CallbacksPage;
import dev.plimsoll.ui.compare.ComparePage;
import dev.plimsoll.ui.event.EventPage;
import dev.plimsoll.ui.finding.FindingPage;
import dev.plimsoll.ui.flame.FlamePage;
import dev.plimsoll.ui.gc.GcPage;
import dev.plimsoll.ui.kit.Words;
import dev.plimsoll.ui.ledger.AllocationsPage;
import dev.plimsoll.ui.overview.OverviewPage;
import java.util.List;
import java.util.function.Supplier;

/// All pages, in the order of their tabs.
public final class WindowPages {

    private WindowPages() {}

    public static List<Page> all(Tokens tokens) {
        return List.of(
                late("overview", () -> new OverviewPage(tokens)),
                new FlamePage(),
                new AllocationsPage(),
                new CallbacksPage(),
                late("gc", () -> new GcPage(tokens)),
                late("findings", () -> new FindingPage(tokens)),
                new EventPage(),
                new ComparePage());
    }

    private static Page late(String id, Supplier<Page> maker) {
        return new LatePage(id, Words.say(id + ".title"), maker);
    }
}
