package dev.plimsoll.ui.finding;

import dev.plimsoll.event.Stack;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.finding.FindingViewState.Item;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.Comparator;
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

    private List<Finding> findings = List.of();
    private @Nullable Snapshot snapshot;
    private @Nullable Key open;

    void show(Snapshot next) {
        boolean other = snapshot != null && next.version() < snapshot.version();
        if (other) {
            order.clear();
            seen.clear();
            open = null;
        }
        snapshot = next;
        findings = inPlace(next.findings());
        boolean there = findings.stream().map(Key::of).anyMatch(key -> key.equals(open));
        if (!there) {
            open = findings.isEmpty() ? null : Key.of(findings.getFirst());
        }
        if (open != null) {
            seen.add(open);
        }
    }

    /// Keeps what was said, but not the blocks it was said of.
    void left() {
        snapshot = snapshot == null ? null : snapshot.withoutBlocks();
    }

    /// Opens the finding at this position of the snapshot's own list.
    void openAt(int index) {
        if (snapshot != null && index >= 0 && index < snapshot.findings().size()) {
            open(snapshot.findings().get(index));
        }
    }

    void open(Finding finding) {
        open = Key.of(finding);
        seen.add(open);
    }

    void step(int by) {
        for (int i = 0; i < findings.size(); i++) {
            if (Key.of(findings.get(i)).equals(open)) {
                open(findings.get(Math.clamp(i + by, 0, findings.size() - 1)));
                return;
            }
        }
    }

    Optional<Finding> opened() {
        return findings.stream().filter(finding -> Key.of(finding).equals(open)).findFirst();
    }

    FindingViewState state() {
        Snapshot now = snapshot;
        if (now == null) {
            return new FindingViewState(List.of(), Optional.empty(), Optional.empty(), "", "", "", false);
        }
        List<Item> items = findings.stream()
                .map(finding -> new Item(
                        finding,
                        !seen.contains(Key.of(finding)),
                        Key.of(finding).equals(open)))
                .toList();
        Optional<Stack> stack = opened().filter(finding ->
                        finding.stack() > 0 && finding.stack() < now.stacks().size())
                .map(finding -> now.stacks().get(finding.stack()));
        return new FindingViewState(
                items,
                opened(),
                stack,
                opened().map(FindingPresenter::figures).orElse(""),
                now.summary(),
                Words.say(
                        "findings.looked",
                        Words.count(now.ledger().stacks().size()),
                        Words.count(now.timeline().cycles().size())),
                now.phase() instanceof Phase.Live
                        && opened().filter(finding -> sampled(finding, now)).isPresent());
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
