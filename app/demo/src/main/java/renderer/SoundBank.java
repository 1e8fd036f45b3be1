package renderer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Decodes clips to samples, each into an arena of its own. Audio thread only.
final class SoundBank {

    private static final int RATE = 22_050;

    private final Account.Site site;

    SoundBank(Account.Site site) {
        this.site = site;
    }

    /// A tone of one and a half to two and a half seconds.
    Clip decode(int id) {
        Arena arena = Arena.ofConfined();
        long samples = RATE * 3L / 2 + RATE * (id % 8L) / 8;
        MemorySegment pcm = arena.allocate(ValueLayout.JAVA_SHORT, samples);
        site.took(pcm.byteSize());
        double step = 2 * Math.PI * (220 + 20 * (id % 11)) / RATE;
        for (long i = 0; i < samples; i++) {
            pcm.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) (8000 * Math.sin(i * step)));
        }
        return new Clip(arena, pcm);
    }

    /// The clip has been heard.
    void release(Clip clip) {
        site.gaveBack(clip.pcm().byteSize());
        clip.arena().close();
    }

    /// @param arena what the samples live in
    /// @param pcm 16 bit samples
    record Clip(Arena arena, MemorySegment pcm) {

        double seconds() {
            return (double) pcm.byteSize() / Short.BYTES / RATE;
        }

        short sample(double at) {
            return pcm.getAtIndex(ValueLayout.JAVA_SHORT, (long) (at * RATE));
        }
    }
}
