package dev.plimsoll.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class QualifiedNameTest {

    @Test
    void packagesGiveWayFirst() {
        assertEquals("java.nio.DirectByteBuffer", QualifiedName.fit("java.nio.DirectByteBuffer", 25));
        assertEquals("j.n.DirectByteBuffer", QualifiedName.fit("java.nio.DirectByteBuffer", 24));
        assertEquals("DirectByteBuffer", QualifiedName.fit("java.nio.DirectByteBuffer", 19));
        assertEquals("DirectByte…", QualifiedName.fit("java.nio.DirectByteBuffer", 11));
        assertEquals("a.b.Outer$Inner", QualifiedName.fit("acme.book.Outer$Inner", 16));
    }

    @Test
    void whatIsNoNameIsCutAtItsEnd() {
        assertEquals("texture-pr…", QualifiedName.fit("texture-prefetch", 11));
        assertEquals("Sent to 10.0…", QualifiedName.fit("Sent to 10.0.0.1 by mail.", 13));
        assertEquals("", QualifiedName.fit("", 4));
    }
}
