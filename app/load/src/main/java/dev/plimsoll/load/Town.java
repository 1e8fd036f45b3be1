package dev.plimsoll.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/// The target: `Town BLOCKS STACKS RATE` takes so many blocks from so many stacks, then gives back and takes anew, so
/// many events a second. Begins with the first line on its stdin and ends with its end.
public final class Town {

    /// Frames of a stack below the first room.
    public static final int LEVELS = 20;

    private static final int ROOMS = 128;
    private static final int LEVELS_THAT_PART = 17;

    /// Events a second while the blocks are taken: what the recorder can hold without losing any.
    private static final int FILLING = 60_000;

    private static final long TICK = 1_000_000;

    private static Room[] rooms = new Room[0];

    private final long[] addresses;
    private final int stacks;
    private final SplittableRandom random = new SplittableRandom(7);

    private Town(int blocks, int stacks) {
        addresses = new long[blocks];
        this.stacks = stacks;
    }

    public static void main(String[] args) throws Exception {
        rooms = RoomSource.compile(ROOMS);
        Town town = new Town(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (in.readLine() != null) {
            Thread.ofPlatform().daemon().start(() -> town.live(Integer.parseInt(args[2])));
            in.readLine();
        }
    }

    public static Room room(int number) {
        return rooms[number % ROOMS];
    }

    /// Which way a stack goes at a level: stacks of near numbers part late.
    public static int turn(int stack, int level) {
        long z = ((stack >>> Math.max(0, LEVELS_THAT_PART - level)) + 1L) * 0x9E3779B97F4A7C15L + level;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) (z >>> 33);
    }

    public static long bytes(int turn) {
        return 17L + (turn >>> 3) % 65;
    }

    /// One loop for filling and for keeping, so that both have the same stacks.
    private void live(int rate) {
        int filled = 0;
        long done = 0;
        long begin = System.nanoTime();
        while (true) {
            boolean filling = filled < addresses.length;
            double perNano = (filling ? FILLING : rate / 2) / 1e9;
            for (long due = (long) ((System.nanoTime() - begin) * perNano); done < due; done++) {
                int slot = filling && filled < addresses.length ? filled++ : random.nextInt(addresses.length);
                if (addresses[slot] != 0) {
                    rooms[0].giveBack(addresses[slot]);
                }
                int stack = slot < stacks ? slot : random.nextInt(stacks);
                addresses[slot] = room(stack % 3).walk(stack, 0);
            }
            if (filling && filled == addresses.length) {
                done = 0;
                begin = System.nanoTime();
            }
            LockSupport.parkNanos(TICK);
        }
    }
}
