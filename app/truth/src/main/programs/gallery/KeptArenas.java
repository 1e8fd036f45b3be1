// answer: leak, likely
// on: 25
package gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import pace.Pace;

/** A cache of a hundred thumbnails that evicts the picture but never its arena. */
public class KeptArenas {

    private static final Map<Long, MemorySegment> THUMBNAILS = new LinkedHashMap<>();
    private static final Map<Long, Arena> ARENAS = new HashMap<>();

    public static void main(String[] args) throws Exception {
        Pace.run(25, number -> {
            THUMBNAILS.put(number, draw(number, 4_097));
            if (THUMBNAILS.size() > 100) {
                THUMBNAILS.remove(THUMBNAILS.keySet().iterator().next());
            }
        });
    }

    private static MemorySegment draw(long number, long size) {
        Arena arena = Arena.ofShared();
        ARENAS.put(number, arena);
        return arena.allocate(size).fill((byte) 1); // here
    }
}
