package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.weave.Recorded.Block;
import dev.plimsoll.testing.Drivers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of OpenGL and Vulkan, on drivers that use the processor. */
class GpuWeaveTest {

    @ParameterizedTest
    @CsvSource({"17, gpu33, 3.3.6", "25, gpu34, 3.4.1"})
    void objectsOfOpenGlAreFollowed(int jdk, String library, String version, @TempDir Path directory) throws Exception {
        Drivers.openGl();
        Watched run = Watched.run(directory, jdk, "UsesGl", library, r -> true);
        Recorded recorded = run.recorded();
        List<Block> blocks = recorded.blocks("gl", "UsesGl");

        assertEquals(
                List.of(
                        "texture 0 realloc",
                        "texture 8448 live",
                        "buffer 0 realloc",
                        "buffer 0 realloc",
                        "buffer 0 explicit",
                        "buffer 70001 realloc",
                        "buffer 2220 live",
                        "buffer 4711 explicit",
                        "framebuffer 0 explicit",
                        "framebuffer 0 explicit",
                        "texture 0 realloc",
                        "texture 1050 explicit",
                        "buffer 0 realloc",
                        "buffer 12345 explicit",
                        "renderbuffer 0 realloc",
                        "renderbuffer 572 explicit",
                        "shader 0 explicit",
                        "program 0 live",
                        "fence 0 explicit",
                        "texture 0 live"),
                texts(blocks));
        assertEquals(0, run.told("same"), "the second context has the same names for other textures");
        assertEquals(
                List.of("gl explicit org.lwjgl.opengl.GLDebugMessageCallback$Container released"),
                callbacks(recorded, "gl"));
        assertEquals(
                Map.of(
                        "glBufferData, copied", "2 calls 6931",
                        "glBufferSubData, copied", "1 calls 66",
                        "glTexSubImage2D, copied", "1 calls 140",
                        "glMapBuffer, mapped", "1 calls 2220",
                        "glMapBufferRange, mapped", "1 calls 1001"),
                recorded.uploads());
        assertEquals("woven " + version, recorded.coverage("gl"));
        assertEquals(0, recorded.errors());
    }

    @ParameterizedTest
    @CsvSource({"17, gpu33", "25, gpu34"})
    void texturesHaveTheBytesOfAllTheirParts(int jdk, String library, @TempDir Path directory) throws Exception {
        Drivers.openGl();
        Recorded recorded =
                Watched.run(directory, jdk, "UsesTextures", library, r -> true).recorded();
        List<Block> blocks = recorded.blocks("gl", "UsesTextures").stream()
                .filter(b -> b.bytes() > 0)
                .toList();

        assertEquals(
                List.of(
                        "texture 12600 live",
                        "texture 341 live",
                        "texture 750 live",
                        "texture 1920 live",
                        "texture 544 live",
                        "texture 160 live",
                        "texture 240 live",
                        "texture 147 realloc",
                        "texture 294 realloc",
                        "texture 441 realloc",
                        "texture 588 realloc",
                        "texture 735 realloc",
                        "texture 882 realloc",
                        "texture 909 realloc",
                        "texture 894 live",
                        "texture 180 realloc",
                        "texture 192 realloc",
                        "texture 183 live",
                        "texture 17 live",
                        "texture 60 live",
                        "texture 96 explicit",
                        "texture 288 live",
                        "renderbuffer 2288 live",
                        "texture 480 live",
                        "texture 108 live",
                        "texture 13 live",
                        "texture 270 live",
                        "texture 132 live",
                        "texture 100 live",
                        "renderbuffer 960 live",
                        "renderbuffer 143 live",
                        "texture 308 live"),
                texts(blocks));
        assertEquals(0, recorded.errors());
    }

    /** What is not sampled is counted all the same, and its end is neither written nor a misuse. */
    @ParameterizedTest
    @CsvSource({"17, gpu33", "25, gpu34"})
    void manyObjectsAreSampled(int jdk, String library, @TempDir Path directory) throws Exception {
        Drivers.openGl();
        Watched run = Watched.sampled(directory, jdk, "UsesManyBuffers", library, 10_007);
        Recorded recorded = run.recorded();

        assertEquals(2 * run.told("made"), recorded.total("gl", "allocations"));
        assertEquals(run.told("made") + run.told("deleted"), recorded.total("gl", "frees"));
        assertEquals(run.told("bytes"), recorded.total("gl", "allocatedBytes"));
        List<Long> live = new ArrayList<>();
        double estimate = 0;
        double variance = 0;
        for (RecordedEvent event : recorded.events()) {
            String type = event.getEventType().getName();
            if (type.equals("plimsoll.NativeAllocation")) {
                live.add(event.getLong("address"));
                double bytes = event.getLong("bytes");
                double weight = event.getDouble("weight");
                estimate += bytes * weight;
                variance += bytes * bytes * weight * (weight - 1);
            } else if (type.equals("plimsoll.NativeFree")) {
                assertTrue(live.remove(Long.valueOf(event.getLong("address"))), "a free of what was never written");
            }
        }
        assertTrue(variance > 0, "nothing was left out");
        double error = Math.abs(estimate - run.told("bytes"));
        assertTrue(error < 6 * Math.sqrt(variance), "six standard errors: a chance of one in five hundred million");
        assertEquals(List.of(), recorded.misuses());
        assertEquals(0, recorded.errors());
    }

    @ParameterizedTest
    @CsvSource({"17, gpu33, 3.3.6", "25, gpu34, 3.4.1"})
    void objectsOfVulkanAreFollowed(int jdk, String library, String version, @TempDir Path directory) throws Exception {
        Drivers.vulkan();
        Watched run = Watched.run(directory, jdk, "UsesVulkan", library, r -> true);
        Recorded recorded = run.recorded();
        List<Block> blocks = recorded.blocks("vulkan", "UsesVulkan");

        assertEquals(
                List.of(
                        "instance 0 live",
                        "device 0 live",
                        "memory 70001 live",
                        "memory 12345 explicit",
                        "buffer 0 explicit",
                        "buffer 0 live",
                        "fence 0 explicit",
                        "shader module 0 explicit",
                        "pipeline layout 0 live",
                        "pipeline 0 live",
                        "pipeline 0 explicit"),
                texts(blocks));
        assertEquals(
                List.of(
                        "vulkan explicit org.lwjgl.vulkan.VkDebugUtilsMessengerCallbackEXT$Container live",
                        "vulkan explicit org.lwjgl.vulkan.VkDebugUtilsMessengerCallbackEXT$Container released"),
                callbacks(recorded, "vulkan"));
        assertEquals(Map.of("vkMapMemory, mapped", "2 calls 71004"), recorded.uploads());
        assertEquals("woven " + version, recorded.coverage("vulkan"));
        assertEquals(0, recorded.errors());
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream()
                .map(b -> b.kind() + " " + b.bytes() + " " + (b.cause() == null ? "live" : b.cause()))
                .toList();
    }

    private static List<String> callbacks(Recorded recorded, String binding) {
        List<Long> released = new ArrayList<>(recorded.of("CallbackReleased")
                .filter(e -> e.getString("binding").equals(binding))
                .map(e -> e.getLong("handle"))
                .toList());
        return recorded.of("CallbackRegistered")
                .filter(e -> e.getString("binding").equals(binding))
                .map(e -> text(e) + (released.remove(e.getLong("handle")) ? " released" : " live"))
                .toList();
    }

    private static String text(RecordedEvent callback) {
        return callback.getString("binding") + " " + callback.getString("lifetime") + " "
                + callback.getString("targetClass");
    }
}
