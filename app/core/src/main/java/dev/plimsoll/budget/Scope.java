package dev.plimsoll.budget;

import dev.plimsoll.event.Frame;
import org.jspecify.annotations.Nullable;

/// Which memory a limit is about.
public sealed interface Scope {

    /// Whether what this line took through this binding belongs to it.
    boolean holds(String binding, @Nullable Frame site);

    /// `whole`, `binding ffm`, `package com.acme`.
    String words();

    /// All of the process.
    record Whole() implements Scope {

        @Override
        public boolean holds(String binding, @Nullable Frame site) {
            return true;
        }

        @Override
        public String words() {
            return "whole";
        }
    }

    /// What one binding gave out.
    record Binding(String name) implements Scope {

        @Override
        public boolean holds(String binding, @Nullable Frame site) {
            return binding.equals(name);
        }

        @Override
        public String words() {
            return "binding " + name;
        }
    }

    /// What lines of one package and those below it took.
    record Package(String name) implements Scope {

        @Override
        public boolean holds(String binding, @Nullable Frame site) {
            return site != null && (site.packageName() + ".").startsWith(name + ".");
        }

        @Override
        public String words() {
            return "package " + name;
        }
    }
}
