package dev.plimsoll.comparison;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ledger.Site;
import org.jspecify.annotations.Nullable;

/// What changed at one line of code. The line may have moved within its method between the two.
///
/// @param before in the baseline, or null when it is new
/// @param after null when it is gone
/// @param liveBytes live at the end
/// @param liveBlocks live at the end
/// @param allocatedBytes since attach
/// @param allocations since attach
/// @param freedBytes since attach
/// @param verdictBefore of the gravest finding at the line, or null when there was none
/// @param verdictAfter as `verdictBefore`
public record SiteChange(
        @Nullable Site before,
        @Nullable Site after,
        Change liveBytes,
        Change liveBlocks,
        Change allocatedBytes,
        Change allocations,
        Change freedBytes,
        @Nullable Verdict verdictBefore,
        @Nullable Verdict verdictAfter) {

    /// The site where it is newest.
    public Site site() {
        return after != null ? after : java.util.Objects.requireNonNull(before, "a site is in one of the two");
    }

    public String binding() {
        return site().binding();
    }

    public @Nullable Frame frame() {
        return site().frame();
    }

    /// What it holds: bytes, or blocks where none ever had a size, as handles of a library's objects have none.
    public Change held() {
        return isCounted() ? liveBlocks : liveBytes;
    }

    /// Whether it can only be counted.
    public boolean isCounted() {
        return allocatedBytes.before().value() == 0
                && allocatedBytes.after().value() == 0
                && liveBytes.before().value() == 0
                && liveBytes.after().value() == 0;
    }

    /// Whether anything was allocated there in the second state only.
    public boolean isNew() {
        return before == null;
    }

    /// Whether it is in the first state only.
    public boolean isGone() {
        return after == null;
    }
}
