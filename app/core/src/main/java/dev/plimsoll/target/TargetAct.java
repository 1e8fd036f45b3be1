package dev.plimsoll.target;

/// What a JVM can be asked to do for its own good. Each is done only when a person asks.
public enum TargetAct {
    /// Collects the whole heap: what waits for the GC goes, and what stays is held.
    COLLECT("GC.run"),

    /// Gives back to the system what the C library keeps of freed memory. Linux with glibc, JDK 17.0.9 and later.
    TRIM("System.trim_native_heap"),

    /// What the C library keeps, as XML. Linux with glibc, JDK 25 and, where it was ported back, earlier.
    ALLOCATOR("System.native_heap_info"),

    /// What the JVM has committed for itself, where it was started with `-XX:NativeMemoryTracking`.
    PARTS("VM.native_memory summary scale=KB");

    private final String command;

    TargetAct(String command) {
        this.command = command;
    }

    /// As `jcmd` calls it.
    public String command() {
        return command;
    }
}
