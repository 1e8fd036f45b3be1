package dev.plimsoll.flame;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.SiteKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Stacks written as text, outermost frame first: `main;render;java.nio.ByteBuffer.allocateDirect:321 64`, with `...;`
/// in front when the bottom was cut and `ffm|` before all for the binding (`direct` else). Trees printed as text.
final class Folded {

    final StackTable stacks = new StackTable();
    final Map<SiteKey, Double> values = new LinkedHashMap<>();

    static Folded of(String... lines) {
        Folded folded = new Folded();
        for (String line : lines) {
            folded.add(line);
        }
        return folded;
    }

    void add(String line) {
        int bar = line.indexOf('|');
        String binding = bar < 0 ? "direct" : line.substring(0, bar);
        int space = line.lastIndexOf(' ');
        String path = line.substring(bar + 1, space);
        boolean cut = path.startsWith("...;");
        List<Frame> frames = new ArrayList<>();
        Arrays.stream((cut ? path.substring(4) : path).split(";"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> frames.addFirst(frame(word)));
        values.merge(
                new SiteKey(binding, stacks.intern(frames, cut)),
                Double.valueOf(line.substring(space + 1)),
                Double::sum);
    }

    static Frame frame(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        int line = colon < 0 ? -1 : Integer.parseInt(word.substring(colon + 1));
        int dot = name.lastIndexOf('.');
        String className = dot < 0 ? "" : name.substring(0, dot);
        return new Frame(className, name.substring(dot + 1), line, Border.kindOf(className));
    }

    CallNode tree(TreeShape shape) {
        return CallTree.of(stacks, values, shape, () -> false);
    }

    double total() {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// One line per node, two spaces per level: `label total`, with `self` behind where a stack ends.
    static String print(CallNode root) {
        StringBuilder text = new StringBuilder();
        print(root, 0, text);
        return text.toString();
    }

    private static void print(CallNode node, int level, StringBuilder text) {
        Frame frame = node.frame();
        text.append("  ".repeat(level)).append(frame == null ? "all" : frame.label());
        text.append(' ').append((long) node.total());
        if (node.self() > 0) {
            text.append(" self ").append((long) node.self());
        }
        text.append('\n');
        for (CallNode child : node.children()) {
            print(child, level + 1, text);
        }
    }
}
