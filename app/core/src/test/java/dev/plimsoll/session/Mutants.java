package dev.plimsoll.session;

import dev.plimsoll.ledger.Past;
import dev.plimsoll.recording.RecordingException;
import dev.plimsoll.recording.RecordingReader;
import dev.plimsoll.recording.chunk.ReadReport;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// `Mutants FOLDER FROM TO SEED...`: damages small recordings in all ways that can be thought of, the same for the same
/// numbers, and opens each as a session does. Prints how many could be opened; whatever is thrown but a
/// [RecordingException] ends it with the number of the mutant.
final class Mutants {

    private static final long[] ODD = {
        0, 1, -1, 127, 128, 255, Short.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
    };

    private final List<byte[]> seeds;

    private Mutants(List<byte[]> seeds) {
        this.seeds = seeds;
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]).resolve("mutant-" + args[1] + ".jfr");
        List<byte[]> seeds = new ArrayList<>();
        for (String seed : List.of(args).subList(3, args.length)) {
            seeds.add(Files.readAllBytes(Path.of(seed)));
        }
        Mutants mutants = new Mutants(seeds);
        int to = Integer.parseInt(args[2]);
        int opened = 0;
        for (int number = Integer.parseInt(args[1]); number < to; number++) {
            Files.write(file, mutants.mutant(number));
            try {
                opened += opens(file) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new IllegalStateException("mutant " + number + ": " + file, e);
            }
        }
        System.out.println(opened);
    }

    /// What a session does with a file, on one thread; false when one sentence was said instead.
    private static boolean opens(Path file) {
        Logbook logbook = Logbook.remembering(Subjects.of(file));
        try {
            ReadReport report = RecordingReader.read(file, logbook.stacks(), (columns, done) -> {
                logbook.enter(columns);
                return true;
            });
            Snapshot last = logbook.take(new Phase.Playback());
            Past past = logbook.past();
            long middle = last.timeline().start() / 2 + last.timeline().end() / 2;
            new Rewind(past, logbook.marks(), last).at(middle, () -> false);
            past.between(middle, last.timeline().end(), () -> false);
            return report.events() > 0;
        } catch (RecordingException e) {
            String sentence = String.valueOf(e.getMessage());
            if (!sentence.endsWith(".") || sentence.contains("\n")) {
                throw new IllegalStateException("no sentence: " + sentence, e);
            }
            return false;
        }
    }

    private byte[] mutant(int number) {
        SplittableRandom random = new SplittableRandom(number);
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        switch (random.nextInt(10)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> header(bytes, random);
            case 2, 3 -> sprinkle(bytes, where(bytes, random, 24), 4_096, random);
            case 4 -> sprinkle(bytes, where(bytes, random, 16), 4_096, random);
            case 5 -> sprinkle(bytes, 68, bytes.length, random);
            case 6 -> numbers(bytes, random);
            case 7 -> {
                int from = random.nextInt(bytes.length);
                Arrays.fill(
                        bytes,
                        from,
                        Math.min(bytes.length, from + 1 + random.nextInt(3_000)),
                        random.nextBoolean() ? 0 : (byte) 0xff);
            }
            case 8 -> bytes = spliced(bytes, random);
            default -> {
                for (int i = random.nextInt(40); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                if (random.nextBoolean()) {
                    header(bytes, random);
                }
            }
        }
        return bytes;
    }

    /// Where the header says that the last metadata (24) or the last constants (16) are.
    private static int where(byte[] bytes, SplittableRandom random, int field) {
        long at = ByteBuffer.wrap(bytes).getLong(field);
        return at > 0 && at < bytes.length ? (int) at : random.nextInt(bytes.length);
    }

    private static void header(byte[] bytes, SplittableRandom random) {
        if (random.nextBoolean()) {
            long lie = random.nextBoolean() ? ODD[random.nextInt(ODD.length)] : random.nextLong(2L * bytes.length);
            ByteBuffer.wrap(bytes).putLong(8 + 8 * random.nextInt(7), lie);
        } else {
            bytes[random.nextInt(68)] = (byte) random.nextInt();
        }
    }

    private static void sprinkle(byte[] bytes, int from, int length, SplittableRandom random) {
        int end = Math.min(bytes.length, from + length);
        for (int i = random.nextInt(12); i >= 0; i--) {
            bytes[from + random.nextInt(end - from)] = (byte) random.nextInt();
        }
    }

    private static void numbers(byte[] bytes, SplittableRandom random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length - 16);
            long lie = ODD[random.nextInt(ODD.length)];
            if (random.nextBoolean()) {
                ByteBuffer.wrap(bytes).putLong(at, lie);
            } else {
                for (int b = 0; b < 9; b++) {
                    bytes[at + b] = (byte) (b < 8 ? lie | 0x80 : lie >>> 56);
                    lie >>>= 7;
                }
            }
        }
    }

    /// A piece of one file in the middle of another, or twice, or left out.
    private byte[] spliced(byte[] bytes, SplittableRandom random) {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + random.nextInt(20_000));
        int cut = random.nextInt(bytes.length);
        int rest = Math.min(bytes.length, cut + (random.nextBoolean() ? 0 : random.nextInt(20_000)));
        ByteBuffer joined = ByteBuffer.allocate(cut + (to - from) + (bytes.length - rest));
        joined.put(bytes, 0, cut).put(other, from, to - from).put(bytes, rest, bytes.length - rest);
        return joined.array();
    }
}
