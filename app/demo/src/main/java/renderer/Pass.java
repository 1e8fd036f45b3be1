package renderer;

/// One step of a frame. Render thread only.
interface Pass {

    void render(Frame frame);
}
