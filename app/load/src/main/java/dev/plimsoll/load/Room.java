package dev.plimsoll.load;

/// A place where blocks are taken, or a step on the way to one.
public interface Room {

    /// Takes a block below the rest of a stack.
    ///
    /// @param stack number of the stack
    /// @param level frames above this one
    /// @return address of the block
    long walk(int stack, int level);

    void giveBack(long address);
}
