package dev.plimsoll.ui.kit;

import javafx.scene.Node;

/// The size of the window around a node in the node's own lengths: a window whose everything is drawn at 200 % has half
/// the room.
public record WindowSize(double width, double height) {

    /// Of a node in no window: 1440x900.
    public static WindowSize around(Node node) {
        var scene = node.getScene();
        if (scene == null) {
            return new WindowSize(1440, 900);
        }
        double scale = node.getLocalToSceneTransform().getMxx();
        return new WindowSize(scene.getWidth() / scale, scene.getHeight() / scale);
    }
}
