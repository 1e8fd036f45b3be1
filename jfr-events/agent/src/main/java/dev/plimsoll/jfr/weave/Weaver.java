package dev.plimsoll.jfr.weave;

import dev.plimsoll.jfr.probe.v1.Probe;
import dev.plimsoll.jfr.probe.v1.Session;
import java.lang.instrument.ClassFileTransformer;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Weaves the classes of all families, those that are loaded later too. Whatever goes wrong with a class leaves it as it
 * was and is remembered as its one problem.
 */
public final class Weaver implements ClassFileTransformer {

    /** The families of this version, in the order of the coverage. */
    static final List<Family> FAMILIES = List.of(
            new DirectWeave(),
            new UnsafeWeave(),
            new FfmWeave(),
            new MappedWeave(),
            new ZipWeave(),
            new JnaWeave(),
            new LwjglWeave(),
            new JavacppWeave(),
            new JnrWeave(),
            new NettyWeave(),
            new SkijaWeave(),
            new JavafxWeave(),
            new GlWeave(),
            new VulkanWeave());

    private final List<Family> families;
    private final Table table;

    /** Checksums, for several loaders may have several versions of a class. */
    private final Map<String, Set<Long>> originals = new ConcurrentHashMap<>();

    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private final Map<String, String> locations = new ConcurrentHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();

    public Weaver() {
        this(FAMILIES);
    }

    Weaver(List<Family> families) {
        this.families = families;
        this.table = new Table(families);
    }

    /** In the order of the coverage. */
    List<Family> families() {
        return families;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String type,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] original) {
        if (type == null) {
            return null;
        }
        String found = table.known(type);
        List<Point> points = found == null ? table.below(type, original) : table.points(type, found);
        if (points.isEmpty()) {
            return null;
        }
        String known = found == null ? type : found;
        boolean alreadyOurs = Session.ours(true);
        try {
            if (!seesProbe(loader)) {
                throw new UnexpectedCode("its class loader does not see the probe");
            }
            byte[] woven = weave(original, points, loader);
            originals
                    .computeIfAbsent(type, name -> ConcurrentHashMap.newKeySet())
                    .add(checksum(original));
            problems.remove(known);
            locations.put(known, location(domain));
            return woven;
        } catch (RuntimeException | LinkageError e) {
            problem(known, e);
            if (found == null) {
                problems.put(points.get(0).type(), type.replace('/', '.') + ": " + problems.get(known));
            }
            return null;
        } finally {
            changes.incrementAndGet();
            Session.ours(alreadyOurs);
        }
    }

    private static String location(@Nullable ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL url = source == null ? null : source.getLocation();
        return url == null ? "" : url.toString();
    }

    /**
     * The class with its probes.
     *
     * @param loader in which the class files of other classes are found
     * @throws RuntimeException when it is not a class, or not as the points expect
     */
    static byte[] weave(byte[] original, List<Point> points, @Nullable ClassLoader loader) {
        ClassReader reader = new ClassReader(original);
        ClassNode node = new ClassNode(Opcodes.ASM9);
        reader.accept(node, ClassReader.EXPAND_FRAMES);
        Members members = new Members(loader, node);
        Map<MethodNode, Body> bodies = new LinkedHashMap<>();
        List<MethodNode> framed = new ArrayList<>();
        for (Point point : points) {
            for (MethodNode method : find(node, point)) {
                if (!bodies.containsKey(method) && Check.hasFrames(method)) {
                    framed.add(method);
                }
                point.advice().weaveInto(bodies.computeIfAbsent(method, m -> new Body(node.name, m, members)));
            }
        }
        bodies.values().forEach(Body::finish);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        byte[] woven = writer.toByteArray();
        Check.methods(woven, framed);
        return woven;
    }

    private static List<MethodNode> find(ClassNode node, Point point) {
        List<MethodNode> found = node.methods.stream().filter(point::names).toList();
        List<MethodNode> withCode = found.stream()
                .filter(method -> (method.access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT)) == 0)
                .toList();
        if (point.needed() && withCode.isEmpty()) {
            throw new UnexpectedCode(
                    (found.isEmpty() ? "it has no " : "it has no Java code in ") + point.method() + point.descriptor());
        }
        return withCode;
    }

    /** From here on the class, which no family knows, has these points. */
    void add(String type, List<Point> points) {
        table.add(type, points);
    }

    /** Whether a class is to be woven. */
    boolean isWoven(Class<?> type) {
        return table.known(type.getName().replace('.', '/')) != null || table.isBelow(type);
    }

    /** Where the last woven class of this name came from, empty when its loader does not say, null when none was. */
    @Nullable
    String locationOf(String type) {
        return locations.get(type);
    }

    /** A number that is another one when a class has been woven, or could not be. */
    int changes() {
        return changes.get();
    }

    /** A class could not be woven. */
    void problem(String type, Throwable why) {
        String message = why.getMessage();
        problems.put(type, message == null ? why.toString() : message);
        Session.problem();
    }

    /** Why a class is as it was, or null when nothing went wrong with it. */
    @Nullable
    String problemOf(String type) {
        return problems.get(type);
    }

    /** Whether the bytes are those that the class had before it was first woven. */
    boolean isOriginal(String type, byte[] bytes) {
        return originals.getOrDefault(type, Set.of()).contains(checksum(bytes));
    }

    private static boolean seesProbe(@Nullable ClassLoader loader) {
        try {
            return loader == null || Class.forName(Probe.class.getName(), false, loader) == Probe.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue() << 32 | bytes.length;
    }
}
