package dev.plimsoll.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened in the target, copied out of JFR. Times are nanoseconds since the epoch, sizes bytes.
public sealed interface NativeEvent {

    /// When it began, nanoseconds since the epoch.
    long time();

    /// When the recorder told of it, nanoseconds since the epoch: not before the end of what takes time. Events go by
    /// this order, in which somebody who watches live hears of them.
    default long told() {
        return time();
    }

    /// No block stands for more: one byte at an interval of a terabyte. Beyond, sums of squares overflow.
    double MOST_WEIGHT = 1e12;

    /// What a recorded weight means: 0 is a block that is followed for company and stands for none in a sum; one below
    /// 1, above [#MOST_WEIGHT] or none at all stands for the block itself.
    static double weight(double recorded) {
        return recorded == 0 || (recorded >= 1 && recorded <= MOST_WEIGHT) ? recorded : 1;
    }

    /// A block was taken. `weight` is 1/p, at least 1: the number of blocks this one stands for; or 0, see [#weight].
    /// With `everyBlock` every block has an event, and the weight is that of the stack, 0 when none was taken: sums
    /// by line go by the weight, and in those by binding the block stands for itself.
    record Allocation(
            long time,
            long address,
            long bytes,
            double weight,
            String binding,
            String kind,
            @Nullable String ownerClass,
            int stack,
            boolean everyBlock)
            implements NativeEvent {

        /// One that stands in all sums for as many as its weight says.
        public Allocation(
                long time,
                long address,
                long bytes,
                double weight,
                String binding,
                String kind,
                @Nullable String ownerClass,
                int stack) {
            this(time, address, bytes, weight, binding, kind, ownerClass, stack, false);
        }
    }

    /// A block whose allocation was recorded was given back.
    record Free(long time, long address, String binding, FreeCause cause) implements NativeEvent {}

    /// The Java object whose death should free the block was collected, Cleaners have run, and the block is live.
    /// `seen` is when the death was first noticed, which is before `time`: the agent waits for the Cleaners.
    record OwnerCollected(
            long time,
            long address,
            String binding,
            @Nullable String ownerClass,
            long seen) implements NativeEvent {

        /// A death noticed at `time`.
        public OwnerCollected(long time, long address, String binding, @Nullable String ownerClass) {
            this(time, address, binding, ownerClass, time);
        }
    }

    /// Native code was given a pointer through which it can call Java.
    record CallbackRegistered(long time, long handle, String targetClass, String binding, String lifetime, int stack)
            implements NativeEvent {}

    record CallbackReleased(long time, long handle, String binding) implements NativeEvent {}

    /// Invocations since registration, and the time of the last one (0 when unknown).
    record CallbackActivity(long time, long handle, long invocations, long last) implements NativeEvent {}

    /// Native memory or a callback was used against its rules, in the agent's words. `earlier` is when the same
    /// block was released before, 0 when it was not; `earlierStack` has the frames of that, one a line, if kept.
    record Misuse(long time, String kind, long address, String binding, int stack, long earlier, String earlierStack)
            implements NativeEvent {

        /// The kind that is told when the collector, and nobody else, ends a callback that native code may keep.
        public static final String CALLBACK_COLLECTED = "callback may be collected too early";

        /// Without a release before.
        public Misuse(long time, String kind, long address, String binding, int stack) {
            this(time, kind, address, binding, stack, 0, "");
        }
    }

    /// A thread was started, by the code on the stack.
    record ThreadStarted(long time, int stack) implements NativeEvent {}

    /// Calls of a native function since the attach, and the nanoseconds spent in them, estimated from a part of them.
    /// `bytes` is what went to a graphics driver; whether copied or mapped stands in the symbol.
    record NativeCalls(long time, String symbol, long count, long nanos, long bytes) implements NativeEvent {}

    /// Exact counters since attach.
    record BindingTotals(long time, String binding, long allocatedBytes, long allocations, long frees)
            implements NativeEvent {}

    record ResidentMemory(long time, long bytes) implements NativeEvent {}

    record HeapSummary(long time, long gcId, boolean beforeGc, long used, long committed) implements NativeEvent {}

    /// One collection. `duration` and pauses in nanoseconds.
    record GcCycle(long time, long gcId, String name, String cause, long duration, long sumOfPauses, long longestPause)
            implements NativeEvent {

        public long end() {
            return time + duration;
        }

        @Override
        public long told() {
            return Math.max(time, end());
        }
    }

    /// A call of `System.gc()`, and how long it took in nanoseconds; `stack` is of the caller, 0 when not recorded.
    record SystemGc(long time, long duration, int stack) implements NativeEvent {

        public long end() {
            return time + duration;
        }

        @Override
        public long told() {
            return Math.max(time, end());
        }
    }

    record GcReferences(long time, long gcId, String type, long count) implements NativeEvent {}

    /// What the agent says of itself. `interval` in bytes, 1 = every block; then `stackInterval`, in bytes, is that of
    /// the stacks that are taken, 0 = every one. `overheadPercent` of one core.
    /// `tableSize` of `tableCapacity` blocks and callbacks are followed. `strict`: a misuse throws in the target.
    record AgentHealth(
            long time,
            long interval,
            String mode,
            long eventsEmitted,
            long notFollowed,
            long errors,
            double overheadPercent,
            long ownBytes,
            long tableSize,
            long tableCapacity,
            long ownersNotWatched,
            long misuses,
            boolean strict,
            long stackInterval)
            implements NativeEvent {}

    /// What of a binding is watched: `woven`, `absent` or `failed`, and why; the version of its library, when known.
    record BindingCoverage(long time, String binding, String state, String detail, String version)
            implements NativeEvent {}

    /// JFR lost this many bytes of events.
    record DataLoss(long time, long bytes) implements NativeEvent {}

    record JvmInformation(long time, String name, String version, String arguments, String mainClass, long pid)
            implements NativeEvent {}

    /// The collectors of the young and of the old generation, in the JVM's words; a collector without generations is
    /// both.
    record GcConfiguration(long time, String young, String old) implements NativeEvent {}

    /// An object that was alive when the recorder looked for what holds it. All that one search found have
    /// the same `time`. `type` is its class, `stack` where it was made, 0 when that was not recorded.
    /// `holders` leads to it from a root or a static field, each as it is shown: `static app.Cache.ENTRIES`.
    record HeldObject(long time, String type, List<String> holders, int stack) implements NativeEvent {}

    /// A further gauge that the account book uses, for example `directBytes`, `metaspaceCommitted`,
    /// `codeCacheReserved`.
    record Gauge(long time, String name, long value) implements NativeEvent {}
}
