import static org.lwjgl.vulkan.VK10.vkAllocateMemory;
import static org.lwjgl.vulkan.VK10.vkFreeMemory;

import org.lwjgl.system.MemoryStack;
import org.lwjgl.vulkan.VkDevice;
import org.lwjgl.vulkan.VkMemoryAllocateInfo;

/** Memory of a device that is the processor. */
public class VulkanLoop extends Loop {

    private final long[] memory = new long[1];
    private final VkMemoryAllocateInfo info =
            VkMemoryAllocateInfo.calloc().sType$Default().allocationSize(64).memoryTypeIndex(0);
    private final VkDevice device;

    public VulkanLoop() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            device = UsesVulkan.device(stack);
        }
    }

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            if (vkAllocateMemory(device, info, null, memory) != 0) {
                throw new IllegalStateException("no memory");
            }
            vkFreeMemory(device, memory[0], null);
        }
    }
}
