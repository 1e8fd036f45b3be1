// answer: leak, likely
// on: 17 25
package shop;

import java.util.concurrent.SynchronousQueue;
import pace.Pace;

/** A thread for each order that waits for a word that never comes. */
public class WaitingThreads {

    public static void main(String[] args) throws Exception {
        Pace.run(8, number -> order());
    }

    private static void order() {
        Thread thread = new Thread(() -> {
            try {
                new SynchronousQueue<String>().take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start(); // here
    }
}
