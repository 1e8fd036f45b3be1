package dev.plimsoll.target.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A method of the target as a person names it: `open(java.lang.String, long[])`, or `open(..)` for all of that name.
///
/// @param type internal name of its class
/// @param method name, `<init>` for a constructor
/// @param descriptor up to the end of the arguments, or `(` alone for all
public record Signature(String type, String method, String descriptor) {

    private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern TYPE = Pattern.compile(NAME + "(?:\\." + NAME + ")*");
    private static final Pattern METHOD = Pattern.compile("(" + NAME + ")?\\((.*)\\)");
    private static final Map<String, String> PRIMITIVES = Map.of(
            "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J", "float", "F", "double", "D");

    /// @param text `name(types)`, without the name for a constructor
    static Signature of(String type, String text, boolean constructor, Place place) throws RuleException {
        Matcher matcher = METHOD.matcher(text.strip());
        if (!matcher.matches() || (matcher.group(1) == null) != constructor) {
            throw place.wrong(
                    constructor
                            ? "constructor is `" + text + "`; expected its arguments' types as `(long, java.lang.String)`,"
                                    + " or `(..)` for all constructors."
                            : "method is `" + text + "`; expected its name and its arguments' types as"
                                    + " `open(long, java.lang.String)`, or `open(..)` for all methods of that name.");
        }
        String name = constructor ? "<init>" : matcher.group(1);
        String arguments = matcher.group(2).replace(" ", "");
        if (arguments.equals("..")) {
            return new Signature(type, name, "(");
        }
        StringBuilder descriptor = new StringBuilder("(");
        for (String argument : arguments.isEmpty() ? List.<String>of() : List.of(arguments.split(",", -1))) {
            descriptor.append(descriptorOf(argument, place));
        }
        return new Signature(type, name, descriptor.append(')').toString());
    }

    /// The internal name of a class.
    static String internalName(String name, String key, Place place) throws RuleException {
        if (!TYPE.matcher(name.strip()).matches()) {
            throw place.wrong(key + " is `" + name
                    + "`; expected a class with its package, a nested one as `com.acme.Outer$Inner`.");
        }
        return name.strip().replace('.', '/');
    }

    private static String descriptorOf(String argument, Place place) throws RuleException {
        String element = argument;
        StringBuilder dimensions = new StringBuilder();
        while (element.endsWith("[]")) {
            element = element.substring(0, element.length() - 2);
            dimensions.append('[');
        }
        String primitive = PRIMITIVES.get(element);
        if (primitive == null && !TYPE.matcher(element).matches()) {
            throw place.wrong("`" + argument + "` is no type; expected long, byte[], java.lang.String and the like.");
        }
        return dimensions + (primitive != null ? primitive : "L" + element.replace('.', '/') + ";");
    }

    /// Whether a method with this name and descriptor is meant.
    boolean matches(String name, String whole) {
        return method.equals(name) && whole.startsWith(descriptor);
    }

    /// The class as a person writes it.
    String className() {
        return type.replace('/', '.');
    }

    @Override
    public String toString() {
        return className() + "." + shown(method, descriptor);
    }

    /// A method of a descriptor as a person writes it, without its result.
    static String shown(String method, String descriptor) {
        List<String> types = new ArrayList<>();
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            int dimensions = 0;
            while (descriptor.charAt(at) == '[') {
                dimensions++;
                at++;
            }
            int end = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
            types.add(typeOf(descriptor.substring(at, end)) + "[]".repeat(dimensions));
            at = end;
        }
        return method + "(" + (descriptor.equals("(") ? ".." : String.join(", ", types)) + ")";
    }

    private static String typeOf(String descriptor) {
        if (descriptor.startsWith("L")) {
            return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        }
        return PRIMITIVES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(descriptor))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(descriptor);
    }
}
