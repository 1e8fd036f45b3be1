package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.Difference;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.BindingColors;
import dev.plimsoll.ui.kit.DiffFill;
import java.util.List;
import javafx.scene.paint.Color;

/// Fills of frames. Sides of the border have colours of their own, the same in both themes; bindings and packages take
/// the bindings' hues, made lighter so that dark text stays readable on each.
final class FrameFill {

    private static final double TINT = 0.45;

    private static final List<Token> PACKAGE_HUES = List.of(
            Token.BIND_CYAN,
            Token.BIND_OLIVE,
            Token.BIND_INDIGO,
            Token.BIND_GREEN,
            Token.BIND_ROSE,
            Token.BIND_PURPLE,
            Token.BIND_RUST);

    private final Tokens tokens;
    private final ColourBy by;
    private final Answer answer;

    FrameFill(Tokens tokens, ColourBy by, Answer answer) {
        this.tokens = tokens;
        this.by = by;
        this.answer = answer;
    }

    Color of(FlameBox box) {
        Frame frame = box.frame();
        if (frame == null) {
            return tokens.get(Token.BG_3);
        }
        if (box.merged() > 0) {
            return tokens.get(Token.FRAME_VM);
        }
        return switch (by) {
            case SIDE -> tokens.get(side(frame));
            case BINDING ->
                box.node().binding().isEmpty()
                        ? tokens.get(Token.FRAME_VM)
                        : binding(box.node().binding());
            case PACKAGE -> ofPackage(frame.packageName());
            case AGE -> {
                Double age = answer.ages().get(box.node());
                yield age == null ? tokens.get(Token.FRAME_VM) : ofAge(LiveBlocks.ageClass((int) Math.round(age)));
            }
            case DIFFERENCE -> tokens.get(DiffFill.fill(difference(box)));
        };
    }

    /// What is written on a frame: of a difference the two ends are too dark for the ink of the others.
    Color ink(FlameBox box, Token otherwise) {
        return tokens.get(by == ColourBy.DIFFERENCE && box.merged() == 0 ? DiffFill.ink(difference(box)) : otherwise);
    }

    private Difference difference(FlameBox box) {
        Change change = answer.changes().get(box.node());
        return change == null ? Difference.SAME : Difference.of(change);
    }

    /// The fill that the legend shows for a name.
    Color named(String name) {
        return switch (by) {
            case SIDE, DIFFERENCE -> throw new IllegalStateException(by + " has a legend of its own");
            case BINDING -> binding(name);
            case PACKAGE -> ofPackage(name);
            case AGE -> ofAge(LiveBlocks.AGES.indexOf(name));
        };
    }

    /// From pale to full, the older the stronger; dark text stays readable on each.
    private Color ofAge(int ageClass) {
        double share = (double) ageClass / (LiveBlocks.AGES.size() - 1);
        return tokens.get(Token.DIFF_SAME).interpolate(tokens.get(Token.DIFF_MORE_2), share);
    }

    static Token side(Frame frame) {
        return switch (frame.kind()) {
            case JAVA -> Token.FRAME_JAVA;
            case BINDING -> Token.FRAME_BINDING;
            case NATIVE -> Token.FRAME_NATIVE;
            case VM -> Token.FRAME_VM;
        };
    }

    Color binding(String name) {
        return tint(BindingColors.hue(name, tokens));
    }

    /// A package keeps its hue from run to run; two may share one.
    Color ofPackage(String name) {
        return name.isEmpty()
                ? tokens.get(Token.FRAME_VM)
                : tint(tokens.get(PACKAGE_HUES.get(Math.floorMod(name.hashCode() * 31, PACKAGE_HUES.size()))));
    }

    private Color tint(Color hue) {
        return hue.interpolate(tokens.get(Token.ON_ACCENT), TINT);
    }
}
