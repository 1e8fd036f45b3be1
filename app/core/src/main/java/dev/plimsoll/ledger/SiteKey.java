package dev.plimsoll.ledger;

/// Where blocks of one binding come from: a binding and a stack.
///
/// @param binding name of the contract, for example `ffm`
/// @param stack id in the session's stack table
public record SiteKey(String binding, int stack) {}
