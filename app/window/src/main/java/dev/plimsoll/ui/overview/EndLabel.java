package dev.plimsoll.ui.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A name at the right end of the chart.
///
/// @param name account
/// @param value bytes at the end
/// @param anchor where its area or line ends, logical pixels
/// @param y where the name stands: near the anchor, at least [#ROOM] from its neighbours
record EndLabel(String name, double value, double anchor, double y) {

    static final double ROOM = 13;

    /// Top first. Where there is no room for all, the least are left out: the table has them.
    static List<EndLabel> place(AccountBook book, boolean lines, double top, double plotTop, double plotHeight) {
        List<EndLabel> wanted = new ArrayList<>();
        double below = 0;
        for (Account account : book.accounts()) {
            double middle = lines ? account.now() : below + account.now() / 2;
            below += account.now();
            wanted.add(at(account.name(), account.now(), middle, top, plotTop, plotHeight));
        }
        if (!Double.isNaN(book.rss()) && !lines) {
            wanted.add(at("RSS", book.rss(), book.rss(), top, plotTop, plotHeight));
        }
        wanted.sort(Comparator.comparingDouble((EndLabel label) -> -Math.abs(label.value())));
        int most = Math.max(1, (int) (plotHeight / ROOM));
        wanted.subList(Math.min(most, wanted.size()), wanted.size()).clear();
        wanted.sort(Comparator.comparingDouble(EndLabel::anchor));
        if (wanted.size() > 1 && !lines) {
            // The sum stands above its parts, whatever room they take.
            wanted.removeIf(label -> label.name().equals("RSS"));
            if (!Double.isNaN(book.rss())) {
                EndLabel sum = at("RSS", book.rss(), book.rss(), top, plotTop, plotHeight);
                wanted.addFirst(new EndLabel(sum.name(), sum.value(), sum.anchor(), sum.anchor() - ROOM));
            }
        }
        return spread(wanted, plotTop, plotTop + plotHeight);
    }

    private static EndLabel at(
            String name, double value, double height, double top, double plotTop, double plotHeight) {
        double y = plotTop + plotHeight - Math.max(0, height) / top * plotHeight;
        return new EndLabel(name, value, y, y);
    }

    /// Pushes labels apart: down from the top, then up from the bottom.
    private static List<EndLabel> spread(List<EndLabel> labels, double highest, double lowest) {
        double[] y = new double[labels.size()];
        double free = highest;
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(labels.get(i).y(), free);
            free = y[i] + ROOM;
        }
        double limit = lowest;
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], limit);
            limit = y[i] - ROOM;
        }
        List<EndLabel> placed = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            EndLabel label = labels.get(i);
            placed.add(new EndLabel(label.name(), label.value(), label.anchor(), y[i]));
        }
        return placed;
    }
}
