package dev.plimsoll.target.rule;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a rule says about a number or an object of the target: `4096`, `arg0 * arg1`, `this.peer.address()`.
public sealed interface Expression {

    /// A number that is always the same.
    record Constant(long value) implements Expression {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /// One number times another.
    record Product(Expression left, Expression right) implements Expression {
        @Override
        public String toString() {
            return left + "*" + right;
        }
    }

    /// From `this`, `result` or an argument through fields and methods without arguments.
    ///
    /// @param start `this`, `result`, or `arg` and a number from 0
    /// @param steps names, those of methods with `()` at their end
    record Path(String start, List<String> steps) implements Expression {

        /// The argument's number, -1 when it does not start at one.
        int argument() {
            return start.startsWith("arg") ? Integer.parseInt(start.substring(3)) : -1;
        }

        @Override
        public String toString() {
            return steps.isEmpty() ? start : start + "." + String.join(".", steps);
        }
    }

    /// What an expression may look like, for a person.
    String FORMS = "this, result or arg0 (the first argument), each followed by .field or .method() as needed";

    Pattern PATH =
            Pattern.compile("(this|result|arg\\d{1,3})((?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\(\\))?)*)");
    Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /// An expression that starts at an object or an argument.
    static Path path(String text, String key, Place place) throws RuleException {
        Matcher matcher = PATH.matcher(text.replace(" ", ""));
        if (!matcher.matches()) {
            throw place.wrong(key + " is `" + text + "`; expected " + FORMS + ".");
        }
        String steps = matcher.group(2);
        return new Path(matcher.group(1), steps.isEmpty() ? List.of() : List.of(steps.substring(1).split("\\.")));
    }

    /// A size.
    static Expression size(String text, String key, Place place) throws RuleException {
        String dense = text.replace(" ", "");
        int times = dense.indexOf('*');
        if (times >= 0) {
            return new Product(size(dense.substring(0, times), key, place), size(dense.substring(times + 1), key, place));
        }
        return NUMBER.matcher(dense).matches() ? new Constant(Long.parseLong(dense)) : path(dense, key, place);
    }
}
