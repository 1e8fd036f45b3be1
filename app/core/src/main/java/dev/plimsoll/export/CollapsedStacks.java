package dev.plimsoll.export;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// One line per stack, outermost frame first, frames parted by `;`, then a space and a whole number: what
/// `flamegraph.pl` and nearly every viewer reads. Stacks whose figure is 0 are left out.
final class CollapsedStacks implements StackFormat {

    private static final String CUT_OFF = "[stack cut off]";
    private static final String NO_STACK = "[no stack recorded]";

    private final Figure figure;

    CollapsedStacks(Figure figure) {
        this.figure = figure;
    }

    @Override
    public void write(StackFigures figures, OutputStream out) throws IOException {
        Map<String, Double> lines = new LinkedHashMap<>();
        for (StackFigures.Row row : figures.rows()) {
            lines.merge(line(row.stack()), row.value(figure), Double::sum);
        }
        for (Map.Entry<String, Double> line : lines.entrySet()) {
            long value = Math.round(line.getValue());
            if (value > 0) {
                out.write((line.getKey() + " " + value + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// The stack on one line, without its figure.
    static String line(Stack stack) {
        if (stack.frames().isEmpty()) {
            return NO_STACK;
        }
        StringBuilder line = new StringBuilder(stack.truncated() ? CUT_OFF + ";" : "");
        Iterator<Frame> frames = stack.frames().reversed().iterator();
        while (frames.hasNext()) {
            line.append(frames.next().label().replace(';', ',').replace('\n', ' '));
            line.append(frames.hasNext() ? ";" : "");
        }
        return line.toString();
    }
}
