package dev.plimsoll.budget;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// A budget as TOML (https://toml.io): tables `[whole]`, `[binding.NAME]` and `[package."NAME"]`, each with the keys of
/// [Measure], and `operations` before the first table. A misspelt key is an error: it would limit nothing.
public final class BudgetFile {

    private static final String OPERATIONS = "operations";
    private static final String TABLES = "[whole], [binding.NAME] or [package.\"NAME\"]";

    private final String file;
    private final TomlTable root;
    /// By line, so that outcomes come in the order of the file.
    private final TreeMap<Integer, List<Limit>> limits = new TreeMap<>();

    private BudgetFile(String file, TomlTable root) {
        this.file = file;
        this.root = root;
    }

    /// @throws BudgetException when the file cannot be read or says something that is no budget
    public static Budget read(Path path) throws BudgetException {
        try {
            return parse(path.toString(), Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new BudgetException("There is no file " + path + "; give a budget in TOML.", e);
        } catch (CharacterCodingException e) {
            throw new BudgetException(path + " is not text in UTF-8; give a budget in TOML.", e);
        } catch (IOException e) {
            throw new BudgetException(path + " cannot be read; give a budget in TOML.", e);
        }
    }

    static Budget parse(String file, String text) throws BudgetException {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().getFirst();
            throw new BudgetException(at(file, first.position()) + first.getMessage() + ".");
        }
        return new BudgetFile(file, toml).budget();
    }

    private Budget budget() throws BudgetException {
        OptionalLong operations = OptionalLong.empty();
        for (String key : root.keySet()) {
            switch (key) {
                case OPERATIONS -> operations = OptionalLong.of(operations());
                case "whole" -> limits(new Scope.Whole(), table(root, List.of(key)), List.of(key));
                case "binding", "package" -> scopes(key);
                default -> throw wrong(List.of(key), "'" + key + "' is unknown; expected " + TABLES);
            }
        }
        List<Limit> all = new ArrayList<>();
        limits.values().forEach(all::addAll);
        if (all.isEmpty()) {
            throw new BudgetException(
                    file + ":1: nothing is limited; expected " + TABLES + " with one of " + Measure.keys() + ".");
        }
        return new Budget(file, List.copyOf(all), operations);
    }

    private long operations() throws BudgetException {
        if (root.get(List.of(OPERATIONS)) instanceof Long number && number > 0) {
            return number;
        }
        throw wrong(List.of(OPERATIONS), "operations is not a whole number above 0");
    }

    private void scopes(String kind) throws BudgetException {
        for (String name : table(root, List.of(kind)).keySet()) {
            List<String> path = List.of(kind, name);
            if (!(root.get(path) instanceof TomlTable table)) {
                throw wrong(path, "'" + name + "' is no table; expected " + TABLES);
            }
            Scope scope = kind.equals("binding") ? new Scope.Binding(name) : new Scope.Package(name);
            limits(scope, table, path);
        }
    }

    private TomlTable table(TomlTable from, List<String> path) throws BudgetException {
        if (from.get(path) instanceof TomlTable table) {
            return table;
        }
        throw wrong(path, "'" + path.getLast() + "' is no table; expected " + TABLES);
    }

    private void limits(Scope scope, TomlTable table, List<String> path) throws BudgetException {
        for (String key : table.keySet()) {
            List<String> place = new ArrayList<>(path);
            place.add(key);
            Measure measure = Measure.of(key);
            Object value = table.get(List.of(key));
            if (measure == null) {
                String dotted = value instanceof TomlTable && scope instanceof Scope.Package
                        ? "; put a package with dots between quotation marks"
                        : "";
                throw wrong(place, "'" + key + "' is unknown; expected one of " + Measure.keys() + dotted);
            }
            int line = line(place);
            limits.computeIfAbsent(line, l -> new ArrayList<>())
                    .add(new Limit(scope, measure, most(measure, value, place), line));
        }
    }

    private double most(Measure measure, @Nullable Object value, List<String> place) throws BudgetException {
        return switch (measure) {
            case LIVE_BYTES -> {
                long bytes = value instanceof String text
                        ? ByteSize.parse(text)
                        : value instanceof Long number ? number : ByteSize.NONE;
                if (bytes < 0) {
                    throw wrong(
                            place, "'" + value + "' is no size; expected a number of bytes or for example \"64MiB\"");
                }
                yield bytes;
            }
            case LIVE_CALLBACKS, LEAKS -> {
                if (!(value instanceof Long number) || number < 0) {
                    throw wrong(place, "'" + value + "' is no number of pieces; expected a whole number, 0 or more");
                }
                yield number;
            }
            case BLOCKS_PER_OPERATION -> {
                if (!(value instanceof Number number)
                        || !(number.doubleValue() >= 0)
                        || Double.isInfinite(number.doubleValue())) {
                    throw wrong(place, "'" + value + "' is no number of blocks; expected for example 2.5");
                }
                yield number.doubleValue();
            }
        };
    }

    private int line(List<String> path) {
        TomlPosition position = root.inputPositionOf(path);
        return position == null ? 1 : position.line();
    }

    private BudgetException wrong(List<String> path, String words) {
        return new BudgetException(file + ":" + line(path) + ": " + words + ".");
    }

    private static String at(String file, TomlPosition position) {
        return file + ":" + position.line() + ":" + position.column() + ": ";
    }
}
