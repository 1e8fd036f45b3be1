package dev.plimsoll.target.rule;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares rules with the classes of jars, without running any of them.
public final class JarCheck {

    private final JarClasses classes;

    private JarCheck(JarClasses classes) {
        this.classes = classes;
    }

    /// @throws RuleException when a jar cannot be read
    public static JarCheck of(List<Path> jars) throws RuleException {
        return new JarCheck(JarClasses.read(jars));
    }

    /// One line per rule and per method that it is about. A rule of which no class is here is said to be of another
    /// library.
    ///
    /// @throws RuleException for the first thing that does not fit, or when nothing is here
    public List<String> found(Rules rules) throws RuleException {
        List<String> lines = new ArrayList<>();
        boolean any = false;
        for (Rule rule : rules.rules()) {
            if (rule.steps().noneMatch(step -> classes.has(step.signature().type()))) {
                lines.add(rule.binding() + ": none of its classes is here");
                continue;
            }
            any = true;
            for (Rule.Step step : rule.steps().toList()) {
                for (MethodModel method : methods(step)) {
                    check(step, method);
                    lines.add(rule.binding() + ": " + (step instanceof Rule.Birth ? "born in " : "dies in ")
                            + step.signature().className() + "."
                            + Signature.shown(method.methodName().stringValue(), method.methodType().stringValue()));
                }
            }
        }
        if (!any) {
            throw rules.rules().getFirst().place().wrong("none of the classes is in the jars; expected their library.");
        }
        return lines;
    }

    private List<MethodModel> methods(Rule.Step step) throws RuleException {
        Signature signature = step.signature();
        ClassModel type = classes.find(signature.type());
        if (type == null) {
            throw step.place().wrong("there is no class " + signature.className() + " in the jars"
                    + classes.similar(signature.type()) + ".");
        }
        List<MethodModel> found = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (MethodModel method : type.methods()) {
            String name = method.methodName().stringValue();
            String descriptor = method.methodType().stringValue();
            if (signature.matches(name, descriptor)) {
                found.add(method);
            } else if (name.equals(signature.method())) {
                others.add(Signature.shown(name, descriptor));
            }
        }
        if (found.isEmpty()) {
            throw step.place().wrong("there is no " + signature + "; expected "
                    + (others.isEmpty() ? "a method of that class" : "one of " + String.join(", ", others))
                    + ", an inherited one by the class that has it.");
        }
        found.removeIf(method -> without(method, AccessFlag.NATIVE, AccessFlag.ABSTRACT));
        if (found.isEmpty()) {
            throw step.place().wrong(signature + " is native or abstract and has no code to watch; expected the Java"
                    + " method that calls it.");
        }
        return found;
    }

    private static boolean without(MethodModel method, AccessFlag... flags) {
        for (AccessFlag flag : flags) {
            if (method.flags().has(flag)) {
                return true;
            }
        }
        return false;
    }

    private void check(Rule.Step step, MethodModel method) throws RuleException {
        wants(step, method, "handle", step.handle(), "a long or an int", Set.of("J", "I"));
        if (step.when() != null) {
            wants(step, method, "when", step.when(), "a boolean, a long or an int", Set.of("Z", "J", "I"));
        }
        if (step instanceof Rule.Birth birth) {
            if (birth.owner() != null) {
                wants(step, method, "owner", birth.owner(), "an object", Set.of("L", "["));
            }
            size(birth, method, birth.size());
        }
    }

    private void size(Rule.Birth birth, MethodModel method, @Nullable Expression size) throws RuleException {
        switch (size) {
            case Expression.Path path -> wants(birth, method, "size", path, "a long or an int", Set.of("J", "I"));
            case Expression.Product product -> {
                size(birth, method, product.left());
                size(birth, method, product.right());
            }
            case Expression.Constant ignored -> {}
            case null -> {}
        }
    }

    private void wants(
            Rule.Step step, MethodModel method, String key, Expression.Path path, String wanted, Set<String> sorts)
            throws RuleException {
        ClassDesc type = typeOf(step, method, path);
        String descriptor = type.descriptorString();
        if (!sorts.contains(descriptor.substring(0, 1))) {
            throw step.place().wrong(
                    key + " `" + path + "` is a " + JarClasses.shown(type) + "; expected " + wanted + ".");
        }
    }

    private ClassDesc typeOf(Rule.Step step, MethodModel method, Expression.Path path) throws RuleException {
        ClassDesc type = start(step, method, path);
        for (String name : path.steps()) {
            ClassDesc next = type.isClassOrInterface() ? classes.member(type, name) : null;
            if (next == null) {
                throw step.place().wrong("`" + path + "`: " + JarClasses.shown(type) + " has no " + name
                        + (classes.has(type) ? "" : " that could be found, for its class is not in the jars") + ".");
            }
            type = next;
        }
        return type;
    }

    private static ClassDesc start(Rule.Step step, MethodModel method, Expression.Path path) throws RuleException {
        MethodTypeDesc types = method.methodTypeSymbol();
        if (path.start().equals("result")) {
            return types.returnType();
        }
        if (path.start().equals("this")) {
            if (method.flags().has(AccessFlag.STATIC)) {
                throw step.place().wrong("`" + path + "`: " + step.signature() + " is static and has no this.");
            }
            return ClassDesc.ofInternalName(step.receiver());
        }
        if (path.argument() >= types.parameterCount()) {
            throw step.place().wrong("`" + path + "`: " + step.signature() + " has " + types.parameterCount()
                    + " arguments; the first is arg0.");
        }
        return types.parameterType(path.argument());
    }
}
