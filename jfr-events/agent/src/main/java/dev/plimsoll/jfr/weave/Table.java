package dev.plimsoll.jfr.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The points of all families by class. It is asked for each class that is loaded: two look-ups by hash and a look at its
 * name, and no more for nearly every one that is not in it. A library that others carry along under a name of their own is
 * found by the end of its name.
 */
final class Table {

    /** Where a class file has the lower half of its major version. */
    private static final int MAJOR = 7;

    private final Map<String, List<Point>> byType = new HashMap<>();
    private final Map<String, String> carriedBySimpleName = new HashMap<>();
    private final Map<String, String> rootOfCarried = new HashMap<>();
    private final Map<String, List<Point>> byInterface = new HashMap<>();

    /** Classes of the program itself that turned out to be called, added by any thread. */
    private final Map<String, List<Point>> added = new ConcurrentHashMap<>();

    Table(List<Family> families) {
        for (Family family : families) {
            if (family instanceof LibraryFamily library) {
                byInterface.putAll(library.ofInterfacesBelow());
            }
            String root = family instanceof LibraryFamily library ? library.carriedRoot() : "";
            for (Point point : family.points()) {
                byType.computeIfAbsent(point.type(), type -> new ArrayList<>()).add(point);
                if (!root.isEmpty()) {
                    carriedBySimpleName.put(simpleName(point.type()), point.type());
                    rootOfCarried.put(point.type(), root);
                }
            }
        }
    }

    /** The name by which a family's table knows the class, or null when no family does. */
    @Nullable
    String known(String type) {
        if (byType.containsKey(type) || added.containsKey(type)) {
            return type;
        }
        String carried = carriedBySimpleName.get(simpleName(type));
        return carried != null && type.endsWith("/" + carried) ? carried : null;
    }

    /** From here on the class has these points. */
    void add(String type, List<Point> points) {
        added.put(type, points);
    }

    /**
     * The points of an interface by those that it extends itself; empty for most, and for all other classes. What lies above
     * it can be read in a class of a version that is not known yet, too; what is no class at all the VM refuses by itself.
     */
    List<Point> below(String type, byte[] file) {
        if (!type.endsWith("I") || file.length <= MAJOR) {
            return List.of();
        }
        byte[] known = file.clone();
        known[MAJOR - 1] = 0;
        known[MAJOR] = Opcodes.V17;
        try {
            ClassReader reader = new ClassReader(known);
            boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
            return isInterface ? below(List.of(reader.getInterfaces())) : List.of();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Whether {@link #below} finds something for a class that is loaded. */
    boolean isBelow(Class<?> type) {
        return type.isInterface()
                && type.getName().endsWith("I")
                && !below(Arrays.stream(type.getInterfaces())
                                .map(above -> above.getName().replace('.', '/'))
                                .toList())
                        .isEmpty();
    }

    private List<Point> below(List<String> interfaces) {
        for (String above : interfaces) {
            List<Point> points = byInterface.get(above);
            if (points != null) {
                return points;
            }
        }
        return List.of();
    }

    /**
     * The points of a class.
     *
     * @param type as it is called in the target
     * @param known as the table calls it
     */
    List<Point> points(String type, String known) {
        List<Point> points = byType.getOrDefault(known, added.getOrDefault(known, List.of()));
        if (type.equals(known)) {
            return points;
        }
        String root = rootOfCarried.getOrDefault(known, "");
        String carriedRoot = type.substring(0, type.length() - known.length()) + root;
        return points.stream()
                .map(point -> new Point(
                        type,
                        point.method(),
                        point.descriptor().replace("L" + root, "L" + carriedRoot),
                        point.needed(),
                        point.advice()))
                .toList();
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
