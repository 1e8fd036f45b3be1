package dev.plimsoll.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/// What a person holds to be healthy, where that is not what Plimsoll comes with; text that is kept beside the project:
///
/// ```
/// # metric              healthy up to
/// gc-pause              500 ms
/// live-callbacks        40
/// ```
///
/// Immutable.
public record HealthRanges(Map<HealthMetric, Double> chosen) {

    public static final HealthRanges DEFAULT = new HealthRanges(Map.of());

    public HealthRanges {
        chosen = Map.copyOf(chosen);
    }

    public double most(HealthMetric metric) {
        return Objects.requireNonNull(chosen.getOrDefault(metric, metric.most()));
    }

    /// With another range for one metric; its own again when that is what Plimsoll comes with.
    public HealthRanges with(HealthMetric metric, double most) {
        Map<HealthMetric, Double> other = new EnumMap<>(HealthMetric.class);
        other.putAll(chosen);
        if (most == metric.most()) {
            other.remove(metric);
        } else {
            other.put(metric, most);
        }
        return new HealthRanges(other);
    }

    /// @throws IllegalArgumentException with the number of the line that is wrong and what is wrong
    public static HealthRanges parse(List<String> lines) {
        HealthRanges ranges = DEFAULT;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] words = line.split("\\s+", 2);
                HealthMetric metric = HealthMetric.of(words[0]).orElse(null);
                if (metric == null) {
                    throw new IllegalArgumentException("line " + (i + 1) + " names no metric: " + words[0]);
                }
                OptionalDouble most = words.length < 2 ? OptionalDouble.empty() : metric.parse(words[1]);
                if (most.isEmpty()) {
                    throw new IllegalArgumentException("line " + (i + 1) + " needs a value like "
                            + metric.write(metric.most()) + " for " + metric.id());
                }
                ranges = ranges.with(metric, most.getAsDouble());
            }
        }
        return ranges;
    }

    /// As [#parse] reads it.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("# metric              healthy up to");
        for (HealthMetric metric : HealthMetric.values()) {
            Double most = chosen.get(metric);
            if (most != null) {
                lines.add(String.format("%-21s %s", metric.id(), metric.write(most)));
            }
        }
        return lines;
    }
}
