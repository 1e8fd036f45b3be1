// answer: healthy
// on: 17 25
package atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import pace.Pace;

/** Every page of a batch has its compressor; each ten seconds the batch is closed and all of them are ended. */
public class TenSecondBatches {

    public static void main(String[] args) throws Exception {
        List<Deflater> batch = new ArrayList<>();
        double[] closes = {10};
        Pace.run(15, number -> {
            batch.add(new Deflater());
            if (Pace.seconds() > closes[0]) {
                batch.forEach(Deflater::end);
                batch.clear();
                closes[0] += 10;
            }
        });
    }
}
