package dev.plimsoll.ledger;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The totals of the sites at one moment, added up from the log when somebody looks: while a recording is read nobody
/// looks at most moments, and keeping a sum for each site up to date costs more than all else. Any thread.
final class LoggedTotals extends AbstractList<StackTotals> implements RandomAccess {

    private final LogView view;
    private final long moment;
    private @Nullable List<StackTotals> totals;

    LoggedTotals(LogView view, long moment) {
        this.view = view;
        this.moment = moment;
    }

    private synchronized List<StackTotals> totals() {
        if (totals == null) {
            totals = view.totals(view.at(moment, () -> false));
        }
        return totals;
    }

    @Override
    public StackTotals get(int index) {
        return totals().get(index);
    }

    @Override
    public int size() {
        return totals().size();
    }
}
