package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.RULED;

import dev.plimsoll.jfr.probe.v1.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A binding that a person described in a rule: a number, by which its native side is known, is born in one method and dies
 * in another. With a size it is a block of memory, and what a woven method below takes for it is not told a second time;
 * without, it is a handle of kind {@code handle} and 0 bytes, for nobody knows how many.
 */
final class RuleFamily implements LibraryFamily {

    /** Stands for an expression that the rule does not have. */
    static final String NONE = "-";

    private final String name;
    private final String coordinates;
    private final List<Point> points;

    /** @param coordinates {@code group:artifact} of its library, or empty */
    RuleFamily(String name, String coordinates, List<Point> points) {
        this.name = name;
        this.coordinates = coordinates;
        this.points = List.copyOf(points);
    }

    /** The method makes one, when it returns and the condition holds. */
    static Advice birth(int binding, String when, String handle, String size, String owner) {
        Value address = RuleExpression.number(handle, "");
        Value whose = owner.equals(NONE) ? Value.none() : RuleExpression.object(owner);
        Condition asked = RuleExpression.isThere(handle, "").and(condition(when, ""));
        if (size.equals(NONE)) {
            return Roots.made(Kind.of(binding, Kind.HANDLE), Value.constant(0), address, whose, asked, RULED);
        }
        Value bytes = RuleExpression.number(size, "");
        boolean knownBefore = !size.contains("this") && !size.contains("result");
        return knownBefore && when.equals(NONE) && !RuleExpression.goesThrough(handle)
                ? Roots.allocation(binding, bytes, address, whose, RULED)
                : Roots.made(binding, bytes, address, whose, asked, RULED);
    }

    /**
     * The method ends one, from where it begins, if the condition holds.
     *
     * @param receiver internal name of the class of {@code this}, others are left alone; or {@link #NONE}
     */
    static Advice death(int binding, String when, String handle, String receiver) {
        if (receiver.equals(NONE)) {
            return Roots.freeOnce(
                    binding,
                    RuleExpression.number(handle, ""),
                    RuleExpression.isThere(handle, "").and(condition(when, "")));
        }
        return Roots.freeOnce(
                binding,
                RuleExpression.number(handle, receiver),
                Condition.isA(Value.receiver(), receiver)
                        .and(RuleExpression.isThere(handle, receiver))
                        .and(condition(when, receiver)));
    }

    private static Condition condition(String when, String receiver) {
        return when.equals(NONE)
                ? Condition.ALWAYS
                : RuleExpression.isThere(when, receiver).and(Condition.holds(RuleExpression.condition(when, receiver)));
    }

    @Override
    public String binding() {
        return name;
    }

    @Override
    public String coordinates() {
        return coordinates;
    }

    @Override
    public List<Point> points() {
        return points;
    }

    @Override
    public String woven() {
        return woven(type -> true);
    }

    @Override
    public String woven(Predicate<String> isWoven) {
        Set<String> methods = new LinkedHashSet<>();
        for (Point point : points) {
            if (isWoven.test(point.type())) {
                String simple = point.type().substring(point.type().lastIndexOf('/') + 1);
                methods.add(simple + "." + point.method());
            }
        }
        return "by rule: " + String.join(", ", methods);
    }
}
