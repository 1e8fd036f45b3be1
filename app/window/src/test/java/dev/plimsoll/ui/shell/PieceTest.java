package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What was typed stands out in what was found.
final class PieceTest {

    @Test
    void aTypedWordStandsOutWhereItStandsFirst() {
        assertEquals(
                List.of(
                        new Piece("com.acme.", false),
                        new Piece("Textu", true),
                        new Piece("reCache.texture:214", false)),
                Piece.of("com.acme.TextureCache.texture:214", " textu"));
    }

    @Test
    void wordsMayTouchAndOverlap() {
        assertEquals(
                List.of(
                        new Piece("Go to t", false),
                        new Piece("he", true),
                        new Piece(" ", false),
                        new Piece("pa", true),
                        new Piece("ge", false)),
                Piece.of("Go to the page", "he  E pa"));
        assertEquals(List.of(new Piece("abc", true)), Piece.of("abc", "ab bc"));
    }

    @Test
    void nothingTypedOrNothingFoundIsOnePiece() {
        assertEquals(List.of(new Piece("Settings", false)), Piece.of("Settings", "  "));
        assertEquals(List.of(new Piece("Settings", false)), Piece.of("Settings", "detail"));
        assertEquals(List.of(), Piece.of("", "x"));
    }

    /// One capital letter here is two small ones: the places would not be the same.
    @Test
    void lettersThatGrowAreNotMarked() {
        assertEquals(List.of(new Piece("\u0130stanbul", false)), Piece.of("\u0130stanbul", "stan"));
    }
}
