package dev.plimsoll.jfr.junit;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Records what a test makes and holds what is left of it against its {@link NativeBudget}. */
public final class NativeBudgetExtension implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(NativeBudgetExtension.class);

    private static final List<String> WITH_STACK = List.of("plimsoll.NativeAllocation", "plimsoll.CallbackRegistered");

    private static final List<String> WITHOUT_STACK =
            List.of("plimsoll.NativeFree", "plimsoll.CallbackReleased", "plimsoll.AgentHealth", "jdk.DataLoss");

    /** Owners that are found dead, then their cleaners' owners, then what those held. */
    private static final int COLLECTIONS = 3;

    private static final long PATIENCE_MILLIS = 5_000;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, InterruptedException {
        Limits.of(budget(context));
        TestAgent.load();
        Recording recording = new Recording();
        recording.setName("Plimsoll: " + context.getDisplayName());
        WITH_STACK.forEach(name -> recording.enable(name).withStackTrace());
        WITHOUT_STACK.forEach(recording::enable);
        recording.start();
        context.getStore(NAMESPACE).put(context.getUniqueId(), recording);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
        Recording recording = context.getStore(NAMESPACE).remove(context.getUniqueId(), Recording.class);
        if (recording == null) {
            return;
        }
        Path file = Files.createTempFile("plimsoll-budget-", ".jfr");
        try (recording) {
            collect();
            recording.stop();
            recording.dump(file);
            Limits limits = Limits.of(budget(context));
            LiveTable live = LiveTable.read(file, limits.bindings());
            limits.check(live);
        } finally {
            Files.delete(file);
        }
    }

    private static NativeBudget budget(ExtensionContext context) {
        Optional<NativeBudget> budget = context.getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, NativeBudget.class))
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), NativeBudget.class));
        return budget.orElseThrow();
    }

    /** What only waits for the GC is not left behind: each round waits until the references of its collection were handled. */
    private static void collect() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            ReferenceQueue<Object> queue = new ReferenceQueue<>();
            PhantomReference<Object> canary = new PhantomReference<>(new Object(), queue);
            System.gc();
            queue.remove(PATIENCE_MILLIS);
            canary.clear();
        }
    }
}
