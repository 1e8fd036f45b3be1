package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing worth saying about the target.
///
/// @param rule id of the rule, for example `owner-collected`; [Help] has a page for each
/// @param verdict what it is
/// @param sentence one sentence for the head of a report
/// @param binding name, or the empty string
/// @param bytes estimate; zero when bytes make no sense
/// @param blocks blocks or callbacks
/// @param frame the line to change, or null when there is none
/// @param stack id in the session's stack table, 0 when there is none
/// @param evidence strongest first
/// @param advice what to do
/// @param severity how much it matters; no graver than its verdict
/// @param other the second stack that belongs to it, or null when there is none
public record Finding(
        String rule,
        Verdict verdict,
        String sentence,
        String binding,
        Estimate bytes,
        Estimate blocks,
        @Nullable Frame frame,
        int stack,
        List<EvidenceLine> evidence,
        String advice,
        Severity severity,
        @Nullable OtherStack other) {

    /// The evidence as sentences.
    public List<String> evidenceWords() {
        return evidence.stream().map(EvidenceLine::words).toList();
    }

    /// A second stack.
    ///
    /// @param what where it was taken, for example `released before at`
    /// @param frames as they are shown, innermost first
    public record OtherStack(String what, List<String> frames) {}

    /// As grave as its verdict, with one stack.
    public Finding(
            String rule,
            Verdict verdict,
            String sentence,
            String binding,
            Estimate bytes,
            Estimate blocks,
            @Nullable Frame frame,
            int stack,
            List<EvidenceLine> evidence,
            String advice) {
        this(rule, verdict, sentence, binding, bytes, blocks, frame, stack, evidence, advice, verdict.severity(), null);
    }

    Finding asGraveAs(Severity other) {
        return new Finding(
                rule, verdict, sentence, binding, bytes, blocks, frame, stack, evidence, advice, other, this.other);
    }

    /// With one more line of evidence, second only to the first.
    Finding with(EvidenceLine more) {
        List<EvidenceLine> lines = new ArrayList<>(evidence);
        lines.add(Math.min(1, lines.size()), more);
        return new Finding(
                rule,
                verdict,
                sentence,
                binding,
                bytes,
                blocks,
                frame,
                stack,
                List.copyOf(lines),
                advice,
                severity,
                other);
    }

    Finding with(OtherStack second) {
        return new Finding(
                rule,
                verdict,
                sentence,
                binding,
                bytes,
                blocks,
                frame,
                stack,
                evidence,
                advice,
                severity,
                second.frames().isEmpty() ? null : second);
    }
}
