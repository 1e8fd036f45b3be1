package dev.plimsoll.ui.overview;

import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.BusyTime;
import dev.plimsoll.session.HealthMetric;
import dev.plimsoll.session.HealthRanges;
import dev.plimsoll.session.HealthTable;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Words;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The overview page.
public final class OverviewPage implements Page {

    private final OverviewPresenter presenter = new OverviewPresenter();
    private final OverviewView view;
    private @Nullable PageContext context;
    private @Nullable Snapshot shown;
    private HealthRanges held = HealthRanges.DEFAULT;

    public OverviewPage(Tokens tokens) {
        view = new OverviewView(tokens, this::openFinding, new HealthTableView.Acts() {
            @Override
            public void offer(HealthMetric.Offer offer) {
                take(offer);
            }

            @Override
            public void range(HealthMetric metric, double most) {
                if (context != null) {
                    context.project().range(metric, most);
                }
            }
        });
        view.all.setOnAction(event -> goTo(new Target.ToPage("findings")));
        view.accounts.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                openAccount();
            }
        });
        view.accounts.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openAccount();
            }
        });
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public String title() {
        return Words.say("overview.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void left() {
        shown = shown == null ? null : shown.withoutBlocks();
    }

    @Override
    public void show(Snapshot snapshot, PageContext pageContext) {
        if (context == null) {
            view.remember(pageContext.memory());
        }
        context = pageContext;
        shown = snapshot;
        HealthRanges ranges = pageContext.project().ranges();
        if (presenter.due(snapshot, pageContext.range()) || !ranges.equals(held)) {
            held = ranges;
            view.show(OverviewPresenter.state(snapshot, pageContext.range()));
            HealthTableView.show(view.health, HealthTable.of(snapshot, ranges));
        }
    }

    private void take(HealthMetric.Offer offer) {
        PageContext window = context;
        if (window == null) {
            return;
        }
        switch (offer) {
            case FLAME -> openBusyTime();
            case FINDING -> openFinding(0);
            case CALLBACKS -> goTo(new Target.ToPage("callbacks"));
            case CYCLE -> goTo(new Target.ToPage("gc"));
            case RECORDING, EXACT, COARSER, ALLOCATOR, TRIM, COLLECT -> window.offer(offer);
        }
    }

    /// The flame graph of the time in which the program allocated fastest, of everything when it never was too fast.
    private void openBusyTime() {
        if (shown == null) {
            return;
        }
        Optional<BusyTime> busiest = BusyTime.busiest(shown.timeline(), held.most(HealthMetric.ALLOCATIONS));
        goTo(busiest.<Target>map(busy -> new Target.AllocatedIn(new TimeRange(busy.from(), busy.to())))
                .orElse(new Target.ToPage("flame")));
    }

    private void openFinding(int index) {
        goTo(new Target.FindingAt(index));
    }

    /// A binding's row leads to the site that holds most of it.
    private void openAccount() {
        Account account = view.accounts.getSelectionModel().getSelectedItem();
        if (account == null || !account.binding() || shown == null) {
            return;
        }
        Optional<SiteKey> biggest = shown.ledger().stacks().stream()
                .filter(total -> total.key().binding().equals(account.name()))
                .max(Comparator.comparingDouble(total -> total.liveBytes().value()))
                .map(StackTotals::key);
        biggest.ifPresent(key -> goTo(new Target.Site(key)));
    }

    private void goTo(Target target) {
        if (context != null) {
            context.goTo(target);
        }
    }
}
