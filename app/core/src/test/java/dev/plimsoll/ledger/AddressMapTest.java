package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressMapTest {

    @Test
    void agreesWithAHashMapWhateverIsDoneToIt() {
        Random random = new Random(20261122);
        long[] addresses = new long[400_000];
        AddressMap map = new AddressMap(row -> addresses[row]);
        Map<Long, Integer> model = new HashMap<>();
        for (int i = 0; i < 400_000; i++) {
            // Few addresses, all over the bits: long runs, zero and negative ones too.
            long address = (random.nextInt(3_000) - 10) * 0x1_0000_0010L;
            addresses[i] = address;
            if (random.nextInt(100) < 55) {
                Integer before = model.put(address, i);
                assertEquals(before == null ? AddressMap.NONE : before, map.put(address, i));
            } else {
                Integer before = model.remove(address);
                assertEquals(before == null ? AddressMap.NONE : before, map.remove(address));
            }
            assertEquals(model.size(), map.size());
        }
        for (Map.Entry<Long, Integer> entry : model.entrySet()) {
            assertEquals(entry.getValue(), map.get(entry.getKey()));
        }
        assertEquals(AddressMap.NONE, map.get(77));
    }
}
