package dev.plimsoll.ui;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.OwnerDeaths;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Coverage;
import dev.plimsoll.session.Health;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.session.Subject;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A rich snapshot for the window's tests and pictures: ten minutes of a renderer that leaks, always the same figures.
/// Written by hand because the window must not depend on how the ledger gets there.
public final class SampleSnapshots {

    public static final double MIB = 1024 * 1024;
    public static final long SECOND = 1_000_000_000L;

    /// 14:00:00 local time.
    public static final long START =
            LocalDateTime.of(2026, 3, 14, 14, 0).atZone(ZoneId.systemDefault()).toEpochSecond() * SECOND;

    public static final long END = START + 600 * SECOND;

    /// Of the cycle with id 187, the only full one asked for by `System.gc()`.
    public static final long FULL_GC = 187;

    private static final String[][] SITES = {
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

    private final StackTable stacks = new StackTable();

    private SampleSnapshots() {}

    /// Ten minutes, live, with everything in it.
    public static Snapshot rich() {
        return new SampleSnapshots().make(1, new Phase.Live());
    }

    /// The same, opened from a file.
    public static Snapshot playback() {
        return new SampleSnapshots().make(1, new Phase.Playback());
    }

    /// Just attached: the process is known, nothing has happened.
    public static Snapshot empty() {
        Series none = new Series("", "bytes", new long[0], new double[0]);
        return new Snapshot(
                0,
                new Phase.Live(),
                subject(new Phase.Live()),
                new StackTable(),
                new LedgerSnapshot(0, List.of(), List.of(), Columns.EMPTY, List.of(), 0, 0, List.of(), 0, 0),
                new TimelineSnapshot(0, 0, none, none, none, List.of(), none, List.of(), -1),
                List.of(),
                "Nothing has been recorded yet.",
                Health.UNKNOWN,
                List.of(new Coverage("direct", "woven", ""), new Coverage("ffm", "woven", "")));
    }

    private Snapshot make(long version, Phase phase) {
        LedgerSnapshot ledger = ledger();
        return new Snapshot(
                version,
                phase,
                subject(phase),
                stacks,
                ledger,
                timeline(ledger),
                findings(ledger),
                "RSS grew by 988.0 MiB in 10 minutes; 42 % of it is one leak in TextureCache.upload.",
                new Health(512 * 1024, "fixed", 0.7, 2140, 0, 3, 0, 110, false),
                List.of(
                        new Coverage("lwjgl", "woven", "3.3.4"),
                        new Coverage("ffm", "woven", ""),
                        new Coverage("direct", "woven", ""),
                        new Coverage("jna", "woven", "5.15"),
                        new Coverage("netty", "absent", "no class of it is loaded")));
    }

    private static Subject subject(Phase phase) {
        String file = phase instanceof Phase.Playback ? "render-leak-1404.jfr" : "";
        return new Subject("com.acme.render.RenderServer", 48213, "JDK 21.0.5", "-Xmx1g", "G1", file);
    }

    private int stack(String words, int variant) {
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

    private LedgerSnapshot ledger() {
        List<StackTotals> totals = new ArrayList<>();
        Columns blocks = new Columns();
        int row = 0;
        for (String[] site : SITES) {
            double live = Double.parseDouble(site[1]) * MIB;
            double sigma = Double.parseDouble(site[2]) * MIB / 1.96;
            long count = Long.parseLong(site[3]);
            double freed = Double.parseDouble(site[4]) * MIB;
            double gone = Double.parseDouble(site[5]);
            // Four stacks a site: the main one and three by other lines of the callers.
            double[] shares = {0.85, 0.1, 0.04, 0.01};
            for (int variant = 0; variant < shares.length; variant++) {
                double share = shares[variant];
                SiteKey key = new SiteKey(site[0], stack(site[6], variant));
                Estimate liveBytes = new Estimate(live * share, sigma * sigma * share);
                Estimate liveBlocks = new Estimate(Math.rint(count * share), sigma == 0 ? 0 : count * share * 0.2);
                Estimate allocated = liveBytes.plus(new Estimate(freed * share, 0));
                totals.add(new StackTotals(
                        key,
                        liveBytes,
                        liveBlocks,
                        allocated,
                        new Estimate(Math.rint(count * share * (1 + freed / Math.max(live, 1))), 0),
                        new Estimate(freed * share, 0),
                        new Estimate(live * share * gone, sigma * sigma * share * gone),
                        new Estimate(Math.rint(count * share * gone), 0)));
                long sampled = Math.max(1, Math.min(700, Math.round(count * share * 0.4)));
                for (int i = 0; i < sampled; i++, row++) {
                    long bytes = Math.max(16, Math.round(live / count));
                    blocks.add(new Block(
                            row,
                            0x7f3a0e400000L + 0x40000L * row,
                            bytes,
                            count * share / sampled,
                            site[0],
                            site[0].equals("ffm") ? "auto" : "malloc",
                            site[0].equals("lwjgl") ? "com.acme.render.Texture" : null,
                            START + (20 + (long) i * 570 / sampled) * SECOND,
                            i < sampled * gone ? START + (60 + (long) i * 570 / sampled) * SECOND : 0,
                            key.stack()));
                }
            }
        }
        return new LedgerSnapshot(
                END, sums(totals), totals, blocks, callbacks(), 412, 74, List.of(), 3, 1_284_310, 0, deaths(totals));
    }

    private static List<BindingSums> sums(List<StackTotals> totals) {
        Map<String, BindingSums> byName = new TreeMap<>();
        for (StackTotals total : totals) {
            BindingSums one = new BindingSums(
                    total.key().binding(),
                    Math.round(total.allocatedBytes().value()),
                    Math.round(total.allocations().value()),
                    Math.round(total.allocations().value() - total.liveBlocks().value()),
                    true,
                    total.liveBytes(),
                    total.liveBlocks(),
                    total.freedBytes());
            byName.merge(
                    one.binding(),
                    one,
                    (a, b) -> new BindingSums(
                            a.binding(),
                            a.allocatedBytes() + b.allocatedBytes(),
                            a.allocations() + b.allocations(),
                            a.frees() + b.frees(),
                            true,
                            a.liveBytes().plus(b.liveBytes()),
                            a.liveBlocks().plus(b.liveBlocks()),
                            a.freedBytes().plus(b.freedBytes())));
        }
        return List.copyOf(byName.values());
    }

    private List<Callback> callbacks() {
        List<Callback> all = new ArrayList<>();
        String open = "org.lwjgl.system.Callback.create:113 org.lwjgl.glfw.GLFWKeyCallback.create:41"
                + " com.acme.ui.WindowManager.open:67 com.acme.ui.WindowManager.restore:30"
                + " com.acme.render.RenderLoop.poll:160 com.acme.render.RenderLoop.run:84 java.lang.Thread.run:1583";
        String mixer = "jdk.internal.foreign.abi.AbstractLinker.upcallStub:145 com.acme.audio.Mixer.start:25"
                + " com.acme.render.RenderLoop.run:79 java.lang.Thread.run:1583";
        String sort = "jdk.internal.foreign.abi.AbstractLinker.upcallStub:145 com.acme.mesh.MeshSorter.sort:18"
                + " com.acme.render.Scene.draw:288 com.acme.render.RenderLoop.frame:140"
                + " com.acme.render.RenderLoop.run:88 java.lang.Thread.run:1583";
        int opened = stack(open, 0);
        int mixed = stack(mixer, 0);
        int sorted = stack(sort, 0);
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

    private static List<OwnerDeaths> deaths(List<StackTotals> totals) {
        List<OwnerDeaths> deaths = new ArrayList<>();
        List<StackTotals> gone = totals.stream()
                .filter(total -> total.ownerGoneBytes().value() > 0)
                .toList();
        for (int i = 0; i < 36; i++) {
            double died = (i == 14 ? 30.9 : 6 + i * 7 % 9) * MIB;
            double freed = died * (i < 6 ? 0.7 : 0.18);
            double stuck = died - freed;
            Map<SiteKey, Double> sites = new LinkedHashMap<>();
            for (StackTotals total : gone) {
                sites.put(total.key(), died / gone.size());
            }
            deaths.add(new OwnerDeaths(173 + i, died, freed, stuck, sites));
        }
        return deaths;
    }

    private static TimelineSnapshot timeline(LedgerSnapshot ledger) {
        int points = 601;
        long[] times = new long[points];
        double[] rss = new double[points];
        double[] used = new double[points];
        double[] committed = new double[points];
        double[] live = new double[points];
        for (int i = 0; i < points; i++) {
            times[i] = START + i * SECOND;
            double wave = Math.sin(i * 0.9) * 3 + Math.cos(i * 0.23) * 4;
            rss[i] = (1176 + i * 1.02 + (i > 90 ? 120 : 0) + (i > 300 ? 120 : 0) + (i > 450 ? 136 : 0) + wave) * MIB;
            committed[i] = (i < 90 ? 512 : i < 300 ? 640 : 768) * MIB;
            used[i] = (210 + (i * 16 % 270) * 0.9) * MIB;
            live[i] = Math.floor(22 + i * 0.526);
        }
        rss[points - 1] = 2164 * MIB;
        List<Series> byBinding = new ArrayList<>();
        for (BindingSums sums : ledger.bindings()) {
            double now = sums.liveBytes().value();
            double growth =
                    sums.binding().equals("lwjgl") ? 0.87 : sums.binding().equals("ffm") ? 0.72 : 0.3;
            double[] values = new double[points];
            for (int i = 0; i < points; i++) {
                values[i] = now * (1 - growth + growth * i / (points - 1));
            }
            byBinding.add(new Series(sums.binding(), "bytes", times, values));
        }
        return new TimelineSnapshot(
                START,
                END,
                new Series("rss", "bytes", times, rss),
                new Series("heapUsed", "bytes", times, used),
                new Series("heapCommitted", "bytes", times, committed),
                byBinding,
                new Series("callbacks", "callbacks", times, live),
                cycles(ledger.ownerDeaths()),
                Math.round(2560 * MIB));
    }

    private static List<Cycle> cycles(List<OwnerDeaths> deaths) {
        List<Cycle> cycles = new ArrayList<>();
        for (int i = 0; i < deaths.size(); i++) {
            OwnerDeaths death = deaths.get(i);
            boolean full = i == 14 || i == 29;
            long pause = full ? 182_400_000L : 8_700_000L + i * 613_000L % 4_000_000L;
            cycles.add(new Cycle(
                    death.gcId(),
                    full ? "G1Full" : "G1New",
                    full ? "System.gc()" : i % 5 == 2 ? "G1 Humongous Allocation" : "G1 Evacuation Pause",
                    !full,
                    START + (long) ((8 + i * 16.3) * SECOND),
                    pause + 400_000,
                    pause,
                    pause,
                    full ? 2204 : 180 + i * 13L,
                    Math.round((208 + i * 37 % 80) * MIB),
                    death.died(),
                    death.freed(),
                    death.stuck()));
        }
        return cycles;
    }

    private List<Finding> findings(LedgerSnapshot ledger) {
        List<StackTotals> all = ledger.stacks();
        return List.of(
                finding(
                        "owner-collected",
                        Verdict.LEAK_PROVEN,
                        "TextureCache.upload loses one 256 KiB buffer for each texture that is evicted.",
                        all.get(0),
                        List.of(
                                "Owner collected two or more cycles ago, block still live: 1,604 of 1,648 blocks.",
                                "No free was ever seen for this site: 1,648 allocations, 0 frees.",
                                "Survivors from 27 of 28 birth cycles; a cache would be bounded.",
                                "Live bytes rise with each cycle: Theil-Sen slope 50.4 MiB/min, lower bound 48.8."),
                        "Free the staging buffer when the upload is done. It is needed only for glTexSubImage2D,"
                                + " which copies it."),
                new Finding(
                        "pair-never-closed",
                        Verdict.LEAK_LIKELY,
                        "Key callbacks are registered for each window and never released.",
                        "lwjgl",
                        Estimate.ZERO,
                        new Estimate(312, 0),
                        frame(ledger.callbacks().getFirst().stack()),
                        ledger.callbacks().getFirst().stack(),
                        List.of("312 were created, none was destroyed.", "290 owners were collected."),
                        "Free the callback when its window closes: glfwFreeCallbacks(window)."),
                new Finding(
                        "limit",
                        Verdict.SIZED_TOO_SMALL,
                        "With the heap full, 140.0 MiB are left below the container limit.",
                        "",
                        new Estimate(140 * MIB, 0),
                        Estimate.ZERO,
                        null,
                        0,
                        List.of("-Xmx1g and 1,396 MiB outside the heap, limit 2,560 MiB."),
                        "Give the container 256 MiB more, or the heap less."),
                finding(
                        "cleaner-only",
                        Verdict.RELEASED_LATE,
                        "Only the GC frees these arenas: Arena.ofAuto in a loop.",
                        all.get(12),
                        List.of("The median block was freed 41 s and 4 cycles after its owner became unreachable."),
                        "Use Arena.ofConfined in a try block."),
                finding(
                        "allocator",
                        Verdict.RETAINED_BY_ALLOCATOR,
                        "Live bytes are flat, RSS is not: pages stay with malloc.",
                        all.get(4),
                        List.of("Freed 16,408 MiB while RSS stayed up by 101.0 MiB."),
                        "Set MALLOC_ARENA_MAX=2, or call malloc_trim after a batch."));
    }

    private Finding finding(
            String rule, Verdict verdict, String sentence, StackTotals site, List<String> evidence, String advice) {
        return new Finding(
                rule,
                verdict,
                sentence,
                site.key().binding(),
                site.liveBytes(),
                site.liveBlocks(),
                frame(site.key().stack()),
                site.key().stack(),
                evidence,
                advice);
    }

    private Frame frame(int stack) {
        return stacks.get(stack).site();
    }

    /// Blocks in plain arrays.
    private static final class Columns implements BlockTable {
        static final Columns EMPTY = new Columns();
        private final List<Block> rows = new ArrayList<>();

        void add(Block block) {
            rows.add(block);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public int next(int row) {
            return row < rows.size() ? row : -1;
        }

        @Override
        public long address(int row) {
            return rows.get(row).address();
        }

        @Override
        public long bytes(int row) {
            return rows.get(row).bytes();
        }

        @Override
        public double weight(int row) {
            return rows.get(row).weight();
        }

        @Override
        public int stack(int row) {
            return rows.get(row).stack();
        }

        @Override
        public long allocated(int row) {
            return rows.get(row).allocated();
        }

        @Override
        public Block block(int row) {
            return rows.get(row);
        }
    }
}
