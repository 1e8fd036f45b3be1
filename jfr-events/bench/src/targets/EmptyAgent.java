import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * An agent that weaves nothing: what the VM itself keeps of classes that are redefined shows beside it. {@code note FILE}
 * writes the names of all classes that others redefine from then on; {@code round FILE} redefines those twice, with the
 * bytes that they have, and lets the flight recorder record a moment after each: as in a session, each version is run.
 */
public class EmptyAgent {

    public static void agentmain(String options, Instrumentation instrumentation) throws Exception {
        String[] words = options.split(" ");
        if (words[0].equals("note")) {
            instrumentation.addTransformer(new Noting(Path.of(words[1])), true);
        } else {
            round(instrumentation, Files.readAllLines(Path.of(words[1])));
        }
    }

    private static void round(Instrumentation instrumentation, List<String> names) throws Exception {
        List<Class<?>> found = new ArrayList<>();
        for (String name : names) {
            found.add(Class.forName(name.replace('/', '.'), false, ClassLoader.getSystemClassLoader()));
        }
        Class<?>[] classes = found.toArray(new Class<?>[0]);
        for (int version = 0; version < 2; version++) {
            instrumentation.retransformClasses(classes);
            try (Recording recording = new Recording(Configuration.getConfiguration("default"))) {
                recording.start();
                recording.stop();
            }
        }
    }

    private static final class Noting implements ClassFileTransformer {

        private final Path file;
        private final Set<String> names = new TreeSet<>();

        Noting(Path file) {
            this.file = file;
        }

        @Override
        public synchronized byte[] transform(
                ClassLoader loader, String type, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
            if (redefined != null && names.add(type)) {
                try {
                    Files.write(file, names);
                } catch (java.io.IOException e) {
                    // Nobody hears an exception of a transformer; a file without names is seen.
                    e.printStackTrace();
                }
            }
            return null;
        }
    }
}
