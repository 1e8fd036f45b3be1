package dev.plimsoll.finding;

import java.util.List;

/// One line of evidence.
///
/// @param words a sentence with figures
/// @param door where it can be seen
public record EvidenceLine(String words, Door door) {

    /// A sentence that leads nowhere.
    public static EvidenceLine of(String words) {
        return new EvidenceLine(words, new Door.None());
    }

    /// Sentences that lead nowhere.
    public static List<EvidenceLine> of(List<String> sentences) {
        return sentences.stream().map(EvidenceLine::of).toList();
    }

    /// The same sentence, seen there.
    public EvidenceLine at(Door where) {
        return new EvidenceLine(words, where);
    }
}
