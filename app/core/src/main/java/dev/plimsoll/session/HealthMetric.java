package dev.plimsoll.session;

import dev.plimsoll.finding.Figures;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the health table measures. More than [#most] is unhealthy, unless a person chose another range.
public enum HealthMetric {
    ALLOCATIONS(
            "allocations-a-second",
            "native allocations a second",
            500,
            Format.COUNT,
            Offer.FLAME,
            "open the flame graph of allocations"),
    ORPHANED(
            "without-owner",
            "native memory without an owner",
            0,
            Format.BYTES,
            Offer.FINDING,
            "open the first finding"),
    CALLBACKS(
            "live-callbacks",
            "live callbacks",
            10_000,
            Format.COUNT,
            Offer.CALLBACKS,
            "open the callbacks, oldest first"),
    LIMIT(
            "resident-of-limit",
            "resident memory of the limit",
            0.9,
            Format.SHARE,
            Offer.RECORDING,
            "keep a recording; raise the limit or lower -Xmx"),
    UNEXPLAINED(
            "unexplained",
            "unexplained of resident memory",
            0.5,
            Format.SHARE,
            Offer.ALLOCATOR,
            "ask the allocator; start with -XX:NativeMemoryTracking=summary"),
    ALLOCATOR(
            "kept-by-allocator",
            "free memory that the allocator keeps, of resident memory",
            0.25,
            Format.SHARE,
            Offer.TRIM,
            "trim the native heap"),
    PAUSE("gc-pause", "longest GC pause", 200e6, Format.TIME, Offer.CYCLE, "open the GC page"),
    STUCK(
            "behind-cleaner",
            "native memory stuck behind a Cleaner",
            0,
            Format.BYTES,
            Offer.COLLECT,
            "collect the garbage"),
    ERROR(
            "sampling-error",
            "error of the live bytes, by sampling",
            0.2,
            Format.SHARE,
            Offer.EXACT,
            "record every block"),
    LOST("events-lost", "events lost", 0, Format.COUNT, Offer.COARSER, "record with a larger --interval"),
    COST(
            "agent-cost",
            "cost of the agent, of one core",
            0.01,
            Format.SHARE,
            Offer.COARSER,
            "record with a larger --interval"),
    FAULTS(
            "agent-faults",
            "faults in the agent's hooks",
            0,
            Format.COUNT,
            Offer.RECORDING,
            "report them, with this recording");

    /// What the window can do about it at once.
    public enum Offer {
        FLAME,
        FINDING,
        CALLBACKS,
        CYCLE,
        /// Keep what was recorded as a file.
        RECORDING,
        /// Record every block.
        EXACT,
        /// Record fewer blocks.
        COARSER,
        /// Ask the allocator what it keeps.
        ALLOCATOR,
        TRIM,
        COLLECT
    }

    private final String id;
    private final String words;
    private final double most;
    private final Format format;
    private final Offer offer;
    private final String action;

    HealthMetric(String id, String words, double most, Format format, Offer offer, String action) {
        this.id = id;
        this.words = words;
        this.most = most;
        this.format = format;
        this.offer = offer;
        this.action = action;
    }

    /// As in a file of ranges.
    public String id() {
        return id;
    }

    public String words() {
        return words;
    }

    /// The largest healthy value that Plimsoll comes with: a number, bytes, a share of 1, or nanoseconds.
    public double most() {
        return most;
    }

    public Offer offer() {
        return offer;
    }

    /// What to do when it is outside, in words.
    public String action() {
        return action;
    }

    public String write(double value) {
        return value == 0 ? "0" : format.write(value);
    }

    /// The value that a person wrote, or empty when it cannot be read.
    public OptionalDouble parse(String text) {
        return format.parse(text.strip());
    }

    public static Optional<HealthMetric> of(String id) {
        return Stream.of(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }

    private enum Format {
        COUNT(""),
        BYTES("B|KiB|MiB|GiB"),
        SHARE("%"),
        TIME("ms|s|min");

        private final Pattern pattern;

        Format(String units) {
            pattern = Pattern.compile("([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(" + units + ")");
        }

        String write(double value) {
            return switch (this) {
                case COUNT -> Figures.count(value);
                case BYTES -> Figures.bytes(value);
                case SHARE -> Figures.percent(value);
                case TIME -> Figures.duration(value);
            };
        }

        OptionalDouble parse(String text) {
            if (text.equals("0")) {
                return OptionalDouble.of(0);
            }
            Matcher matcher = pattern.matcher(text);
            if (!matcher.matches()) {
                return OptionalDouble.empty();
            }
            double number = Double.parseDouble(matcher.group(1).replace(",", ""));
            return OptionalDouble.of(number
                    * switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                        case "kib" -> 1 << 10;
                        case "mib" -> 1 << 20;
                        case "gib" -> 1 << 30;
                        case "%" -> 0.01;
                        case "ms" -> 1e6;
                        case "s" -> 1e9;
                        case "min" -> 60e9;
                        default -> 1;
                    });
        }
    }
}
