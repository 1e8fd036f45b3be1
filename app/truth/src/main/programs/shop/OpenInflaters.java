// answer: leak, likely
// on: 17 25
package shop;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import pace.Pace;

/** Every connection brings its decompressor; closed connections stay in the list with theirs. */
public class OpenInflaters {

    private static final List<Connection> CONNECTIONS = new ArrayList<>();

    private static final class Connection {
        final Inflater inflater = new Inflater(); // here
        boolean closed;
    }

    public static void main(String[] args) throws Exception {
        Pace.run(12, number -> {
            Connection connection = new Connection();
            connection.inflater.setInput(new byte[] {120});
            CONNECTIONS.add(connection);
            connection.closed = true;
        });
    }
}
