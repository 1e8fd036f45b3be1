package dev.plimsoll.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairNumbersTest {

    private record Pair(int first, int second) {}

    /// Some first numbers come with very many second ones, and the largest numbers come too.
    @Test
    void everyPairKeepsTheNumberOfItsFirstAppearance() {
        SplittableRandom random = new SplittableRandom(31);
        PairNumbers numbers = new PairNumbers();
        Map<Pair, Integer> model = new HashMap<>();
        for (int i = 0; i < 40_009; i++) {
            int first = random.nextInt(4) == 0 ? Integer.MAX_VALUE - random.nextInt(3) : random.nextInt(5_003);
            int second = random.nextInt(9) == 0 ? Integer.MAX_VALUE - random.nextInt(701) : random.nextInt(7);
            Pair pair = new Pair(first, second);
            Integer known = model.get(pair);
            assertEquals(known == null ? PairNumbers.NONE : known, numbers.get(first, second));
            if (known == null) {
                model.put(pair, model.size());
                assertEquals(model.size() - 1, numbers.add(first, second));
            }
        }
        assertEquals(model.size(), numbers.size());
        model.forEach((pair, number) -> {
            assertEquals(number, numbers.get(pair.first(), pair.second()));
            assertEquals(pair, new Pair(numbers.first(number), numbers.second(number)));
        });
    }

    @Test
    void nothingIsThereAtFirst() {
        assertEquals(PairNumbers.NONE, new PairNumbers().get(0, 0));
    }
}
