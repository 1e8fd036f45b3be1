package dev.plimsoll.ui.kit;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/// A table's window on rows that are made when they are looked at and not kept, so that a million of them cost nothing.
/// Changes as a whole only. FX thread.
public final class Rows<T> extends ObservableListBase<T> implements RandomAccess {

    private Content<T> content = new Content<>(0, place -> {
        throw new IndexOutOfBoundsException(place);
    });

    private record Content<T>(int size, IntFunction<T> row) {}

    /// Shows other rows in place of these, as one change.
    ///
    /// @param row asked on the FX thread, for places from 0 to `size` - 1
    public void show(int size, IntFunction<T> row) {
        Content<T> before = content;
        content = new Content<>(size, row);
        if (before.size > 0 || size > 0) {
            fireChange(new Replaced<>(this, before));
        }
    }

    public void show(List<T> rows) {
        show(rows.size(), rows::get);
    }

    @Override
    public T get(int place) {
        return content.row.apply(java.util.Objects.checkIndex(place, content.size));
    }

    @Override
    public int size() {
        return content.size;
    }

    /// Everything went and something else came. The list's own way of saying this would make a row of all that went.
    private static final class Replaced<T> extends ListChangeListener.Change<T> {
        private final Content<T> before;
        private boolean begun;

        Replaced(Rows<T> rows, Content<T> before) {
            super(rows);
            this.before = before;
        }

        @Override
        public boolean next() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        @Override
        public void reset() {
            begun = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<T> getRemoved() {
            return new AbstractList<>() {
                @Override
                public T get(int place) {
                    return before.row.apply(place);
                }

                @Override
                public int size() {
                    return before.size;
                }
            };
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
