// answer: healthy
// on: 17 25
package atlas;

import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import pace.Pace;
import sun.misc.Unsafe;

/** Requests hold memory until they are answered, and every nine seconds there are twice as many. */
public class BusierServer {

    private static final class Request {
        final long memory;
        final double answered;

        Request(long memory, double answered) {
            this.memory = memory;
            this.answered = answered;
        }
    }

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Random random = new Random(31);
        PriorityQueue<Request> open = new PriorityQueue<>(Comparator.comparingDouble(request -> request.answered));
        Pace.run(400, number -> {
            double now = Pace.seconds();
            while (!open.isEmpty() && open.peek().answered < now) {
                unsafe.freeMemory(open.poll().memory);
            }
            int load = 1 << Math.min(3, (int) (now / 9));
            if (random.nextInt(8) < load) {
                open.add(new Request(unsafe.allocateMemory(2_111), now - 1.2 * Math.log(1 - random.nextDouble())));
            }
        });
    }
}
