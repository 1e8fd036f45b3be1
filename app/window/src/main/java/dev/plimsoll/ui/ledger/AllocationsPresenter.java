package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Newest;
import dev.plimsoll.ui.kit.Pace;
import dev.plimsoll.ui.kit.Search;
import dev.plimsoll.ui.ledger.AllocationsViewState.Grouping;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// State of the allocations page, without nodes. Sites and blocks are gathered, filtered and sorted in the background.
/// While live the figures follow, but the order of sites stays: it is made anew when a person sorts, and every five
/// seconds unless the pointer rests on the table. All methods run on one thread, which is the FX thread in the window.
final class AllocationsPresenter {

    private static final long BETWEEN_SORTS = Duration.ofSeconds(5).toNanos();

    private final Newest siteWork;
    private final Newest blockWork;
    private final Newest ownerWork;
    private final Pace pace;
    private final LongSupplier nanos;
    private final Consumer<AllocationsViewState> onState;
    private final ChosenBlock block = new ChosenBlock();

    private @Nullable Snapshot newest;
    private @Nullable Snapshot shown;
    private Optional<TimeRange> range = Optional.empty();
    private Grouping grouping = Grouping.SITES;
    private Search search = Search.NONE;
    private Predicate<SiteRow> columns = row -> true;
    private SiteColumn siteOrder = SiteColumn.LIVE;
    private boolean sitesDescending = true;
    private BlockColumn blockOrder = BlockColumn.AGE;
    private boolean blocksDescending = true;
    private SiteAnswer sites = SiteAnswer.NONE;
    private @Nullable BlockIndex blocks;
    private List<OwnerRow> owners = List.of();
    private @Nullable SiteId selected;
    private @Nullable OwnerId owner;
    private boolean resting;
    private boolean sort = true;
    private long sorted;

    /// @param pace of new data
    /// @param nanos a clock for the time between sorts
    /// @param onState takes each new state, at once
    AllocationsPresenter(
            Executor background, Executor home, Pace pace, LongSupplier nanos, Consumer<AllocationsViewState> onState) {
        this.siteWork = new Newest(background, home);
        this.blockWork = new Newest(background, home);
        this.ownerWork = new Newest(background, home);
        this.pace = pace;
        this.nanos = nanos;
        this.onState = onState;
    }

    void show(Snapshot snapshot, Optional<TimeRange> newRange) {
        boolean atOnce = newest == null || !newRange.equals(range);
        newest = snapshot;
        range = newRange;
        if (atOnce) {
            sort = true;
            pace.now(this::takeNewest);
        } else if (shown == null
                || !Identity.same(snapshot.ledger(), shown.ledger())
                || !snapshot.findings().equals(shown.findings())) {
            pace.request(this::takeNewest);
        }
    }

    /// The page is no longer seen: what was chosen stays, the data go.
    void left() {
        siteWork.cancel();
        blockWork.cancel();
        ownerWork.cancel();
        newest = null;
        shown = null;
        blocks = null;
    }

    /// The pointer came to the sites or left them.
    void rest(boolean onSites) {
        resting = onSites;
    }

    void group(Grouping other) {
        grouping = other;
        askOwners();
        askBlocks();
        publish();
    }

    void search(String text, boolean regex) {
        search = Search.of(text, regex);
        sort = true;
        askSites();
        askOwners();
    }

    /// What the filters of the columns let through.
    void columns(Predicate<SiteRow> predicate) {
        columns = predicate;
        sort = true;
        askSites();
    }

    void sortSites(SiteColumn by, boolean descending) {
        if (by != siteOrder || descending != sitesDescending) {
            siteOrder = by;
            sitesDescending = descending;
            sort = true;
            askSites();
        }
    }

    void sortBlocks(BlockColumn by, boolean descending) {
        if (by != blockOrder || descending != blocksDescending) {
            blockOrder = by;
            blocksDescending = descending;
            askBlocks();
        }
    }

    void select(@Nullable SiteId site) {
        if (site == null || !site.equals(selected)) {
            selected = site;
            block.drop();
            askBlocks();
            publish();
        }
    }

    void selectOwner(OwnerId one) {
        if (!one.equals(owner)) {
            owner = one;
            block.drop();
            askBlocks();
            publish();
        }
    }

    /// The site that a stack belongs to.
    void select(SiteKey key) {
        if (newest != null) {
            grouping = Grouping.SITES;
            select(new SiteId(key.binding(), newest.stacks().get(key.stack()).site()));
        }
    }

    void choose(@Nullable Block chosen) {
        if (!block.is(chosen)) {
            block.choose(chosen);
            publish();
        }
    }

    /// Looks for a live block by its address and selects it and its site.
    ///
    /// @param found told whether there is one
    void find(long address, Consumer<Boolean> found) {
        Snapshot snapshot = newest;
        if (snapshot == null) {
            found.accept(false);
            return;
        }
        blockWork.ask(cancelled -> Found.in(snapshot, address, cancelled), match -> {
            if (match.block() != null) {
                grouping = Grouping.SITES;
                selected = match.site();
                block.choose(match.block());
                askBlocks();
                publish();
            }
            found.accept(match.block() != null);
        });
    }

    boolean settled() {
        return !siteWork.busy() && !blockWork.busy() && !ownerWork.busy() && !pace.waiting();
    }

    AllocationsViewState state() {
        return new AllocationsViewState(
                shown,
                range,
                grouping,
                search,
                sites,
                shown == null ? List.of() : shown.ledger().bindings(),
                owners,
                selected,
                owner,
                blocks,
                block.get(),
                block.place(),
                block.ending());
    }

    private void takeNewest() {
        shown = newest;
        askSites();
        askOwners();
        askBlocks();
    }

    private void askSites() {
        Snapshot snapshot = shown;
        if (snapshot == null) {
            return;
        }
        boolean anew = sort || (!resting && nanos.getAsLong() - sorted > BETWEEN_SORTS);
        List<SiteId> keep = anew ? null : sites.rows().stream().map(SiteRow::id).toList();
        var asked = new SiteAnswer.Asked(snapshot, range, search, columns, siteOrder, sitesDescending, keep);
        siteWork.ask(cancelled -> SiteAnswer.to(asked, cancelled), made -> {
            sites = made;
            if (anew) {
                sort = false;
                sorted = nanos.getAsLong();
            }
            if (selected == null && !made.rows().isEmpty()) {
                selected = made.rows().getFirst().id();
                askBlocks();
            }
            publish();
        });
    }

    /// While they are seen: it costs a walk over all blocks.
    private void askOwners() {
        Snapshot snapshot = shown;
        if (snapshot == null || grouping != Grouping.OWNERS) {
            return;
        }
        Optional<TimeRange> within = range;
        Search wanted = search;
        ownerWork.ask(cancelled -> OwnerAnswer.of(snapshot.ledger().blocks(), within, wanted, cancelled), made -> {
            owners = made;
            if (owner == null) {
                made.stream()
                        .max(Comparator.comparingDouble(row -> row.bytes().value()))
                        .ifPresent(most -> selectOwner(new OwnerId(most.ownerClass())));
            }
            publish();
        });
    }

    private void askBlocks() {
        Snapshot snapshot = shown;
        if (snapshot == null) {
            return;
        }
        Block chosen = block.get();
        var asked =
                new BlockAnswer.Asked(snapshot, range, grouping, selected, owner, blockOrder, blocksDescending, chosen);
        if (!asked.complete()) {
            return;
        }
        blockWork.ask(cancelled -> BlockAnswer.to(asked, cancelled), made -> {
            pace.ended();
            blocks = made.index();
            block.follow(made, chosen);
            publish();
        });
    }

    private void publish() {
        onState.accept(state());
    }
}
