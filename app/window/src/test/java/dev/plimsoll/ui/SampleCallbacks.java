package dev.plimsoll.ui;

import static dev.plimsoll.ui.SampleSnapshots.END;
import static dev.plimsoll.ui.SampleSnapshots.SECOND;
import static dev.plimsoll.ui.SampleSnapshots.START;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.Callback;
import java.util.ArrayList;
import java.util.List;

/// Three sites that register callbacks: one never releases, one holds two for ever, one is well kept.
final class SampleCallbacks {

    private SampleCallbacks() {}

    static List<Callback> all(StackTable stacks) {
        List<Callback> all = new ArrayList<>();
        String open = "org.lwjgl.system.Callback.create:113 org.lwjgl.glfw.GLFWKeyCallback.create:41"
                + " com.acme.ui.WindowManager.open:67 com.acme.ui.WindowManager.restore:30"
                + " com.acme.render.RenderLoop.poll:160 com.acme.render.RenderLoop.run:84 java.lang.Thread.run:1583";
        String mixer = "jdk.internal.foreign.abi.AbstractLinker.upcallStub:145 com.acme.audio.Mixer.start:25"
                + " com.acme.render.RenderLoop.run:79 java.lang.Thread.run:1583";
        String sort = "jdk.internal.foreign.abi.AbstractLinker.upcallStub:145 com.acme.mesh.MeshSorter.sort:18"
                + " com.acme.render.Scene.draw:288 com.acme.render.RenderLoop.frame:140"
                + " com.acme.render.RenderLoop.run:88 java.lang.Thread.run:1583";
        int opened = SampleSites.stack(stacks, open, 0);
        int mixed = SampleSites.stack(stacks, mixer, 0);
        int sorted = SampleSites.stack(stacks, sort, 0);
        for (int i = 0; i < 312; i++) {
            long at = START + (long) (15 + i * 1.86) * SECOND;
            all.add(new Callback(
                    0x7f40a0001000L + i * 0x40L,
                    "com.acme.ui.KeyHandler.invoke",
                    "lwjgl",
                    "explicit",
                    at,
                    0,
                    i < 290 ? at + 8 * SECOND : 0,
                    i * 3L,
                    i == 0 ? 0 : at + 6 * SECOND,
                    opened));
        }
        for (int i = 0; i < 2; i++) {
            all.add(new Callback(
                    0x7f40b0000000L + i * 0x80L,
                    "com.acme.audio.Mixer.mix",
                    "ffm",
                    "global",
                    START + 5 * SECOND,
                    0,
                    0,
                    28_125,
                    END - SECOND / 20,
                    mixed));
        }
        for (int i = 0; i < 24; i++) {
            all.add(new Callback(
                    0x7f40c0000000L + i * 0x80L,
                    "com.acme.mesh.MeshSorter.compare",
                    "ffm",
                    "confined",
                    START + (550 + i * 2L) * SECOND,
                    i < 22 ? START + (551 + i * 2L) * SECOND : 0,
                    0,
                    1_024,
                    START + (551 + i * 2L) * SECOND,
                    sorted));
        }
        return all;
    }
}
