package renderer;

import java.util.ArrayList;
import java.util.List;

/// The passes of a frame in the order in which they draw.
final class FrameGraph {

    private final List<Pass> passes = new ArrayList<>();

    FrameGraph pass(Pass pass) {
        passes.add(pass);
        return this;
    }

    void run(Frame frame) {
        frame.target().clear();
        for (Pass pass : passes) {
            pass.render(frame);
        }
        frame.target().present();
    }
}
