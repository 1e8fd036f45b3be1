package dev.plimsoll.ui.finding;

import dev.plimsoll.event.Stack;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.finding.Suppressions.Suppressed;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.finding.FindingViewState.Item;
import dev.plimsoll.ui.finding.FindingViewState.Listed;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// State of the findings page. A new finding comes at the end of its severity and never moves the one that is open.
/// Without a tool kit.
final class FindingPresenter {

    /// What makes a finding the same one in the next snapshot.
    private record Key(String rule, String binding, int stack) {
        static Key of(Finding finding) {
            return new Key(finding.rule(), finding.binding(), finding.stack());
        }
    }

    private final Set<Key> seen = new HashSet<>();

    /// Places in order of first appearance.
    private final Map<Key, Integer> order = new HashMap<>();

    private final Set<Severity> hidden = EnumSet.noneOf(Severity.class);
    private List<Finding> findings = List.of();
    private List<Suppressed> suppressed = List.of();
    private Shelf shelf = Shelf.OPEN;
    private @Nullable Snapshot snapshot;
    private @Nullable Key open;

    /// @param next without what is suppressed
    /// @param out what is suppressed
    void show(Snapshot next, List<Suppressed> out) {
        boolean other = snapshot != null && next.version() < snapshot.version();
        if (other) {
            order.clear();
            seen.clear();
            open = null;
        }
        snapshot = next;
        findings = inPlace(next.findings());
        suppressed = List.copyOf(out);
        openOne();
    }

    /// Keeps what was said, but not the blocks it was said of.
    void left() {
        snapshot = snapshot == null ? null : snapshot.withoutBlocks();
    }

    /// Lists these findings from now on.
    void list(Shelf next) {
        shelf = next;
        openOne();
    }

    /// Hides the findings of a severity, or shows them again.
    void hide(Severity severity, boolean out) {
        if (out) {
            hidden.add(severity);
        } else {
            hidden.remove(severity);
        }
        openOne();
    }

    /// Opens the finding at this position of the snapshot's own list.
    void openAt(int index) {
        if (snapshot != null && index >= 0 && index < snapshot.findings().size()) {
            Finding finding = snapshot.findings().get(index);
            shelf = Shelf.OPEN;
            hidden.remove(finding.severity());
            open(finding);
        }
    }

    void open(Finding finding) {
        open = Key.of(finding);
        seen.add(open);
    }

    void step(int by) {
        List<Finding> listed = listed();
        for (int i = 0; i < listed.size(); i++) {
            if (Key.of(listed.get(i)).equals(open)) {
                open(listed.get(Math.clamp(i + by, 0, listed.size() - 1)));
                return;
            }
        }
    }

    Optional<Finding> opened() {
        return listed().stream().filter(finding -> Key.of(finding).equals(open)).findFirst();
    }

    FindingViewState state() {
        Snapshot now = snapshot;
        if (now == null) {
            return new FindingViewState(Listed.EMPTY, Optional.empty(), Optional.empty(), "", "", "", false);
        }
        List<Item> items = listed().stream().map(this::item).toList();
        Optional<Stack> stack = opened().filter(finding ->
                        finding.stack() > 0 && finding.stack() < now.stacks().size())
                .map(finding -> now.stacks().get(finding.stack()));
        return new FindingViewState(
                new Listed(shelf, items, findings.size(), suppressed.size(), severities(), Set.copyOf(hidden)),
                items.stream().filter(Item::isOpen).findFirst(),
                stack,
                opened().map(FindingPresenter::figures).orElse(""),
                now.summary(),
                Words.say(
                        "findings.looked",
                        Words.count(now.ledger().stacks().size()),
                        Words.cycles(now.timeline().cycles().size())),
                now.phase() instanceof Phase.Live
                        && opened().filter(finding -> sampled(finding, now)).isPresent());
    }

    private Item item(Finding finding) {
        return new Item(
                finding,
                shelf == Shelf.OPEN && !seen.contains(Key.of(finding)),
                Key.of(finding).equals(open),
                shelf == Shelf.OPEN
                        ? Optional.empty()
                        : suppressed.stream()
                                .filter(one -> one.finding().equals(finding))
                                .findFirst()
                                .map(Suppressed::entry));
    }

    /// All of the shelf, filtered or not.
    private List<Finding> all() {
        return shelf == Shelf.OPEN
                ? findings
                : suppressed.stream().map(Suppressed::finding).toList();
    }

    private List<Finding> listed() {
        return all().stream()
                .filter(finding -> !hidden.contains(finding.severity()))
                .toList();
    }

    private List<Severity> severities() {
        return all().stream().map(Finding::severity).distinct().sorted().toList();
    }

    /// What is open stays open while it is listed; else the first is.
    private void openOne() {
        if (opened().isEmpty()) {
            List<Finding> listed = listed();
            open = listed.isEmpty() ? null : Key.of(listed.getFirst());
        }
        if (open != null) {
            seen.add(open);
        }
    }

    private static boolean sampled(Finding finding, Snapshot now) {
        return finding.frame() != null
                && now.ledger().bindings().stream()
                        .anyMatch(sums -> sums.binding().equals(finding.binding())
                                && !sums.freedBytes().plus(sums.liveBytes()).exact());
    }

    /// Those that stood there keep their place within their severity; new ones come after them.
    private List<Finding> inPlace(List<Finding> next) {
        for (Finding finding : next) {
            order.putIfAbsent(Key.of(finding), order.size());
        }
        List<Finding> sorted = new ArrayList<>(next);
        sorted.sort(Comparator.comparing(Finding::severity)
                .thenComparingInt(finding -> order.getOrDefault(Key.of(finding), Integer.MAX_VALUE)));
        return sorted;
    }

    private static String figures(Finding finding) {
        boolean bytes = finding.bytes().value() > 0;
        boolean blocks = finding.blocks().value() > 0;
        if (bytes && blocks) {
            return Words.say("findings.both", Words.bytes(finding.bytes()), Words.count(finding.blocks()));
        }
        if (bytes) {
            return Words.bytes(finding.bytes());
        }
        return blocks ? Words.say("findings.live", Words.count(finding.blocks())) : "";
    }
}
