package dev.plimsoll.target.rule;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A binding as a person describes it.
///
/// @param binding its name in every report
/// @param library `group:artifact` of its jar, by which its version is found; empty when it is not told
/// @param births how it takes something
/// @param deaths how it gives it back
/// @param place of its name
public record Rule(String binding, String library, List<Birth> births, List<Death> deaths, Place place) {

    /// One method that a rule is about.
    public sealed interface Step {

        Signature signature();

        Place place();

        /// Under which condition; null for always.
        Expression.@Nullable Path when();

        /// The number by which the native side is known.
        Expression.Path handle();

        /// Internal name of the class of `this` in the expressions: the method's own, or one below it.
        String receiver();
    }

    /// When the method returns, something has been born.
    ///
    /// @param size in bytes; null when nobody knows
    /// @param owner the object whose death should be its end; null when there is none
    public record Birth(
            Signature signature,
            Expression.@Nullable Path when,
            Expression.Path handle,
            @Nullable Expression size,
            Expression.@Nullable Path owner,
            Place place)
            implements Step {
        @Override
        public String receiver() {
            return signature.type();
        }
    }

    /// When the method begins, something dies.
    public record Death(
            Signature signature, String receiver, Expression.@Nullable Path when, Expression.Path handle, Place place)
            implements Step {}

    /// Births, then deaths.
    Stream<Step> steps() {
        return Stream.concat(births.stream(), deaths.stream());
    }
}
