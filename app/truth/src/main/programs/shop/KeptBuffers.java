// answer: leak, likely
// on: 17 25
package shop;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import pace.Pace;

/** Prints a receipt into a buffer and keeps it for an undo that nobody ever asks for. */
public class KeptBuffers {

    private static final Map<Long, ByteBuffer> UNDO = new HashMap<>();

    public static void main(String[] args) throws Exception {
        Pace.run(30, number -> {
            ByteBuffer receipt = print(700 + (int) (number % 13));
            UNDO.put(number, receipt);
        });
    }

    private static ByteBuffer print(int size) {
        ByteBuffer receipt = ByteBuffer.allocateDirect(size); // here
        receipt.putInt(0, size);
        return receipt;
    }
}
