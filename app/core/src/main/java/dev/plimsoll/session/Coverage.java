package dev.plimsoll.session;

/// What of one binding is watched.
///
/// @param binding name
/// @param state `woven`, `absent` or `failed`
/// @param detail why, or which version
public record Coverage(String binding, String state, String detail) {}
