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

    @Test
    void aLineKeepsItsMethodBeforeItsClass() {
        assertEquals("TextureCache.upload:214", QualifiedName.fitLine("TextureCache.upload:214", 23));
        assertEquals("TextureCac….upload:214", QualifiedName.fitLine("TextureCache.upload:214", 22));
        assertEquals("Tex….upload:214", QualifiedName.fitLine("TextureCache.upload:214", 15));
        assertEquals("upload:214", QualifiedName.fitLine("TextureCache.upload:214", 14));
        assertEquals("upload:2…", QualifiedName.fitLine("TextureCache.upload:214", 9));
        assertEquals("<init>:7", QualifiedName.fitLine("DirectByteBuffer.<init>:7", 12));
        assertEquals("Oute….lambda$run$0:4", QualifiedName.fitLine("Outer$Inner.lambda$run$0:4", 20));
        assertEquals("je_malloc libje…", QualifiedName.fitLine("je_malloc libjemalloc.so+0x1c", 16));
    }
}
