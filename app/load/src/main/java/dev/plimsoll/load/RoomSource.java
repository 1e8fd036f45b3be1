package dev.plimsoll.load;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// Writes and compiles the rooms of a town: classes of one method with eight lines that take a block and eight that go
/// on to another room, so that a town has as many lines of code as a real program.
final class RoomSource {

    private static final int DOORS = 8;

    private RoomSource() {}

    static Room[] compile(int rooms) throws IOException, ReflectiveOperationException {
        Path folder = Files.createTempDirectory("plimsoll-town-");
        List<String> command = new ArrayList<>(List.of(
                "-nowarn",
                "-Xlint:-removal",
                "-XDignore.symbol.file",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString()));
        for (int room = 0; room < rooms; room++) {
            command.add(Files.writeString(folder.resolve("Room" + room + ".java"), source(room))
                    .toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The rooms do not compile.");
        }
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        Room[] made = new Room[rooms];
        for (int room = 0; room < rooms; room++) {
            made[room] = (Room) loader.loadClass("acme.part" + room % 16 + ".Room" + room)
                    .getConstructor()
                    .newInstance();
        }
        return made;
    }

    private static String source(int room) {
        StringBuilder take = new StringBuilder();
        StringBuilder go = new StringBuilder();
        for (int door = 0; door < DOORS; door++) {
            take.append("                case %d: return UNSAFE.allocateMemory(bytes);%n".formatted(door));
            go.append("            case %d: return next.walk(stack, level + 1);%n".formatted(door));
        }
        return """
                package acme.part%d;

                import dev.plimsoll.load.Room;
                import dev.plimsoll.load.Town;

                public final class Room%d implements Room {
                    private static final sun.misc.Unsafe UNSAFE = unsafe();

                    public long walk(int stack, int level) {
                        int turn = Town.turn(stack, level);
                        if (level == Town.LEVELS) {
                            long bytes = Town.bytes(turn);
                            switch (turn & 7) {
                %s            }
                        }
                        Room next = Town.room(turn >>> 3);
                        switch (turn & 7) {
                %s        }
                        throw new IllegalStateException();
                    }

                    public void giveBack(long address) {
                        UNSAFE.freeMemory(address);
                    }

                    private static sun.misc.Unsafe unsafe() {
                        try {
                            var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
                            field.setAccessible(true);
                            return (sun.misc.Unsafe) field.get(null);
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }
                """.formatted(room % 16, room, take, go);
    }
}
