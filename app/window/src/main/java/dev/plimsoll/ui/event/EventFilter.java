package dev.plimsoll.ui.event;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawField.Kind;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person types to see fewer events: terms with spaces between, all of which must hold. `word` is looked for in
/// every word and frame; `field=value`, `!=`, `<`, `<=`, `>`, `>=` compare one field; `field~part` looks for a part.
/// Sizes take `k`, `m`, `g` (of 1,024), times `ns`, `us`, `ms`, `s`, addresses `0x`.
///
/// @param rows which of the rows pass
/// @param error what is wrong with the text, or the empty string; then everything passes
record EventFilter(IntPredicate rows, String error) {

    private static final Pattern COMPARISON = Pattern.compile("([\\w.$]+)(!=|<=|>=|=|<|>|~)(.+)");
    private static final Pattern FIGURE = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)([a-zA-Zµ%]*)");

    static final EventFilter ALL = new EventFilter(row -> true, "");

    /// The cost follows the distinct words and stacks, not the rows.
    static EventFilter of(String text, RawRows rows) {
        List<IntPredicate> terms = new ArrayList<>();
        try {
            for (String term : text.strip().split("\\s+")) {
                if (!term.isEmpty()) {
                    terms.add(term(term, rows));
                }
            }
        } catch (IllegalArgumentException wrong) {
            return new EventFilter(row -> true, String.valueOf(wrong.getMessage()));
        }
        IntPredicate all = row -> {
            for (IntPredicate term : terms) {
                if (!term.test(row)) {
                    return false;
                }
            }
            return true;
        };
        return terms.isEmpty() ? ALL : new EventFilter(all, "");
    }

    private static IntPredicate term(String term, RawRows rows) {
        Matcher comparison = COMPARISON.matcher(term);
        if (!comparison.matches()) {
            return anywhere(term, rows);
        }
        int field = field(comparison.group(1), rows);
        String operator = comparison.group(2);
        String value = comparison.group(3);
        Kind kind = rows.fields().get(field).kind();
        return switch (kind) {
            case WORD -> words(rows, field, operator, value);
            case STACK -> {
                if (!operator.equals("~")) {
                    throw new IllegalArgumentException(Words.say("events.filter.stack", term));
                }
                BitSet stacks = stacks(value, rows);
                yield row -> holds(stacks, rows.number(row, field));
            }
            case FLAG -> {
                boolean yes = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes") || value.equals("1");
                yield row -> (rows.number(row, field) == 1) == (yes != operator.equals("!="));
            }
            case REAL, SHARE -> {
                double wanted = figure(value, kind);
                yield row -> compare(operator, Double.compare(rows.real(row, field), wanted), value)
                        && rows.number(row, field) != RawRows.NONE;
            }
            case TIME, SPAN, BYTES, ADDRESS, NUMBER -> {
                long wanted = kind == Kind.ADDRESS ? address(value) : Math.round(figure(value, kind));
                LongPredicate passes = number(operator, wanted, value);
                yield row -> rows.number(row, field) != RawRows.NONE && passes.test(rows.number(row, field));
            }
        };
    }

    private static int field(String name, RawRows rows) {
        for (int i = 0; i < rows.fields().size(); i++) {
            RawField field = rows.fields().get(i);
            if (field.name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(Words.say("events.filter.noField", name));
    }

    /// In any word or frame.
    private static IntPredicate anywhere(String part, RawRows rows) {
        BitSet words = words(part, rows);
        BitSet stacks = stacks(part, rows);
        List<Integer> ofWords = new ArrayList<>();
        List<Integer> ofStacks = new ArrayList<>();
        for (int i = 0; i < rows.fields().size(); i++) {
            switch (rows.fields().get(i).kind()) {
                case WORD -> ofWords.add(i);
                case STACK -> ofStacks.add(i);
                default -> {}
            }
        }
        return row -> {
            for (int field : ofWords) {
                if (holds(words, rows.number(row, field))) {
                    return true;
                }
            }
            for (int field : ofStacks) {
                if (holds(stacks, rows.number(row, field))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static IntPredicate words(RawRows rows, int field, String operator, String value) {
        BitSet found = switch (operator) {
            case "~" -> words(value, rows);
            case "=", "!=" -> {
                BitSet equal = new BitSet();
                for (int word = 0; word < rows.wordCount(); word++) {
                    equal.set(word, rows.word(word).equalsIgnoreCase(value));
                }
                yield equal;
            }
            default -> throw new IllegalArgumentException(Words.say("events.filter.word", operator));
        };
        boolean not = operator.equals("!=");
        return row -> holds(found, rows.number(row, field)) != not;
    }

    private static BitSet words(String part, RawRows rows) {
        String lower = part.toLowerCase(Locale.ROOT);
        BitSet found = new BitSet();
        for (int word = 0; word < rows.wordCount(); word++) {
            found.set(word, rows.word(word).toLowerCase(Locale.ROOT).contains(lower));
        }
        return found;
    }

    private static BitSet stacks(String part, RawRows rows) {
        String lower = part.toLowerCase(Locale.ROOT);
        BitSet found = new BitSet();
        for (int stack = 0; stack < rows.stackCount(); stack++) {
            for (Frame frame : rows.stack(stack).frames()) {
                if (frame.label().toLowerCase(Locale.ROOT).contains(lower)) {
                    found.set(stack);
                    break;
                }
            }
        }
        return found;
    }

    private static boolean holds(BitSet set, long number) {
        return number != RawRows.NONE && set.get((int) number);
    }

    private static LongPredicate number(String operator, long wanted, String value) {
        compare(operator, 0, value);
        return number -> compare(operator, Long.compare(number, wanted), value);
    }

    private static boolean compare(String operator, int order, String value) {
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalArgumentException(Words.say("events.filter.number", value));
        };
    }

    private static long address(String value) {
        try {
            return value.startsWith("0x") ? Long.parseUnsignedLong(value.substring(2), 16) : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Words.say("events.filter.number", value));
        }
    }

    private static double figure(String value, Kind kind) {
        Matcher figure = FIGURE.matcher(value.replace(",", ""));
        if (!figure.matches()) {
            throw new IllegalArgumentException(Words.say("events.filter.number", value));
        }
        double factor = switch (figure.group(2).toLowerCase(Locale.ROOT)) {
            case "" -> 1;
            case "k", "kib" -> 1L << 10;
            case "m", "mib" -> 1L << 20;
            case "g", "gib" -> 1L << 30;
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "%" -> kind == Kind.SHARE ? 0.01 : 1;
            default -> throw new IllegalArgumentException(Words.say("events.filter.number", value));
        };
        return Double.parseDouble(figure.group(1)) * factor;
    }
}
