package dev.plimsoll.jfr.weave;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Looks at woven code before the VM does. The VM would refuse a bad class of a library when the target first uses it,
 * which is the target's error then, and does not look at the JDK's own classes at all.
 */
final class Check {

    private Check() {}

    /**
     * Whether a method that is not woven yet has the frames that it needs. A VM that does not verify a class, which is how
     * JDK 17 loads the JDK's own, has thrown its frames away and shows the class without them; then nothing can be compared,
     * and nothing will be.
     */
    static boolean hasFrames(MethodNode method) {
        boolean jumps = !method.tryCatchBlocks.isEmpty();
        for (AbstractInsnNode at : method.instructions) {
            if (at instanceof FrameNode) {
                return true;
            }
            jumps |= at instanceof JumpInsnNode
                    || at instanceof LookupSwitchInsnNode
                    || at instanceof TableSwitchInsnNode;
        }
        return !jumps;
    }

    /**
     * Follows the data through each woven method and compares it with the method's frames.
     *
     * @throws RuntimeException when they do not fit
     */
    static void methods(byte[] woven, Collection<MethodNode> methods) {
        // The writer's size is unlimited and its result is not used: the adapter asks it which frames it wants.
        CheckClassAdapter check = new CheckClassAdapter(new ClassWriter(0), true);
        new ClassReader(woven)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, check) {
                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return methods.stream().anyMatch(m -> m.name.equals(name) && m.desc.equals(descriptor))
                                        ? super.visitMethod(access, name, descriptor, signature, exceptions)
                                        : null;
                            }
                        },
                        0);
    }
}
