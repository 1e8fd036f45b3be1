package dev.plimsoll.finding;

import java.util.List;

/// What the rules say together.
///
/// @param findings gravest first, then by bytes, then by blocks
/// @param summary one sentence: the gravest finding, or that nothing leaks, or why that cannot be said
/// @param unknown what could not be judged, and why; sentences
public record Judgement(List<Finding> findings, String summary, List<String> unknown) {

    /// While there is next to nothing to look at.
    public static final Judgement NOT_YET = new Judgement(List.of(), "There is too little yet to judge.", List.of());
}
