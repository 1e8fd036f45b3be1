package dev.plimsoll.budget;

/// One line of a budget.
///
/// @param most what is still allowed, in bytes or pieces, 0 or more
/// @param line of the file, from 1
public record Limit(Scope scope, Measure measure, double most, int line) {}
