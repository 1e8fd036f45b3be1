package dev.plimsoll.ui;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.StackTable;
import java.util.ArrayList;
import java.util.List;

/// The sites of [SampleSnapshots]: what each has live, and its stack.
final class SampleSites {

    static final String[][] ALL = {
        // binding, MiB live, margin, blocks, freed MiB, owner gone share, frames: innermost first
        {
            "lwjgl",
            "412",
            "8.1",
            "1648",
            "0",
            "0.973",
            "org.lwjgl.system.jemalloc.JEmalloc.nje_malloc org.lwjgl.system.MemoryUtil.nmemAllocChecked:379"
                    + " org.lwjgl.system.MemoryUtil.memAlloc:418 com.acme.render.TextureCache.upload:214"
                    + " com.acme.render.TextureCache.load:131 com.acme.render.TextureCache.get:96"
                    + " com.acme.render.MaterialBinder.bind:127 com.acme.render.RenderQueue.flush:212"
                    + " com.acme.render.Scene.draw:301 com.acme.render.RenderLoop.frame:140"
                    + " com.acme.render.RenderLoop.run:88 java.lang.Thread.run:1583"
        },
        {
            "javacpp",
            "152",
            "6.0",
            "38",
            "16408",
            "0",
            "org.bytedeco.javacpp.BytePointer.allocateArray org.bytedeco.javacpp.BytePointer.<init>:59"
                    + " com.acme.codec.JpegDecoder.decode:140 com.acme.codec.DecodeTask.call:33"
                    + " java.util.concurrent.ThreadPoolExecutor.runWorker:1144"
                    + " java.util.concurrent.ThreadPoolExecutor$Worker.run:642 java.lang.Thread.run:1583"
        },
        {
            "mapped",
            "96",
            "0",
            "3",
            "0",
            "0",
            "sun.nio.ch.FileChannelImpl.mapInternal:1321 sun.nio.ch.FileChannelImpl.map:1169"
                    + " com.acme.asset.PackFile.open:31 com.acme.codec.DecodeTask.call:21"
                    + " java.util.concurrent.ThreadPoolExecutor.runWorker:1144"
                    + " java.util.concurrent.ThreadPoolExecutor$Worker.run:642 java.lang.Thread.run:1583"
        },
        {
            "ffm",
            "88",
            "0",
            "704",
            "490",
            "0.6",
            "jdk.internal.foreign.NativeMemorySegmentImpl.allocateNativeInternal:184"
                    + " jdk.internal.foreign.ArenaImpl.allocateNoInit:55 jdk.internal.foreign.ArenaImpl.allocate:65"
                    + " com.acme.mesh.MeshLoader.readIndex:52 com.acme.mesh.MeshLoader.load:40"
                    + " com.acme.render.RenderLoop.poll:171 com.acme.render.RenderLoop.run:84"
                    + " java.lang.Thread.run:1583"
        },
        {
            "direct",
            "64",
            "3.9",
            "16",
            "8856",
            "0",
            "java.nio.DirectByteBuffer.<init>:119 java.nio.ByteBuffer.allocateDirect:360"
                    + " com.acme.net.FrameCodec.decode:77 com.acme.net.FrameCodec.processSocket:41"
                    + " com.acme.net.Server.run:19 java.lang.Thread.run:1583"
        },
        {
            "lwjgl",
            "44",
            "2.2",
            "11",
            "36",
            "0",
            "org.lwjgl.system.jemalloc.JEmalloc.nje_calloc org.lwjgl.system.MemoryUtil.memCalloc:455"
                    + " com.acme.render.GlyphAtlas.grow:188 com.acme.render.GlyphAtlas.rasterize:92"
                    + " com.acme.render.RenderQueue.flush:219 com.acme.render.Scene.draw:301"
                    + " com.acme.render.RenderLoop.frame:140 com.acme.render.RenderLoop.run:88"
                    + " java.lang.Thread.run:1583"
        },
        {
            "ffm",
            "40",
            "0",
            "5",
            "0",
            "0",
            "jdk.internal.foreign.NativeMemorySegmentImpl.allocateNativeInternal:184"
                    + " jdk.internal.foreign.ArenaImpl.allocate:65 com.acme.audio.Mixer.ring:61"
                    + " com.acme.audio.Mixer.start:22 com.acme.render.RenderLoop.run:79 java.lang.Thread.run:1583"
        },
        {
            "lwjgl",
            "12.1",
            "1.8",
            "96",
            "12",
            "0",
            "org.lwjgl.system.MemoryUtil.memUTF8:2110 com.acme.render.ShaderCache.compile:59"
                    + " com.acme.render.ShaderCache.get:34 com.acme.render.MaterialBinder.bind:119"
                    + " com.acme.render.RenderQueue.flush:212 com.acme.render.Scene.draw:301"
                    + " com.acme.render.RenderLoop.frame:140 com.acme.render.RenderLoop.run:88"
                    + " java.lang.Thread.run:1583"
        },
        {
            "jna",
            "9",
            "1.1",
            "2304",
            "0.1",
            "0",
            "com.sun.jna.Native.malloc com.sun.jna.Memory.<init>:109 com.acme.input.Gamepad.scan:44"
                    + " com.acme.input.Input.poll:18 com.acme.render.RenderLoop.poll:169"
                    + " com.acme.render.RenderLoop.run:84 java.lang.Thread.run:1583"
        },
        {
            "zip",
            "7",
            "0",
            "212",
            "1370",
            "0",
            "java.util.zip.Inflater.init java.util.zip.Inflater.<init>:115 com.acme.codec.ZipSource.read:22"
                    + " com.acme.codec.DecodeTask.call:19 java.util.concurrent.ThreadPoolExecutor.runWorker:1144"
                    + " java.util.concurrent.ThreadPoolExecutor$Worker.run:642 java.lang.Thread.run:1583"
        },
    };

    private SampleSites() {}

    /// @param variant above 0: other lines of the outer callers
    static int stack(StackTable stacks, String words, int variant) {
        List<Frame> frames = new ArrayList<>();
        for (String word : words.split(" ")) {
            int colon = word.lastIndexOf(':');
            String name = colon < 0 ? word : word.substring(0, colon);
            int line = colon < 0 ? -1 : Integer.parseInt(word.substring(colon + 1));
            int dot = name.lastIndexOf('.');
            String owner = name.substring(0, dot);
            boolean variable = variant > 0 && owner.startsWith("com.acme") && frames.size() > 3;
            frames.add(
                    new Frame(owner, name.substring(dot + 1), line + (variable ? variant : 0), Border.kindOf(owner)));
        }
        return stacks.intern(frames, false);
    }
}
