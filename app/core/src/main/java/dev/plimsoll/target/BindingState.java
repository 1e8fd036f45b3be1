package dev.plimsoll.target;

/// What the agent said about one binding when its probes were in.
///
/// @param binding name
/// @param state `woven`, `absent` or `failed`
/// @param detail what is watched, or why it is not
/// @param version of its library, empty when it is not known
public record BindingState(String binding, String state, String detail, String version) {}
