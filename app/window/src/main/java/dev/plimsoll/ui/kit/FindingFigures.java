package dev.plimsoll.ui.kit;

import dev.plimsoll.finding.Finding;

/// The one figure of a finding.
public final class FindingFigures {

    private FindingFigures() {}

    /// `412.0 MiB`, `312 callbacks` where bytes make no sense, or nothing.
    public static String of(Finding finding) {
        if (finding.bytes().value() > 0) {
            return Words.bytes(finding.bytes().value());
        }
        long blocks = Math.round(finding.blocks().value());
        if (blocks == 0) {
            return "";
        }
        boolean callbacks =
                finding.rule().contains("callback") || finding.rule().contains("pair");
        return callbacks
                ? Words.say(blocks == 1 ? "finding.callback" : "finding.callbacks", Words.count(blocks))
                : Words.blocks(blocks);
    }
}
