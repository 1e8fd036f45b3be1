package dev.plimsoll.event;

/// On which side of the border a frame stands.
public enum FrameKind {
    /// Java code of the application or of the JDK.
    JAVA,
    /// Java code whose task is to cross the border: FFM, NIO, Unsafe, JNA, LWJGL, JavaCPP and the like.
    BINDING,
    /// Machine code outside the JVM.
    NATIVE,
    /// Machine code of the JVM itself.
    VM
}
