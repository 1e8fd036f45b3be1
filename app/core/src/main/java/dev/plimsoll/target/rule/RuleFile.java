package dev.plimsoll.target.rule;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads rules from TOML: one table per binding, with `class`, `born` and `dies`. `rocksdb.toml` is a whole example.
final class RuleFile {

    private static final Pattern BINDING = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    /// Names that mean something else already.
    private static final Set<String> TAKEN = Set.of(
            "direct", "unsafe", "ffm", "mapped", "zip", "jna", "lwjgl", "javacpp", "jnr", "netty", "skija", "javafx",
            "jni", "malloc", "gl", "vulkan");

    private static final Set<String> OF_A_BINDING = Set.of("library", "class", "born", "dies");
    private static final Set<String> OF_A_BIRTH = Set.of("class", "constructor", "method", "when", "handle", "size", "owner");
    private static final Set<String> OF_A_DEATH = Set.of("class", "method", "this", "when", "handle");

    private final String file;

    private RuleFile(String file) {
        this.file = file;
    }

    static List<Rule> read(Path path) throws RuleException {
        try {
            return read(Files.readString(path), path.toString());
        } catch (CharacterCodingException e) {
            throw new RuleException(path + " is not text in UTF-8; give a file of rules.");
        } catch (IOException e) {
            throw new RuleException(path + " cannot be read ("
                    + (Files.exists(path) ? e.getMessage() : "there is no such file") + "); give a file of rules.");
        }
    }

    static List<Rule> read(String text, String file) throws RuleException {
        return new RuleFile(file).rules(text);
    }

    private List<Rule> rules(String text) throws RuleException {
        TomlParseResult root = Toml.parse(text);
        for (TomlParseError error : root.errors()) {
            String words = String.valueOf(error.getMessage()).replaceAll("\\s+", " ");
            throw at(error.position()).wrong("this is not TOML: " + words + (words.endsWith(".") ? "" : "."));
        }
        List<Rule> rules = new ArrayList<>();
        for (String binding : root.keySet()) {
            Place place = at(root, binding);
            if (!BINDING.matcher(binding).matches()) {
                throw place.wrong("a binding is called `" + binding + "`; expected small letters, digits and `-`.");
            }
            if (TAKEN.contains(binding)) {
                throw place.wrong("a binding of Plimsoll's own is called " + binding + "; name yours otherwise.");
            }
            if (!(root.get(List.of(binding)) instanceof TomlTable table)) {
                throw place.wrong("`" + binding + "` is a value; expected a table [" + binding + "].");
            }
            rules.add(rule(binding, table, place));
        }
        if (rules.isEmpty()) {
            throw new Place(file, 1).wrong("there is no rule; expected a table like [mylibrary] with born and dies.");
        }
        return rules;
    }

    private Rule rule(String binding, TomlTable table, Place place) throws RuleException {
        onlyKnown(table, OF_A_BINDING, place);
        List<Rule.Birth> births = new ArrayList<>();
        for (TomlTable born : tables(table, "born", place)) {
            births.add(birth(table, born, at(table, "born")));
        }
        List<Rule.Death> deaths = new ArrayList<>();
        for (TomlTable dies : tables(table, "dies", place)) {
            deaths.add(death(table, dies, at(table, "dies")));
        }
        String library = text(table, "library", place);
        if (library != null && !library.matches("[^:\\s]+:[^:\\s]+")) {
            throw at(table, "library").wrong("library is `" + library + "`; expected group:artifact.");
        }
        return new Rule(binding, library == null ? "" : library, List.copyOf(births), List.copyOf(deaths), place);
    }

    private Rule.Birth birth(TomlTable binding, TomlTable table, Place outer) throws RuleException {
        Place place = first(table, outer);
        onlyKnown(table, OF_A_BIRTH, place);
        Signature signature = signature(binding, table, place);
        boolean constructor = signature.method().equals("<init>");
        Expression.Path handle = needed(table, "handle", place);
        String size = text(table, "size", place);
        String owner = text(table, "owner", place);
        return new Rule.Birth(
                signature,
                condition(table, place),
                handle,
                size == null ? null : Expression.size(size, "size", at(table, "size")),
                owner != null ? Expression.path(owner, "owner", at(table, "owner")) : owner(constructor, handle),
                place);
    }

    /// Who owns when the rule does not say: what a constructor makes, or the returned object that holds the handle.
    private static Expression.@Nullable Path owner(boolean constructor, Expression.Path handle) {
        if (constructor) {
            return new Expression.Path("this", List.of());
        }
        return handle.start().equals("result") && !handle.steps().isEmpty()
                ? new Expression.Path("result", List.of())
                : null;
    }

    private Rule.Death death(TomlTable binding, TomlTable table, Place outer) throws RuleException {
        Place place = first(table, outer);
        onlyKnown(table, OF_A_DEATH, place);
        Signature signature = signature(binding, table, place);
        String receiver = text(table, "this", place);
        Expression.Path handle = needed(table, "handle", place);
        if (handle.start().equals("result")) {
            throw at(table, "handle").wrong("handle is `" + handle + "`; something dies before there is a result.");
        }
        return new Rule.Death(
                signature,
                receiver == null ? signature.type() : Signature.internalName(receiver, "this", at(table, "this")),
                condition(table, place),
                handle,
                place);
    }

    private Signature signature(TomlTable binding, TomlTable table, Place place) throws RuleException {
        String own = text(table, "class", place);
        String type = own != null ? own : text(binding, "class", place);
        if (type == null) {
            throw place.wrong("no class is named; expected class = \"com.acme.Codec\" here or above born and dies.");
        }
        Place named = own != null ? at(table, "class") : at(binding, "class");
        String internal = Signature.internalName(type, "class", named);
        String constructor = text(table, "constructor", place);
        String method = text(table, "method", place);
        if ((constructor == null) == (method == null)) {
            throw place.wrong("expected either constructor = \"(long)\" or method = \"open(long)\".");
        }
        return constructor != null
                ? Signature.of(internal, constructor, true, at(table, "constructor"))
                : Signature.of(internal, String.valueOf(method), false, at(table, "method"));
    }

    private Expression.@Nullable Path condition(TomlTable table, Place place) throws RuleException {
        String when = text(table, "when", place);
        if (when == null) {
            return null;
        }
        Expression.Path path = Expression.path(when, "when", at(table, "when"));
        if (path.start().equals("result")) {
            throw at(table, "when").wrong("when is `" + when + "`; expected this or arg0 and what follows.");
        }
        return path;
    }

    private Expression.Path needed(TomlTable table, String key, Place place) throws RuleException {
        String text = text(table, key, place);
        if (text == null) {
            throw place.wrong("there is no " + key + "; expected " + key + " = " + Expression.FORMS + ".");
        }
        return Expression.path(text, key, at(table, key));
    }

    /// A text; a number is taken as it is written.
    private @Nullable String text(TomlTable table, String key, Place place) throws RuleException {
        Object value = table.get(List.of(key));
        if (value == null || value instanceof String || value instanceof Long) {
            return value == null ? null : value.toString();
        }
        throw (table.contains(List.of(key)) ? at(table, key) : place).wrong(key + " is not a text; expected \"…\".");
    }

    /// One table or an array of tables.
    private List<TomlTable> tables(TomlTable table, String key, Place place) throws RuleException {
        Object value = table.get(List.of(key));
        if (value instanceof TomlTable one) {
            return List.of(one);
        }
        List<TomlTable> tables = new ArrayList<>();
        if (value instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (!(array.get(i) instanceof TomlTable one)) {
                    throw at(array.inputPositionOf(i)).wrong(key + " holds something else than a table { … }.");
                }
                tables.add(one);
            }
        }
        if (tables.isEmpty()) {
            throw (value == null ? place : at(table, key)).wrong("there is no " + key + "; expected " + key
                    + " = { method = \"…\", handle = \"…\" }, or several of those in [ ].");
        }
        return tables;
    }

    private void onlyKnown(TomlTable table, Set<String> known, Place place) throws RuleException {
        for (String key : table.keySet()) {
            if (!known.contains(key)) {
                Place where = table.contains(List.of(key)) ? at(table, key) : place;
                throw where.wrong("`" + key + "` means nothing here; expected one of "
                        + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
    }

    private Place first(TomlTable table, Place outer) {
        return table.keySet().isEmpty() ? outer : at(table, table.keySet().iterator().next());
    }

    private Place at(TomlTable table, String key) {
        return at(table.inputPositionOf(List.of(key)));
    }

    private Place at(@Nullable TomlPosition position) {
        return new Place(file, position == null ? 1 : position.line());
    }
}
