package dev.plimsoll.cli;

import dev.plimsoll.export.Figure;
import dev.plimsoll.session.RecordingCopy;
import java.util.Locale;

/// What an export shows.
enum ExportFigure {
    LIVE(Figure.LIVE_BYTES, RecordingCopy.Kept.LIVE),
    ALLOCATED(Figure.ALLOCATED_BYTES, RecordingCopy.Kept.EVERYTHING),
    FREED(Figure.FREED_BYTES, RecordingCopy.Kept.FREED),
    LEAKED(Figure.LEAKED_BYTES, RecordingCopy.Kept.LEAKED);

    private final Figure figure;
    private final RecordingCopy.Kept kept;

    ExportFigure(Figure figure, RecordingCopy.Kept kept) {
        this.figure = figure;
        this.kept = kept;
    }

    /// In bytes.
    Figure figure() {
        return figure;
    }

    /// What a copied recording keeps for it.
    RecordingCopy.Kept kept() {
        return kept;
    }

    /// The word of the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
