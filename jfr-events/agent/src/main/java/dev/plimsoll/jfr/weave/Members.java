package dev.plimsoll.jfr.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Fields and methods by their names only, as a person writes them in a rule. The class files are read as its loader finds
 * them; no class is loaded.
 */
final class Members {

    /**
     * One that was found.
     *
     * @param inInterface whether the type that was asked is an interface
     */
    record Member(String descriptor, boolean inInterface) {}

    private final @Nullable ClassLoader loader;
    private final String woven;
    private final Map<String, ClassNode> read = new HashMap<>();

    /**
     * @param loader of the class that is woven, null for the boot loader
     * @param type that class, which is read already
     */
    Members(@Nullable ClassLoader loader, ClassNode type) {
        this.loader = loader;
        this.woven = type.name;
        read.put(type.name, type);
    }

    /**
     * A field that the class itself or one above it declares.
     *
     * @throws UnexpectedCode when there is none, or the woven class may not read it
     */
    String field(String type, String name) {
        for (String at = type; at != null; at = node(at).superName) {
            for (FieldNode field : node(at).fields) {
                if (field.name.equals(name)) {
                    check(at, name, field.access);
                    return field.desc;
                }
            }
        }
        throw new UnexpectedCode(dotted(type) + " has no field " + name);
    }

    /**
     * A method without arguments that the class itself, one above it or one of its interfaces declares.
     *
     * @throws UnexpectedCode when there is none, or the woven class may not call it
     */
    Member method(String type, String name) {
        MethodNode found = find(type, name);
        if (found == null) {
            throw new UnexpectedCode(dotted(type) + " has no method " + name + "() without arguments");
        }
        return new Member(found.desc, (node(type).access & Opcodes.ACC_INTERFACE) != 0);
    }

    private @Nullable MethodNode find(@Nullable String type, String name) {
        if (type == null) {
            return null;
        }
        ClassNode node = node(type);
        for (MethodNode method : node.methods) {
            if (method.name.equals(name) && method.desc.startsWith("()") && (method.access & Opcodes.ACC_STATIC) == 0) {
                check(type, name, method.access);
                return method;
            }
        }
        MethodNode above = find(node.superName, name);
        for (int i = 0; above == null && i < node.interfaces.size(); i++) {
            above = find(node.interfaces.get(i), name);
        }
        return above;
    }

    private void check(String declaring, String name, int access) {
        boolean own = declaring.equals(woven);
        boolean near = own || packageOf(declaring).equals(packageOf(woven));
        boolean closed = (access & Opcodes.ACC_PRIVATE) != 0
                ? !own
                : (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0 && !near;
        if (closed) {
            throw new UnexpectedCode(dotted(woven) + " may not use " + name + " of " + dotted(declaring));
        }
    }

    private ClassNode node(String type) {
        ClassNode known = read.get(type);
        if (known != null) {
            return known;
        }
        try (InputStream in = loader == null
                ? ClassLoader.getSystemResourceAsStream(type + ".class")
                : loader.getResourceAsStream(type + ".class")) {
            if (in == null) {
                throw new UnexpectedCode("there is no class file of " + dotted(type));
            }
            ClassNode node = new ClassNode(Opcodes.ASM9);
            new ClassReader(in).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            read.put(type, node);
            return node;
        } catch (IOException e) {
            throw new UnexpectedCode("the class file of " + dotted(type) + " cannot be read: " + e.getMessage());
        }
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('/') + 1);
    }

    private static String dotted(String type) {
        return type.replace('/', '.');
    }
}
