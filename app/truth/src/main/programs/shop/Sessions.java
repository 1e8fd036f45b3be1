// answer: healthy
// on: 17 25
package shop;

import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import pace.Pace;
import sun.misc.Unsafe;

/** Each customer stays for three to twelve seconds, and memory with them. */
public class Sessions {

    private static final class Session {
        final double until;
        final long memory;

        Session(double until, long memory) {
            this.until = until;
            this.memory = memory;
        }
    }

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Random random = new Random(9);
        PriorityQueue<Session> sessions = new PriorityQueue<>(Comparator.comparingDouble((Session s) -> s.until));
        Pace.run(30, number -> {
            double now = Pace.seconds();
            sessions.add(new Session(now + 3 + 9 * random.nextDouble(), unsafe.allocateMemory(9_001)));
            while (sessions.peek().until < now) {
                unsafe.freeMemory(sessions.poll().memory);
            }
        });
    }
}
