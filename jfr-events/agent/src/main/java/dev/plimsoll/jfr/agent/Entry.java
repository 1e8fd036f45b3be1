package dev.plimsoll.jfr.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters the agent, and the loader of everything that the target must not see: classes that lie in the
 * agent's jar as {@code weave/**.classdata}. The jar itself goes on the boot path, for the probes.
 *
 * <p>Every load of an agent gets another {@link Instrumentation}, and only the one that added a transformer can remove
 * it: the first is kept for ever.
 */
public final class Entry extends ClassLoader {

    private static final String START = "dev.plimsoll.jfr.agent.Agent";

    private static @Nullable Entry first;

    private final Instrumentation instrumentation;
    private final JarFile jar;

    private Entry(Instrumentation instrumentation, JarFile jar) {
        super("plimsoll", null);
        this.instrumentation = instrumentation;
        this.jar = jar;
    }

    /** With {@code -javaagent}: a recording from the start of the program. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) throws Exception {
        enter(options, instrumentation);
    }

    /** With the Attach API, as often as one likes. */
    public static void agentmain(@Nullable String options, Instrumentation instrumentation) throws Exception {
        enter(options, instrumentation);
    }

    private static synchronized void enter(@Nullable String options, Instrumentation instrumentation) throws Exception {
        if (first == null) {
            JarFile jar = new JarFile(ownFile());
            instrumentation.appendToBootstrapClassLoaderSearch(jar);
            first = new Entry(instrumentation, jar);
        }
        Class.forName(START, true, first)
                .getMethod("enter", String.class, Instrumentation.class)
                .invoke(null, options == null ? "" : options, first.instrumentation);
    }

    private static File ownFile() throws URISyntaxException {
        return new File(
                Entry.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ZipEntry entry = jar.getEntry("weave/" + name.replace('.', '/') + ".classdata");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
