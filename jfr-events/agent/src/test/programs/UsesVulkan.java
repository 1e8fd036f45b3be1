import static org.lwjgl.vulkan.EXTDebugUtils.*;
import static org.lwjgl.vulkan.VK10.*;

import java.nio.LongBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkApplicationInfo;
import org.lwjgl.vulkan.VkBufferCreateInfo;
import org.lwjgl.vulkan.VkComputePipelineCreateInfo;
import org.lwjgl.vulkan.VkDebugUtilsMessengerCallbackEXT;
import org.lwjgl.vulkan.VkDebugUtilsMessengerCreateInfoEXT;
import org.lwjgl.vulkan.VkDevice;
import org.lwjgl.vulkan.VkDeviceCreateInfo;
import org.lwjgl.vulkan.VkDeviceQueueCreateInfo;
import org.lwjgl.vulkan.VkFenceCreateInfo;
import org.lwjgl.vulkan.VkInstance;
import org.lwjgl.vulkan.VkInstanceCreateInfo;
import org.lwjgl.vulkan.VkMemoryAllocateInfo;
import org.lwjgl.vulkan.VkPhysicalDevice;
import org.lwjgl.vulkan.VkPhysicalDeviceProperties;
import org.lwjgl.vulkan.VkPipelineLayoutCreateInfo;
import org.lwjgl.vulkan.VkShaderModuleCreateInfo;

/** Objects of Vulkan on a software device: memory, buffers, a pair of pipelines, a messenger. */
public class UsesVulkan extends Program {

    /** An empty compute shader in SPIR-V 1.0. */
    private static final int[] SHADER = {
        0x07230203,
        0x00010000,
        0,
        5,
        0,
        0x00020011,
        1,
        0x0003000E,
        0,
        1,
        0x0005000F,
        5,
        1,
        0x6E69616D,
        0,
        0x00060010,
        1,
        17,
        1,
        1,
        1,
        0x00020013,
        2,
        0x00030021,
        3,
        2,
        0x00050036,
        2,
        1,
        0,
        3,
        0x000200F8,
        4,
        0x000100FD,
        0x00010038
    };

    public static void main(String[] args) throws Exception {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer pointer = stack.mallocPointer(1);
            VkInstance warm = instance(stack, pointer);
            VkPhysicalDevice physical = physical(stack, warm);
            ready();

            VkInstance instance = instance(stack, pointer);
            VkDevice device = device(stack, pointer, physical);
            long[] result = new long[1];
            LongBuffer results = stack.mallocLong(1);
            VkMemoryAllocateInfo info = VkMemoryAllocateInfo.calloc(stack)
                    .sType$Default()
                    .allocationSize(70_001)
                    .memoryTypeIndex(0);
            check(vkAllocateMemory(device, info, null, results));
            check(vkMapMemory(device, results.get(0), 0, VK_WHOLE_SIZE, 0, pointer));
            vkUnmapMemory(device, results.get(0));
            check(vkMapMemory(device, results.get(0), 64, 1_003, 0, pointer));
            vkUnmapMemory(device, results.get(0));
            check(vkAllocateMemory(device, info.allocationSize(12_345), null, result));
            vkFreeMemory(device, result[0], null);
            vkFreeMemory(device, 0, null);
            VkBufferCreateInfo buffer = VkBufferCreateInfo.calloc(stack)
                    .sType$Default()
                    .size(4_711)
                    .usage(VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
            check(vkCreateBuffer(device, buffer, null, results));
            vkDestroyBuffer(device, results.get(0), null);
            check(vkCreateBuffer(device, buffer, null, result));
            check(vkCreateFence(device, VkFenceCreateInfo.calloc(stack).sType$Default(), null, results));
            vkDestroyFence(device, results.get(0), null);

            pipelines(stack, device, result);

            VkDebugUtilsMessengerCallbackEXT heard =
                    VkDebugUtilsMessengerCallbackEXT.create((severity, types, data, user) -> VK_FALSE);
            VkDebugUtilsMessengerCreateInfoEXT messenger = VkDebugUtilsMessengerCreateInfoEXT.calloc(stack)
                    .sType$Default()
                    .messageSeverity(VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT)
                    .messageType(VK_DEBUG_UTILS_MESSAGE_TYPE_VALIDATION_BIT_EXT)
                    .pfnUserCallback(heard);
            check(vkCreateDebugUtilsMessengerEXT(instance, messenger, null, results));
            tell("messenger", results.get(0));
            check(vkCreateDebugUtilsMessengerEXT(instance, messenger, null, results));
            vkDestroyDebugUtilsMessengerEXT(instance, results.get(0), null);
            vkDestroyInstance(warm, null);
            done();
        }
    }

    /** A device of an instance of its own. */
    static VkDevice device(MemoryStack stack) {
        PointerBuffer pointer = stack.mallocPointer(1);
        return device(stack, pointer, physical(stack, instance(stack, pointer)));
    }

    private static void pipelines(MemoryStack stack, VkDevice device, long[] result) {
        VkShaderModuleCreateInfo code = VkShaderModuleCreateInfo.calloc(stack).sType$Default();
        java.nio.ByteBuffer words = stack.malloc(4 * SHADER.length);
        words.asIntBuffer().put(SHADER);
        check(vkCreateShaderModule(device, code.pCode(words), null, result));
        long module = result[0];
        check(vkCreatePipelineLayout(
                device, VkPipelineLayoutCreateInfo.calloc(stack).sType$Default(), null, result));
        VkComputePipelineCreateInfo.Buffer infos = VkComputePipelineCreateInfo.calloc(2, stack);
        for (VkComputePipelineCreateInfo info : infos) {
            info.sType$Default().layout(result[0]);
            info.stage()
                    .sType$Default()
                    .stage(VK_SHADER_STAGE_COMPUTE_BIT)
                    .module(module)
                    .pName(stack.UTF8("main"));
        }
        LongBuffer pair = stack.mallocLong(2);
        check(vkCreateComputePipelines(device, 0, infos, null, pair));
        vkDestroyPipeline(device, pair.get(1), null);
        vkDestroyShaderModule(device, module, null);
    }

    private static VkInstance instance(MemoryStack stack, PointerBuffer pointer) {
        VkInstanceCreateInfo info = VkInstanceCreateInfo.calloc(stack)
                .sType$Default()
                .pApplicationInfo(
                        VkApplicationInfo.calloc(stack).sType$Default().apiVersion(VK_API_VERSION_1_0))
                .ppEnabledExtensionNames(stack.pointers(stack.UTF8(VK_EXT_DEBUG_UTILS_EXTENSION_NAME)));
        check(vkCreateInstance(info, null, pointer));
        return new VkInstance(pointer.get(0), info);
    }

    /** The first that computes with the processor. */
    private static VkPhysicalDevice physical(MemoryStack stack, VkInstance instance) {
        int[] count = {8};
        PointerBuffer found = stack.mallocPointer(8);
        check(vkEnumeratePhysicalDevices(instance, count, found));
        for (int i = 0; i < count[0]; i++) {
            VkPhysicalDevice device = new VkPhysicalDevice(found.get(i), instance);
            VkPhysicalDeviceProperties properties = VkPhysicalDeviceProperties.calloc(stack);
            vkGetPhysicalDeviceProperties(device, properties);
            System.err.println(properties.deviceNameString());
            if (properties.deviceType() == VK_PHYSICAL_DEVICE_TYPE_CPU) {
                return device;
            }
        }
        throw new IllegalStateException("no software device");
    }

    private static VkDevice device(MemoryStack stack, PointerBuffer pointer, VkPhysicalDevice physical) {
        VkDeviceCreateInfo info = VkDeviceCreateInfo.calloc(stack)
                .sType$Default()
                .pQueueCreateInfos(
                        VkDeviceQueueCreateInfo.calloc(1, stack).sType$Default().pQueuePriorities(stack.floats(1)));
        check(vkCreateDevice(physical, info, null, pointer));
        return new VkDevice(pointer.get(0), physical, info);
    }

    private static void check(int result) {
        if (result != VK_SUCCESS) {
            throw new IllegalStateException("Vulkan says " + result);
        }
    }
}
