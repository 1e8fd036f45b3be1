package dev.plimsoll.ui.kit;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// Work off the FX thread of which only the newest counts: asking again cancels what was asked before, and a late
/// answer is dropped. All methods run on the thread behind `home`.
public final class Newest {

    private final Executor background;
    private final Executor home;
    private final AtomicLong asked = new AtomicLong();
    private int running;

    /// @param background where work runs
    /// @param home the thread that asks and takes the answers
    public Newest(Executor background, Executor home) {
        this.background = background;
        this.home = home;
    }

    /// @param work may look at its argument now and then and throw a [CancellationException] when it says yes
    /// @param answer called at home when nothing newer was asked
    public <T> void ask(Function<BooleanSupplier, T> work, Consumer<T> answer) {
        long mine = asked.incrementAndGet();
        running++;
        background.execute(() -> {
            Runnable end = attempt(mine, work, answer);
            home.execute(() -> {
                running--;
                end.run();
            });
        });
    }

    /// Drops whatever is asked for.
    public void cancel() {
        asked.incrementAndGet();
    }

    /// Whether an answer may still come.
    public boolean busy() {
        return running > 0;
    }

    private <T> Runnable attempt(long mine, Function<BooleanSupplier, T> work, Consumer<T> answer) {
        BooleanSupplier stale = () -> asked.get() != mine;
        if (stale.getAsBoolean()) {
            return () -> {};
        }
        try {
            T made = work.apply(stale);
            return () -> {
                if (!stale.getAsBoolean()) {
                    answer.accept(made);
                }
            };
        } catch (CancellationException cancelled) {
            return () -> {};
        } catch (RuntimeException | Error failure) {
            // Thrown at home, where the window's handler for uncaught exceptions says it.
            return () -> {
                throw failure;
            };
        }
    }
}
