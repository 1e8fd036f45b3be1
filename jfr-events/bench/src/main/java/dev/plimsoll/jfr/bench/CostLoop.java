package dev.plimsoll.jfr.bench;

import java.util.List;

/**
 * A loop of {@code src/targets} that takes and gives back blocks through one binding.
 *
 * @param binding as the contract calls it, with what tells two loops of one apart
 * @param program its class
 * @param library a folder of the agent's {@code target/libs}, empty for the JDK alone
 * @param from the first JDK that has it
 * @param bytes of one block, 0 where nobody in Java knows
 * @param blocks woven blocks per pair
 */
record CostLoop(String binding, String program, String library, int from, long bytes, int blocks) {

    private static final String ROCKSDB = """
            binding rocksdb org.rocksdb%3Arocksdbjni
            born org/rocksdb/RocksObject %3Cinit%3E (J) - this.nativeHandle_ - this
            dies org/rocksdb/AbstractImmutableNativeReference close () this.owningHandle_.get() this.nativeHandle_ \
            org/rocksdb/RocksObject
            """;

    /** What a block counts as when it is sampled: streams of zlib count as 4 KiB, what has no known size as 1 KiB. */
    long weighed() {
        return binding.equals("zip") ? 4_096 : bytes == 0 ? 1_024 : bytes;
    }

    /** Rules that the agent is given, as the desk would write those it ships; empty for bindings that are built in. */
    String rules() {
        return binding.equals("rocksdb") ? ROCKSDB : "";
    }

    static final List<CostLoop> ALL = List.of(
            new CostLoop("unsafe", "UnsafeLoop", "", 17, 64, 1),
            new CostLoop("direct", "DirectLoop", "", 17, 64, 1),
            new CostLoop("ffm", "FfmLoop", "", 25, 64, 1),
            new CostLoop("mapped", "MappedLoop", "", 17, 4_096, 1),
            new CostLoop("zip", "ZipLoop", "", 17, 40_000, 1),
            new CostLoop("jna", "JnaLoop", "jna", 17, 64, 1),
            new CostLoop("lwjgl 3.3", "LwjglLoop", "lwjgl33", 17, 64, 1),
            new CostLoop("lwjgl 3.4", "LwjglLoop", "lwjgl34", 17, 64, 1),
            new CostLoop("javacpp", "JavacppLoop", "javacpp", 17, 64, 1),
            new CostLoop("jnr", "JnrLoop", "jnr", 17, 64, 1),
            new CostLoop("netty 4.1", "NettyLoop", "netty41", 17, 64, 1),
            new CostLoop("netty 4.2", "NettyLoop", "netty42", 17, 64, 1),
            new CostLoop("skija", "SkijaLoop", "skija", 17, 0, 1),
            new CostLoop("javafx", "JavafxLoop", "javafx", 25, 0, 1),
            new CostLoop("rocksdb", "RocksdbLoop", "../released/rocksdb", 17, 0, 1),
            new CostLoop("gl", "GlLoop", "gpu33", 17, 0, 1),
            new CostLoop("vulkan", "VulkanLoop", "gpu33", 17, 64, 1));
}
