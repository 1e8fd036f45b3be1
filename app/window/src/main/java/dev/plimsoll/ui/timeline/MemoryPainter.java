package dev.plimsoll.ui.timeline;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.LaneChart;
import dev.plimsoll.ui.kit.LanePainters;
import io.fair_acc.dataset.DataSet;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/// The memory lane: heap used filled, heap committed dashed, RSS as a line.
final class MemoryPainter implements LaneChart.LanePainter {

    private final Tokens tokens;

    MemoryPainter(Tokens tokens) {
        this.tokens = tokens;
    }

    /// @param sets heap used, heap committed, RSS
    @Override
    public void paint(GraphicsContext gc, LaneChart.Area area, List<DataSet> sets) {
        LanePainters.fill(gc, area, sets.get(0), tokens.get(Token.HEAP_USED));
        LanePainters.line(gc, area, sets.get(1), tokens.get(Token.HEAP_LINE), 1, 3, 2);
        LanePainters.line(gc, area, sets.get(2), tokens.get(Token.RSS), 1.5);
    }
}
