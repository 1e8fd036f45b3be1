package dev.plimsoll.ui;

import javafx.scene.image.Image;

/// Two pictures of one size, laid over each other.
public final class PictureDifference {

    private PictureDifference() {}

    /// How many pixels are not the same.
    public static int pixels(Image one, Image other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                boolean same = one.getPixelReader().getArgb(x, y)
                        == other.getPixelReader().getArgb(x, y);
                count += same ? 0 : 1;
            }
        }
        return count;
    }
}
