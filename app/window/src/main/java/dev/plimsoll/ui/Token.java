package dev.plimsoll.ui;

import java.util.Locale;

/// Every colour of the window, by meaning. The values stand in `tokens-light.css` and `tokens-dark.css`.
public enum Token {
    BG,
    /// Bars, table heads, the gutter.
    BG_2,
    /// Chips, tracks, selection without focus.
    BG_3,
    /// Fields.
    BG_INSET,
    /// Buttons at rest.
    CONTROL,
    HOVER,
    SELECTED,
    TEXT,
    /// Secondary text.
    TEXT_2,
    /// Hints, disabled text.
    TEXT_3,
    LINE,
    /// Between rows.
    LINE_2,
    GRID,
    ACCENT,
    /// Text and icons on [#ACCENT].
    ON_ACCENT,
    /// Links, focus, the brush.
    ACCENT_TEXT,
    ACCENT_SOFT,
    BRUSH,
    /// Veil over what is outside the range.
    OUTSIDE,
    CRITICAL,
    CRITICAL_SOFT,
    WARNING,
    WARNING_SOFT,
    NOTICE,
    NOTICE_SOFT,
    GOOD,
    GOOD_SOFT,
    NEUTRAL,
    NEUTRAL_SOFT,
    /// GC marks and "freed".
    GC,
    /// Band of a full GC, and with a third of its strength a young one's hairline.
    GC_SOFT,
    GC_HAIR,
    RSS,
    HEAP_USED,
    HEAP_LINE,
    /// Leaked bytes in bars.
    CRITICAL_FILL,
    CODE_ADD,
    /// The load line.
    LIMIT,
    MATCH,
    MATCH_TEXT,
    SHADOW,
    BIND_RUST,
    BIND_CYAN,
    BIND_INDIGO,
    BIND_OLIVE,
    BIND_ROSE,
    BIND_GREEN,
    BIND_PURPLE,
    BIND_GREY,
    MEM_HEAP,
    MEM_METASPACE,
    MEM_CODE,
    MEM_THREADS,
    FRAME_JAVA,
    FRAME_BINDING,
    FRAME_NATIVE,
    FRAME_VM,
    FRAME_TEXT,
    /// Figures at the right end of a frame.
    FRAME_TEXT_2,
    /// Outer line of the selected frame, and the border itself.
    FRAME_OUTLINE,
    /// Inner line of the selected frame.
    /// Around every frame: only seen at high contrast.
    FRAME_EDGE,
    FRAME_INLINE,
    DIFF_LESS_3,
    DIFF_LESS_2,
    DIFF_LESS_1,
    DIFF_SAME,
    DIFF_MORE_1,
    DIFF_MORE_2,
    DIFF_MORE_3,
    DIFF_TEXT,
    DIFF_TEXT_END;

    /// Name in the style sheets: `-pl-bg-2`.
    public String css() {
        return "-pl-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
