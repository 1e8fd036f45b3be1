package dev.plimsoll.target;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// Loads the agent through the Attach API, on a thread of its own: a JVM that hangs keeps its caller for as long as it
/// likes.
final class AgentLoader {

    private AgentLoader() {}

    /// Completes when the JVM has loaded the agent; fails with a [TargetException].
    static CompletableFuture<Void> load(long pid, Path agent, String options) {
        CompletableFuture<Void> loaded = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("plimsoll-attach-" + pid).start(() -> {
            try {
                loadNow(pid, agent, options);
                loaded.complete(null);
            } catch (TargetException | RuntimeException e) {
                loaded.completeExceptionally(e);
            }
        });
        return loaded;
    }

    private static void loadNow(long pid, Path agent, String options) throws TargetException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                machine.loadAgent(agent.toString(), options);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new TargetException(
                    "Process " + pid + " does not answer the Attach API; was it started with -XX:+DisableAttachMechanism,"
                            + " or does it hang?",
                    e);
        } catch (AgentLoadException e) {
            throw new TargetException("Process " + pid + " does not take an agent (" + Reason.of(e) + ")" + advice(e), e);
        } catch (AgentInitializationException e) {
            throw new TargetException(
                    "The agent could not start in process " + pid + "; that program's stderr says why.", e);
        } catch (IOException e) {
            throw new TargetException(
                    LastMoment.died(pid)
                            ? "Process " + pid + " ended while it was being attached."
                            : "Process " + pid + " cannot be attached (" + Reason.of(e) + "); try again.",
                    e);
        }
    }

    private static String advice(AgentLoadException e) {
        String words = String.valueOf(e.getMessage());
        if (words.contains("EnableDynamicAgentLoading")) {
            return "; start it with -XX:+EnableDynamicAgentLoading.";
        }
        if (words.contains("instrument")) {
            return "; its runtime image lacks the module java.instrument.";
        }
        return "; look at that program's stderr.";
    }
}
