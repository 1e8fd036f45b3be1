/// Bindings that a person describes in a TOML file: reads the file, compares it with a jar, and hands it to the agent in a
/// form of one line per method. The only package that knows TOML. Attaches to nothing.
@NullMarked
package dev.plimsoll.target.rule;

import org.jspecify.annotations.NullMarked;
