package dev.plimsoll.target;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

/// A diagnostic command of the JVM, as `jcmd` sends it. The method for it is public in a package that the JDK does not
/// export; the launchers do. Any thread; takes as long as the command does.
final class DiagnosticCommand {

    private DiagnosticCommand() {}

    /// What the JVM answered.
    ///
    /// @throws TargetException when the JVM cannot be asked, or does not know the command
    static String run(long pid, String command) throws TargetException {
        String answer;
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try (InputStream in = (InputStream) machine.getClass()
                    .getMethod("executeJCmd", String.class)
                    .invoke(machine, command)) {
                // Not readAllBytes: of this stream, in JDK 25, it returns the first 8,192 bytes.
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                in.transferTo(whole);
                answer = whole.toString(StandardCharsets.UTF_8);
            } finally {
                machine.detach();
            }
        } catch (InvocationTargetException e) {
            throw refused(pid, command, e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new TargetException("This Java cannot send commands; type: jcmd " + pid + " " + command, e);
        } catch (AttachNotSupportedException | IOException e) {
            throw refused(pid, command, e);
        }
        if (answer.contains("Unknown diagnostic command")) {
            throw new TargetException("The JVM of process " + pid + " does not know " + command
                    + "; it takes a newer JDK, on Linux with glibc.");
        }
        return answer;
    }

    private static TargetException refused(long pid, String command, Throwable why) {
        return String.valueOf(why.getMessage()).contains("Unknown diagnostic command")
                ? new TargetException("The JVM of process " + pid + " does not know " + command
                        + "; it takes a newer JDK, on Linux with glibc.")
                : new TargetException(
                        "Process " + pid + " did not do " + command + " (" + Reason.of(why) + "); try again.", why);
    }
}
