package dev.plimsoll.export;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Figures;
import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.CallTree;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.FlameLayout;
import dev.plimsoll.flame.FlameLayoutResult;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ledger.SiteKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A flame graph as a picture that can be pasted anywhere: no script, names as tooltips, icicle from the top.
final class FlameSvg implements StackFormat {

    private static final int WIDTH = 1200;
    private static final int ROW = 18;
    private static final int TOP = 44;
    private static final double CHARACTER = 6.6;

    private final Figure figure;

    FlameSvg(Figure figure) {
        this.figure = figure;
    }

    @Override
    public void write(StackFigures figures, OutputStream out) throws IOException {
        StackTable stacks = new StackTable();
        Map<SiteKey, Double> values = new LinkedHashMap<>();
        for (StackFigures.Row row : figures.rows()) {
            int id = stacks.intern(row.stack().frames(), row.stack().truncated());
            values.merge(new SiteKey(row.binding(), id), row.value(figure), Double::sum);
        }
        TreeShape shape = TreeShape.LIVE.with(TreeShape.Order.LEFT_HEAVY);
        CallNode root = CallTree.of(stacks, values, shape, () -> false);
        FlameLayoutResult layout = FlameLayout.of(root, List.of(), 1.0 / WIDTH);
        int height = TOP + layout.depth() * ROW + 8;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                .formatted(WIDTH, height, WIDTH, height));
        svg.append(" font-family=\"monospace\" font-size=\"11\">\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        svg.append("<text x=\"8\" y=\"18\" font-size=\"14\">")
                .append(escape(figures.title() + ": " + figure.words() + ", " + amount(root.total())))
                .append("</text>\n");
        svg.append("<text x=\"8\" y=\"34\" fill=\"#606060\">")
                .append(escape(Figures.count(layout.hiddenFrames(), "narrow frame") + " hidden, "
                        + Figures.percent(layout.hiddenShare())))
                .append("</text>\n");
        for (FlameBox box : layout.boxes()) {
            box(svg, box, root.total());
        }
        out.write(svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private void box(StringBuilder svg, FlameBox box, double total) {
        Frame frame = box.frame();
        String label = frame == null ? "all" : frame.label();
        double width = box.width() * WIDTH;
        String place = String.format(
                Locale.ROOT,
                "x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\"",
                box.x() * WIDTH,
                TOP + box.depth() * ROW,
                Math.max(0.5, width - 0.5),
                ROW - 1);
        svg.append("<g><title>")
                .append(escape(label + ": " + amount(box.node().total()) + ", "
                        + Figures.percent(total > 0 ? box.node().total() / total : 0)))
                .append("</title><rect ")
                .append(place)
                .append(" fill=\"")
                .append(colour(box))
                .append("\"/>");
        int fits = (int) ((width - 6) / CHARACTER);
        if (fits >= 3) {
            String text = label.length() <= fits ? label : label.substring(0, fits - 1) + "…";
            svg.append(String.format(
                            Locale.ROOT,
                            "<text x=\"%.2f\" y=\"%d\">",
                            box.x() * WIDTH + 3,
                            TOP + box.depth() * ROW + 12))
                    .append(escape(text))
                    .append("</text>");
        }
        svg.append("</g>\n");
    }

    private String amount(double value) {
        return figure.unit().equals("bytes") ? Figures.bytes(value) : Figures.count(value);
    }

    private static String colour(FlameBox box) {
        Frame frame = box.frame();
        FrameKind kind = frame == null || box.merged() > 0 ? FrameKind.VM : frame.kind();
        return switch (kind) {
            case JAVA -> "#9ccf9c";
            case BINDING -> "#f2c46d";
            case NATIVE -> "#e59a8f";
            case VM -> "#d0d4da";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
