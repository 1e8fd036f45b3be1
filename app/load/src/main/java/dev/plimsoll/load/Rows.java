package dev.plimsoll.load;

import java.util.Map;

/// The table, as the README has it.
///
/// @param figures what the desk printed, by name
record Rows(Map<String, Double> figures) {

    void print(String blocks, String stacks, String rate) {
        System.out.printf(
                "%n%,d live blocks (%,.0f seen), %,d stacks, %,d events/s (%,.0f seen, %,.0f lost), %d processors%n%n",
                Long.parseLong(blocks),
                figure("blocks"),
                Long.parseLong(stacks),
                Long.parseLong(rate),
                figure("events"),
                figure("lost"),
                Runtime.getRuntime().availableProcessors());
        System.out.println(
                "| page | frame p50 ms | p99 | max | longest hold of the FX thread ms | desk CPU, % of a core |");
        System.out.println("|---|---|---|---|---|---|");
        figures.keySet().stream()
                .filter(name -> name.startsWith("hold."))
                .map(name -> name.substring("hold.".length()))
                .forEach(this::page);
        System.out.printf("%n| what | measured | goal |%n|---|---|---|%n");
        row("flame zoom with its drawer, median", "zoom.p50", "ms", "-");
        row("flame zoom, 99 of 100", "zoom.p99", "ms", "50");
        row("flame search, median", "search.p50", "ms", "-");
        row("flame search, 99 of 100", "search.p99", "ms", "50");
        row("desk CPU, window hidden", "cpu.hidden", "% of a core", "5");
        row("heap after a collection", "heap.live", "MiB", "512");
        row("heap, most in use", "heap.peak", "MiB", "512");
        row("from commit to snapshot", "lag", "ms", "150");
        row("window up, the fastest of three", "start", "ms", "1500");
        row("its CPU time", "start.cpu", "ms", "-");
    }

    private void page(String page) {
        System.out.printf(
                "| %s | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
                page,
                figure("frame." + page + ".p50"),
                figure("frame." + page + ".p99"),
                figure("frame." + page + ".max"),
                figure("hold." + page),
                figure("cpu." + page));
    }

    private void row(String what, String name, String unit, String goal) {
        System.out.printf("| %s | %.0f %s | %s |%n", what, figure(name), unit, goal);
    }

    private double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }
}
