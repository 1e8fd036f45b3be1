package dev.plimsoll.target.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Class files of jars, as a JVM of this release would choose them, and behind them those of the JDK.
final class JarClasses {

    private final Map<String, byte[]> bytes = new HashMap<>();
    private final Map<String, ClassModel> models = new HashMap<>();

    private JarClasses() {}

    static JarClasses read(List<Path> jars) throws RuleException {
        JarClasses classes = new JarClasses();
        for (Path path : jars) {
            if (!Files.isRegularFile(path)) {
                throw new RuleException("There is no file " + path + "; give jars with --jar.");
            }
            try (JarFile jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
                for (var entry : jar.versionedStream().toList()) {
                    if (entry.getName().endsWith(".class")) {
                        try (InputStream in = jar.getInputStream(entry)) {
                            String type = entry.getName().substring(0, entry.getName().length() - 6);
                            classes.bytes.putIfAbsent(type, in.readAllBytes());
                        }
                    }
                }
            } catch (IOException e) {
                throw new RuleException(path + " cannot be read as a jar (" + e.getMessage() + "); give jars with --jar.");
            }
        }
        return classes;
    }

    /// Whether a jar has the class with this internal name.
    boolean has(String type) {
        return bytes.containsKey(type);
    }

    boolean has(ClassDesc type) {
        return type.isClassOrInterface() && find(internalName(type)) != null;
    }

    /// A class of the jars, else of the JDK, else null.
    @Nullable
    ClassModel find(String type) {
        ClassModel known = models.get(type);
        if (known == null) {
            byte[] file = bytes.get(type);
            known = file != null ? ClassFile.of().parse(file) : ofTheJdk(type);
            if (known != null) {
                models.put(type, known);
            }
        }
        return known;
    }

    private static @Nullable ClassModel ofTheJdk(String type) {
        try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(type + ".class")) {
            return in == null ? null : ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The type of a field, or what a method without arguments returns when the name ends with `()`: of the class
    /// itself, or what it inherits; null when there is none.
    @Nullable
    ClassDesc member(ClassDesc type, String name) {
        ClassModel model = find(internalName(type));
        if (model == null) {
            return null;
        }
        ClassDesc own = name.endsWith("()") ? method(model, name.substring(0, name.length() - 2)) : field(model, name);
        List<ClassEntry> above = new ArrayList<>(model.superclass().stream().toList());
        above.addAll(model.interfaces());
        for (int i = 0; own == null && i < above.size(); i++) {
            own = member(above.get(i).asSymbol(), name);
        }
        return own;
    }

    private static @Nullable ClassDesc field(ClassModel model, String name) {
        for (FieldModel field : model.fields()) {
            if (field.fieldName().equalsString(name)) {
                return field.fieldTypeSymbol();
            }
        }
        return null;
    }

    private static @Nullable ClassDesc method(ClassModel model, String name) {
        for (MethodModel method : model.methods()) {
            if (method.methodName().equalsString(name) && method.methodTypeSymbol().parameterCount() == 0) {
                return method.methodTypeSymbol().returnType();
            }
        }
        return null;
    }

    /// The class with the same simple name, as words after a sentence; empty when there is none.
    String similar(String type) {
        String end = "/" + type.substring(type.lastIndexOf('/') + 1);
        return bytes.keySet().stream()
                .filter(name -> name.endsWith(end))
                .sorted()
                .findFirst()
                .map(name -> "; there is " + name.replace('/', '.'))
                .orElse("");
    }

    private static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    /// A type as a person writes it.
    static String shown(ClassDesc type) {
        return type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName();
    }
}
