package dev.plimsoll.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Gives every command the terminal that it talks to.
final class CommandFactory implements IFactory {

    private final Terminal terminal;

    CommandFactory(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
