package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Findings that somebody has looked at and does not want to hear of again, as text that is kept beside the project:
///
/// ```
/// # rule           line                                  since       reason
/// released-late    shop.Receipts.print:41                2026-11-24  pooled in the next release
/// growth           shop.Cache.*                          2026-11-24  bounded by the catalogue
/// ```
///
/// The rule may be `*`. The line is as in a report; without its number it is any line of the method, and it may end
/// with
/// `*`. `-` is a finding without a line. What follows `#` at the start of a line is a remark.
public record Suppressions(List<Entry> entries) {

    public static final Suppressions NONE = new Suppressions(List.of());

    private static final int WORDS = 4;

    /// @param rule id, or `*`
    /// @param line as above
    /// @param since when it was written
    /// @param reason one line
    public record Entry(String rule, String line, LocalDate since, String reason) {

        boolean covers(Finding finding) {
            return (rule.equals("*") || rule.equals(finding.rule())) && covers(finding.frame());
        }

        private boolean covers(@Nullable Frame frame) {
            String label = frame == null ? "-" : frame.label();
            int colon = label.lastIndexOf(':');
            return line.endsWith("*")
                    ? label.startsWith(line.substring(0, line.length() - 1))
                    : label.equals(line)
                            || (colon > 0 && label.substring(0, colon).equals(line));
        }

        /// As it is written.
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-24s %-48s %s %s", rule, line, since, reason);
        }
    }

    /// What is left and what was taken out, each in the order of the findings.
    public record Sifted(List<Finding> left, List<Suppressed> out) {}

    /// A finding and why it is not shown.
    public record Suppressed(Finding finding, Entry entry) {}

    /// @throws IllegalArgumentException with the number of the line that is wrong and what is wrong
    public static Suppressions parse(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                entries.add(entry(i + 1, line));
            }
        }
        return new Suppressions(List.copyOf(entries));
    }

    private static Entry entry(int number, String line) {
        String[] words = line.split("\\s+", WORDS);
        if (words.length < WORDS) {
            throw new IllegalArgumentException(
                    "line " + number + " needs a rule, a line of code, a date and a reason: " + line);
        }
        try {
            return new Entry(words[0], words[1], LocalDate.parse(words[2]), words[3]);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "line " + number + " has " + words[2] + " where a date like 2026-11-24 belongs", e);
        }
    }

    /// An entry for one finding, to be written to the file.
    public static Entry entryFor(Finding finding, LocalDate since, String reason) {
        Frame frame = finding.frame();
        String why = reason.strip().replaceAll("\\s+", " ");
        return new Entry(
                finding.rule(), frame == null ? "-" : frame.label(), since, why.isEmpty() ? "no reason given" : why);
    }

    /// With one more.
    public Suppressions with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Suppressions(List.copyOf(more));
    }

    /// Without any that is equal to this.
    public Suppressions without(Entry entry) {
        return new Suppressions(
                entries.stream().filter(other -> !other.equals(entry)).toList());
    }

    public Sifted sift(List<Finding> findings) {
        List<Finding> left = new ArrayList<>();
        List<Suppressed> out = new ArrayList<>();
        for (Finding finding : findings) {
            Entry entry = entries.stream()
                    .filter(candidate -> candidate.covers(finding))
                    .findFirst()
                    .orElse(null);
            if (entry == null) {
                left.add(finding);
            } else {
                out.add(new Suppressed(finding, entry));
            }
        }
        return new Sifted(List.copyOf(left), List.copyOf(out));
    }
}
