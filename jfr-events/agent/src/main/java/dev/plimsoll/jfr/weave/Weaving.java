package dev.plimsoll.jfr.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The probes as they are in this JVM: puts them in, takes them out, and says what is watched. */
public final class Weaving {

    /**
     * One line of the coverage.
     *
     * @param state woven, absent or failed
     * @param version of the library; empty for the JDK or where the library's jar does not say
     */
    public record Coverage(String binding, String state, String detail, String version) {}

    private final Instrumentation instrumentation;
    private final Weaver weaver;
    private boolean out;

    /** @param rules of the user, as {@link RulesFile} reads them */
    public Weaving(Instrumentation instrumentation, List<? extends Family> rules) {
        this.instrumentation = instrumentation;
        List<Family> families = new ArrayList<>(Weaver.FAMILIES);
        families.addAll(rules);
        this.weaver = new Weaver(families);
    }

    /**
     * Weaves all classes in one call, so that compiled code is thrown away once. When the VM refuses, each class is tried
     * alone: one refusal must not cost the others their probes.
     */
    public void putIn() {
        loadJdkClasses();
        instrumentation.addTransformer(weaver, true);
        List<Class<?>> classes = present();
        try {
            instrumentation.retransformClasses(classes.toArray(Class<?>[]::new));
        } catch (UnmodifiableClassException | LinkageError | UnsupportedOperationException e) {
            for (Class<?> type : classes) {
                putInto(type);
            }
        }
    }

    /**
     * Weaves the methods that native code calls for objects of a class, before it does. Any thread of the target; does
     * nothing once the probes are out.
     */
    public synchronized void putIntoCalled(Class<?> type) {
        if (out) {
            return;
        }
        try {
            FunctionMethods.of(type).forEach((declaring, points) -> {
                weaver.add(declaring.getName().replace('.', '/'), points);
                putInto(declaring);
            });
        } catch (LinkageError e) {
            weaver.problem(type.getName().replace('.', '/'), e);
        }
    }

    private void putInto(Class<?> type) {
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | LinkageError | UnsupportedOperationException e) {
            weaver.problem(type.getName().replace('.', '/'), e);
        }
    }

    /**
     * Gives all classes their bytes back.
     *
     * @return names of the classes whose bytes were not the original ones when the VM showed them afterwards
     */
    public synchronized List<String> takeOut() throws UnmodifiableClassException {
        out = true;
        List<Class<?>> classes = present();
        instrumentation.removeTransformer(weaver);
        Set<String> restored = ConcurrentHashMap.newKeySet();
        ClassFileTransformer check = new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    @Nullable String type,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] bytes) {
                if (type != null && weaver.isOriginal(type, bytes)) {
                    restored.add(type);
                }
                return null;
            }
        };
        instrumentation.addTransformer(check, true);
        try {
            instrumentation.retransformClasses(classes.toArray(Class<?>[]::new));
        } finally {
            instrumentation.removeTransformer(check);
        }
        List<String> left = new ArrayList<>();
        for (Class<?> type : classes) {
            String name = type.getName().replace('.', '/');
            if (!restored.contains(name) && weaver.problemOf(name) == null) {
                left.add(type.getName());
            }
        }
        return left;
    }

    /** How many classes have probes. */
    public int size() {
        return present().size();
    }

    /** What is watched, family by family. */
    public List<Coverage> coverage() {
        return weaver.families().stream().map(this::coverageOf).toList();
    }

    /** A number that is another one when the coverage may have changed. */
    public int changes() {
        return weaver.changes();
    }

    private Coverage coverageOf(Family family) {
        for (String type : family.presentWith()) {
            if (find(type.replace('/', '.')) == null) {
                return new Coverage(family.binding(), "absent", family.absent(), "");
            }
        }
        String version = "";
        boolean absent = family instanceof LibraryFamily;
        for (Point point : family.points()) {
            String problem = weaver.problemOf(point.type());
            if (problem != null) {
                return new Coverage(
                        family.binding(), "failed", point.type().replace('/', '.') + ": " + problem, version);
            }
            String location = weaver.locationOf(point.type());
            absent &= location == null;
            if (version.isEmpty() && location != null && family instanceof LibraryFamily library) {
                version = Origin.version(location, library.coordinates());
            }
        }
        if (family instanceof LibraryFamily library) {
            for (String above : library.ofInterfacesBelow().keySet()) {
                String problem = weaver.problemOf(above);
                if (problem != null) {
                    return new Coverage(family.binding(), "failed", problem, version);
                }
            }
        }
        return absent
                ? new Coverage(family.binding(), "absent", family.absent(), "")
                : new Coverage(
                        family.binding(), "woven", family.woven(type -> weaver.locationOf(type) != null), version);
    }

    private void loadJdkClasses() {
        for (Family family : weaver.families()) {
            if (!(family instanceof LibraryFamily)) {
                for (Point point : family.points()) {
                    find(point.type().replace('/', '.'));
                }
            }
        }
    }

    /** All loaded classes that are to be woven, of all loaders. */
    private List<Class<?>> present() {
        List<Class<?>> present = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (weaver.isWoven(type) && instrumentation.isModifiableClass(type)) {
                present.add(type);
            }
        }
        return present;
    }

    /** A class of the JDK's boot loader, loaded but not initialised, or null. */
    private static @Nullable Class<?> find(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
