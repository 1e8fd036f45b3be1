package dev.plimsoll.target.rule;

/// Where something is written.
///
/// @param file as the person named it
/// @param line from 1
public record Place(String file, int line) {

    RuleException wrong(String sentence) {
        return new RuleException(this + ": " + sentence);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
