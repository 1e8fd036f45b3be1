package renderer;

/// Starts and draws sparks.
final class ParticlePass implements Pass {

    private static final int FRAMES_PER_BURST = 20;

    private final ParticleSystem particles;

    ParticlePass(ParticleSystem particles) {
        this.particles = particles;
    }

    @Override
    public void render(Frame frame) {
        if (frame.number() % FRAMES_PER_BURST == 0) {
            particles.emit(frame.seconds());
        }
        particles.draw(frame);
    }
}
