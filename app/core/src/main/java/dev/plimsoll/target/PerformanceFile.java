package dev.plimsoll.target;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The counters that a JVM keeps in a file of its own (`hsperfdata`, version 2), read without its help.
final class PerformanceFile {

    private static final int MAGIC = 0xcafec0c0;
    private static final int PROLOGUE = 32;
    private static final int ORDER = 4;
    private static final int MAJOR = 5;
    private static final int FIRST_ENTRY = 24;
    private static final int ENTRIES = 28;
    private static final int MOST_BYTES = 1 << 20;

    private PerformanceFile() {}

    /// `G1`, `Serial`, `Parallel`, `ZGC`, `Shenandoah` or another; empty when the file does not say so, cannot be read
    /// or is not of this kind.
    static String collector(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > MOST_BYTES) {
                return "";
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return "";
        }
        try {
            return collector(ByteBuffer.wrap(bytes));
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            // The JVM has not finished it, or it is none of this kind.
            return "";
        }
    }

    private static String collector(ByteBuffer file) {
        if (file.capacity() < PROLOGUE || file.getInt(0) != MAGIC || file.get(MAJOR) != 2) {
            return "";
        }
        file.order(file.get(ORDER) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int at = file.getInt(FIRST_ENTRY);
        for (int left = file.getInt(ENTRIES); left > 0; left--) {
            int length = file.getInt(at);
            String name = text(file, at + file.getInt(at + 4));
            // The first is of young collections, where a collector has them; ZGC may name its second alone.
            if (name.startsWith("sun.gc.collector.") && name.endsWith(".name")) {
                String word = text(file, at + file.getInt(at + 16)).split(" ", 2)[0];
                return word.toLowerCase(Locale.ROOT).startsWith("z") ? "ZGC" : word;
            }
            if (length <= 0) {
                return "";
            }
            at += length;
        }
        return "";
    }

    private static String text(ByteBuffer file, int from) {
        int to = from;
        while (file.get(to) != 0) {
            to++;
        }
        byte[] word = new byte[to - from];
        file.get(from, word);
        return new String(word, StandardCharsets.UTF_8);
    }
}
