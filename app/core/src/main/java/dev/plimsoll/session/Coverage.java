package dev.plimsoll.session;

/// What of one binding is watched.
///
/// @param binding name
/// @param state `woven`, `absent` or `failed`
/// @param detail what is watched, or why it is not
/// @param version of its library, empty when it is not known
public record Coverage(String binding, String state, String detail, String version) {

    public Coverage(String binding, String state, String detail) {
        this(binding, state, detail, "");
    }

    /// `lwjgl 3.4.1`, or the name alone.
    public String label() {
        return version.isEmpty() ? binding : binding + " " + version;
    }
}
