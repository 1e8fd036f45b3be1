package dev.plimsoll.jfr.bench;

import java.util.List;

/**
 * A loop of {@code src/targets} that takes and gives back blocks through one binding.
 *
 * @param binding as the contract calls it, with what tells two loops of one apart
 * @param program its class
 * @param library a folder of the agent's {@code target/libs}, empty for the JDK alone
 * @param from the first JDK that has it
 * @param bytes of one block
 * @param blocks woven blocks per pair
 */
record CostLoop(String binding, String program, String library, int from, long bytes, int blocks) {

    /** What a block counts as when it is sampled: streams of zlib count as 4 KiB. */
    long weighed() {
        return binding.equals("zip") ? 4_096 : bytes;
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
            new CostLoop("netty 4.2", "NettyLoop", "netty42", 17, 64, 1));
}
