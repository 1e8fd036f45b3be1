package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.CALLBACKS;
import static dev.plimsoll.jfr.weave.ProbeCalls.HANDLES;
import static dev.plimsoll.jfr.weave.ProbeCalls.call;

import dev.plimsoll.jfr.probe.v1.Binding;
import dev.plimsoll.jfr.probe.v1.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Objects of Vulkan made through LWJGL: what {@code vkCreate} makes and {@code vkDestroy} ends, and memory with its bytes.
 * All but the {@code long[]} overloads end in functions of the same name with an n in front, which have code. Objects are
 * sampled as blocks are; other objects than memory have 0 bytes. A debug messenger is a callback.
 *
 * <p>Looked at with javap in 3.3.6 and 3.4.1, run with both on Mesa's software driver. Not followed: command buffers and
 * descriptor sets, which end with their pool, and objects of extensions other than swapchains and surfaces. A mapping takes
 * no memory of its own: its calls and bytes are counted.
 */
final class VulkanWeave implements LibraryFamily {

    private static final String VULKAN = "org/lwjgl/vulkan/";
    private static final String DEVICE = "L" + VULKAN + "VkDevice;";
    private static final String INSTANCE = "L" + VULKAN + "VkInstance;";
    private static final String ALLOCATOR = "L" + VULKAN + "VkAllocationCallbacks;";
    private static final String MEMORY_INFO = VULKAN + "VkMemoryAllocateInfo";
    private static final String MEMORY = "org/lwjgl/system/MemoryUtil";

    /** Of VK10 unless told; made by a device. */
    private static final String[] OBJECTS = {
        "Fence",
        "Semaphore",
        "Event",
        "QueryPool",
        "Buffer",
        "BufferView",
        "Image",
        "ImageView",
        "ShaderModule",
        "PipelineCache",
        "PipelineLayout",
        "Sampler",
        "DescriptorSetLayout",
        "DescriptorPool",
        "Framebuffer",
        "RenderPass",
        "CommandPool",
        "VK11.SamplerYcbcrConversion",
        "VK11.DescriptorUpdateTemplate",
        "VK13.PrivateDataSlot",
        "KHRSwapchain.SwapchainKHR"
    };

    /** Extensions that make a surface, and what their function is called. */
    private static final String[][] SURFACES = {
        {"EXTHeadlessSurface", "HeadlessSurfaceEXT"},
        {"KHRXlibSurface", "XlibSurfaceKHR"},
        {"KHRWaylandSurface", "WaylandSurfaceKHR"},
        {"KHRWin32Surface", "Win32SurfaceKHR"},
        {"EXTMetalSurface", "MetalSurfaceEXT"},
    };

    @Override
    public String binding() {
        return Binding.name(Binding.VULKAN);
    }

    @Override
    public String coordinates() {
        return "org.lwjgl:lwjgl-vulkan";
    }

    @Override
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (String object : OBJECTS) {
            int dot = object.indexOf('.');
            String type = VULKAN + (dot < 0 ? "VK10" : object.substring(0, dot));
            String name = object.substring(dot + 1);
            int kind = kind(words(name));
            points.add(Point.needed(type, "nvkCreate" + name, "(" + DEVICE + "JJJ)I", born(kind, 3, none())));
            points.add(Point.optional(
                    type,
                    "vkCreate" + name,
                    "(" + DEVICE + "L" + VULKAN + info(name) + ";" + ALLOCATOR + "[J)I",
                    bornAll(kind, 3)));
            points.add(Point.needed(type, "nvkDestroy" + name, "(" + DEVICE + "JJ)V", dying(kind, handle(1))));
        }
        memory(points);
        pipelines(points);
        roots(points);
        for (String[] surface : SURFACES) {
            points.add(Point.optional(
                    VULKAN + surface[0],
                    "nvkCreate" + surface[1],
                    "(" + INSTANCE + "JJJ)I",
                    born(kind("surface"), 3, none())));
        }
        points.add(Point.optional(
                VULKAN + "KHRSurface",
                "nvkDestroySurfaceKHR",
                "(" + INSTANCE + "JJ)V",
                dying(kind("surface"), handle(1))));
        messenger(points);
        return points;
    }

    private static void memory(List<Point> points) {
        int kind = kind("memory");
        Value bytes = Value.probe(MEMORY_INFO, "nallocationSize", "(J)J", Value.argument(1));
        points.add(Point.needed(VULKAN + "VK10", "nvkAllocateMemory", "(" + DEVICE + "JJJ)I", born(kind, 3, bytes)));
        points.add(Point.optional(
                VULKAN + "VK10",
                "vkAllocateMemory",
                "(" + DEVICE + "L" + MEMORY_INFO + ";" + ALLOCATOR + "[J)I",
                Calls.onReturn(
                        HANDLES,
                        "born",
                        "(IILjava/lang/Object;J)V",
                        Value.number(kind),
                        Value.result(),
                        Value.argument(3),
                        Value.argument(1).ask(MEMORY_INFO, false, "allocationSize", "()J"))));
        points.add(Point.optional(
                VULKAN + "VK10",
                "nvkMapMemory",
                "(" + DEVICE + "JJJIJ)I",
                Calls.onReturn(
                        ProbeCalls.UPLOADS,
                        "mapped",
                        "(Ljava/lang/String;IIJJ)V",
                        Value.text("vkMapMemory, mapped"),
                        Value.number(kind),
                        Value.result(),
                        Value.argument(1),
                        Value.argument(3))));
        points.add(Point.needed(VULKAN + "VK10", "nvkFreeMemory", "(" + DEVICE + "JJ)V", dying(kind, handle(1))));
    }

    /** One call makes several. */
    private static void pipelines(List<Point> points) {
        int kind = kind("pipeline");
        for (String sort : List.of("Graphics", "Compute")) {
            for (String handles : List.of("Ljava/nio/LongBuffer;", "[J")) {
                points.add(Point.needed(
                        VULKAN + "VK10",
                        "vkCreate" + sort + "Pipelines",
                        "(" + DEVICE + "JL" + VULKAN + "Vk" + sort + "PipelineCreateInfo$Buffer;" + ALLOCATOR + handles
                                + ")I",
                        bornAll(kind, 4)));
            }
        }
        points.add(Point.needed(VULKAN + "VK10", "nvkDestroyPipeline", "(" + DEVICE + "JJ)V", dying(kind, handle(1))));
    }

    private static void roots(List<Point> points) {
        int instance = kind("instance");
        int device = kind("device");
        points.add(Point.needed(VULKAN + "VK10", "nvkCreateInstance", "(JJJ)I", born(instance, 2, none())));
        points.add(Point.needed(
                VULKAN + "VK10",
                "nvkDestroyInstance",
                "(" + INSTANCE + "J)V",
                dying(instance, Value.argument(0).ask(VULKAN + "VkInstance", false, "address", "()J"))));
        points.add(Point.needed(
                VULKAN + "VK10", "nvkCreateDevice", "(L" + VULKAN + "VkPhysicalDevice;JJJ)I", born(device, 3, none())));
        points.add(Point.needed(
                VULKAN + "VK10",
                "nvkDestroyDevice",
                "(" + DEVICE + "J)V",
                dying(device, Value.argument(0).ask(VULKAN + "VkDevice", false, "address", "()J"))));
    }

    private static void messenger(List<Point> points) {
        String type = VULKAN + "EXTDebugUtils";
        String callback = "L" + VULKAN + "VkDebugUtilsMessengerCallbackEXT;";
        points.add(Point.optional(type, "nvkCreateDebugUtilsMessengerEXT", "(" + INSTANCE + "JJJ)I", body -> {
            Value.Push handle = read(3).in(body);
            Value.Push target = Value.probe(
                            VULKAN + "VkDebugUtilsMessengerCreateInfoEXT",
                            "npfnUserCallback",
                            "(J)" + callback,
                            Value.argument(1))
                    .in(body);
            body.beforeReturns(
                    (code, after, result) -> {
                        code.add(new VarInsnNode(Opcodes.ILOAD, result));
                        code.add(new JumpInsnNode(Opcodes.IFNE, after));
                        ProbeCalls.constant(code, Binding.VULKAN);
                        handle.onto(code, result);
                        target.onto(code, result);
                        Value.none().in(body).onto(code, result);
                        Value.text(Registrations.EXPLICIT).in(body).onto(code, result);
                        call(code, CALLBACKS, "made", "(IJLjava/lang/Object;Ljava/lang/Object;Ljava/lang/String;)V");
                    },
                    Body.NOTHING);
        }));
        points.add(Point.optional(
                type,
                "nvkDestroyDebugUtilsMessengerEXT",
                "(" + INSTANCE + "JJ)V",
                Registrations.release(Value.argument(1))));
    }

    private static Advice born(int kind, int pointer, Value bytes) {
        return Calls.onReturn(HANDLES, "born", "(IIJJ)V", Value.number(kind), Value.result(), read(pointer), bytes);
    }

    private static Advice bornAll(int kind, int handles) {
        return Calls.onReturn(
                HANDLES,
                "born",
                "(IILjava/lang/Object;J)V",
                Value.number(kind),
                Value.result(),
                Value.argument(handles),
                none());
    }

    private static Advice dying(int kind, Value handle) {
        return Calls.onBegin(
                HANDLES,
                "dying",
                "(IJ)V",
                Value.number(kind),
                Value.probe(HANDLES, "key", "(IJ)J", Value.number(kind >>> 8), handle));
    }

    private static Value handle(int argument) {
        return Value.argument(argument);
    }

    /** What lies at the address in an argument. */
    private static Value read(int pointer) {
        return Value.probe(MEMORY, "memGetLong", "(J)J", Value.argument(pointer));
    }

    private static Value none() {
        return Value.constant(0);
    }

    private static int kind(String name) {
        return Kind.of(Binding.VULKAN, Kind.named(name));
    }

    /** {@code ImageView} as {@code image view}. */
    private static String words(String name) {
        return name.replace("KHR", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String info(String name) {
        return "Vk"
                + (name.endsWith("KHR") ? name.substring(0, name.length() - 3) + "CreateInfoKHR" : name + "CreateInfo");
    }

    @Override
    public String woven() {
        return "what a device and an instance make, memory with its bytes, debug messengers; not what a pool ends";
    }
}
