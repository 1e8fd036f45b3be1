package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing worth saying about the target.
///
/// @param rule id of the rule, for example `owner-collected`
/// @param verdict what it is
/// @param sentence one sentence for the head of a report
/// @param binding name, or the empty string
/// @param bytes estimate; zero when bytes make no sense
/// @param blocks blocks or callbacks
/// @param frame the line to change, or null when there is none
/// @param stack id in the session's stack table, 0 when there is none
/// @param evidence lines with figures
/// @param advice what to do
public record Finding(
        String rule,
        Verdict verdict,
        String sentence,
        String binding,
        Estimate bytes,
        Estimate blocks,
        @Nullable Frame frame,
        int stack,
        List<String> evidence,
        String advice) {

    public Severity severity() {
        return verdict.severity();
    }
}
