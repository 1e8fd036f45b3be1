package dev.plimsoll.recording;

import static dev.plimsoll.jfr.event.v1.EventNames.*;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.EventFields;
import dev.plimsoll.recording.chunk.OtherEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/// From the flight recorder's events to ours. Everything is copied out: a stream uses its event object again. One
/// thread. An event whose fields are not what its name promises is passed over and counted.
final class EventDecoder implements OtherEvents {

    private static final long MILLI = 1_000_000;
    private static final String JVM_START = "jvmStartTime";

    interface Decoding {
        /// Null when the event says nothing.
        @Nullable
        NativeEvent decode(EventFields event, long time);
    }

    private final Map<String, Decoding> decodings = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final StackDecoder stacks;
    private final RecordedFields recorded;
    private final NettyEvents netty = new NettyEvents();
    private final GaugeDecoder gauges = new GaugeDecoder();
    private final RecordedJvms jvms = new RecordedJvms();
    private long passedOver;

    EventDecoder(StackTable table) {
        stacks = new StackDecoder(table);
        recorded = new RecordedFields(stacks);
        decodings.put(NATIVE_ALLOCATION, this::allocation);
        decodings.put(UNTRACED_ALLOCATION, this::untraced);
        decodings.put(NATIVE_FREE, this::free);
        decodings.put(OWNER_COLLECTED, this::ownerCollected);
        decodings.put(CALLBACK_REGISTERED, this::callbackRegistered);
        decodings.put(CALLBACK_RELEASED, this::callbackReleased);
        decodings.put(CALLBACK_ACTIVITY, EventDecoder::callbackActivity);
        decodings.put(MISUSE, this::misuse);
        decodings.put(NATIVE_CALLS, this::nativeCalls);
        decodings.put(BINDING_TOTALS, this::bindingTotals);
        decodings.put(BINDING_COVERAGE, this::bindingCoverage);
        decodings.put(AGENT_HEALTH, this::agentHealth);
        decodings.put(JdkEvents.RESIDENT_SET_SIZE, (e, t) -> new NativeEvent.ResidentMemory(t, e.number("size")));
        decodings.put(JdkEvents.GARBAGE_COLLECTION, this::gcCycle);
        decodings.put(JdkEvents.GC_HEAP_SUMMARY, EventDecoder::heapSummary);
        decodings.put(JdkEvents.GC_REFERENCE_STATISTICS, this::gcReferences);
        decodings.put(JdkEvents.SYSTEM_GC, (e, t) -> new NativeEvent.SystemGc(t, e.duration(), e.stack()));
        decodings.put(JdkEvents.GC_CONFIGURATION, this::gcConfiguration);
        decodings.put(JdkEvents.JVM_INFORMATION, this::jvmInformation);
        decodings.put(JdkEvents.THREAD_START, (e, t) -> new NativeEvent.ThreadStarted(t, e.stack()));
        decodings.put(JdkEvents.OLD_OBJECT_SAMPLE, OldObjectDecoder::decode);
        new AsyncProfilerEvents().addTo(decodings::put);
        netty.addTo(decodings::put);
        decodings.put(JdkEvents.DATA_LOSS, (e, t) -> new NativeEvent.DataLoss(t, e.number("amount")));
    }

    /// Names of the events that are decoded.
    static Set<String> names() {
        EventDecoder decoder = new EventDecoder(new StackTable());
        Set<String> names = new java.util.TreeSet<>(decoder.decodings.keySet());
        names.addAll(GaugeDecoder.NAMES);
        return names;
    }

    @Override
    public Set<String> wanted() {
        return names();
    }

    /// Hands on what the event says; an event that is not of interest says nothing.
    void decode(RecordedEvent event, Consumer<NativeEvent> into) {
        decode(recorded.at(event), into);
    }

    /// As above, for an event that somebody else read.
    @Override
    public void decode(EventFields event, Consumer<NativeEvent> into) {
        String name = event.name();
        Decoding decoding = decodings.get(name);
        try {
            if (decoding != null) {
                NativeEvent said = decoding.decode(event, event.time());
                if (said != null) {
                    into.accept(said);
                }
            } else if (GaugeDecoder.NAMES.contains(name)) {
                gauges.decode(name, event, event.time(), into);
            }
        } catch (IllegalArgumentException | ClassCastException | NullPointerException otherFields) {
            passedOver++;
        }
    }

    void chunkEnds() {
        stacks.chunkEnds();
    }

    /// The JVMs that what was decoded so far came from.
    RecordedJvms jvms() {
        return jvms;
    }

    /// Events whose fields were not what their name promises.
    long passedOver() {
        return passedOver;
    }

    private NativeEvent allocation(EventFields e, long time) {
        return new NativeEvent.Allocation(
                time,
                e.number(FIELD_ADDRESS),
                Math.max(0, e.number(FIELD_BYTES)),
                NativeEvent.weight(e.real(FIELD_WEIGHT)),
                word(e, FIELD_BINDING),
                word(e, FIELD_KIND),
                ownerClass(e),
                e.stack(),
                e.has(FIELD_EVERY_BLOCK) && e.flag(FIELD_EVERY_BLOCK));
    }

    private NativeEvent untraced(EventFields e, long time) {
        return new NativeEvent.Allocation(
                time,
                e.number(FIELD_ADDRESS),
                Math.max(0, e.number(FIELD_BYTES)),
                0,
                word(e, FIELD_BINDING),
                word(e, FIELD_KIND),
                ownerClass(e),
                0,
                true);
    }

    private NativeEvent free(EventFields e, long time) {
        return new NativeEvent.Free(
                time, e.number(FIELD_ADDRESS), word(e, FIELD_BINDING), FreeCause.of(word(e, FIELD_CAUSE)));
    }

    /// `seen` comes in whole milliseconds, rounded down: the end of that millisecond is meant.
    private NativeEvent ownerCollected(EventFields e, long time) {
        long seen = e.has(FIELD_SEEN) ? e.number(FIELD_SEEN) * MILLI + MILLI - 1 : time;
        return new NativeEvent.OwnerCollected(
                time,
                e.number(FIELD_ADDRESS),
                word(e, FIELD_BINDING),
                ownerClass(e),
                seen < MILLI || seen > time ? time : seen);
    }

    private NativeEvent callbackRegistered(EventFields e, long time) {
        return new NativeEvent.CallbackRegistered(
                time,
                e.number(FIELD_HANDLE),
                word(e, FIELD_TARGET_CLASS),
                word(e, FIELD_BINDING),
                word(e, FIELD_LIFETIME),
                e.stack());
    }

    private NativeEvent callbackReleased(EventFields e, long time) {
        return new NativeEvent.CallbackReleased(time, e.number(FIELD_HANDLE), word(e, FIELD_BINDING));
    }

    private static NativeEvent callbackActivity(EventFields e, long time) {
        return new NativeEvent.CallbackActivity(
                time, e.number(FIELD_HANDLE), e.number(FIELD_INVOCATIONS), e.number(FIELD_LAST) * MILLI);
    }

    private NativeEvent misuse(EventFields e, long time) {
        return new NativeEvent.Misuse(
                time,
                word(e, FIELD_KIND),
                e.number(FIELD_ADDRESS),
                word(e, FIELD_BINDING),
                e.stack(),
                e.has(FIELD_EARLIER) ? Math.max(0, e.number(FIELD_EARLIER) * MILLI) : 0,
                e.has(FIELD_EARLIER_STACK) ? word(e, FIELD_EARLIER_STACK) : "");
    }

    private NativeEvent nativeCalls(EventFields e, long time) {
        return new NativeEvent.NativeCalls(
                time,
                word(e, FIELD_SYMBOL),
                e.number(FIELD_COUNT),
                e.span(FIELD_NANOS),
                e.has(FIELD_BYTES) ? e.number(FIELD_BYTES) : 0);
    }

    private NativeEvent bindingTotals(EventFields e, long time) {
        return new NativeEvent.BindingTotals(
                time,
                word(e, FIELD_BINDING),
                e.number(FIELD_ALLOCATED_BYTES),
                e.number(FIELD_ALLOCATIONS),
                e.number(FIELD_FREES));
    }

    private NativeEvent bindingCoverage(EventFields e, long time) {
        netty.covered(word(e, FIELD_BINDING), word(e, FIELD_STATE));
        return new NativeEvent.BindingCoverage(
                time, word(e, FIELD_BINDING), word(e, FIELD_STATE), word(e, FIELD_DETAIL), word(e, FIELD_VERSION));
    }

    /// The agent writes 0 for "every block".
    private NativeEvent agentHealth(EventFields e, long time) {
        return new NativeEvent.AgentHealth(
                time,
                Math.max(1, e.number(FIELD_INTERVAL)),
                word(e, FIELD_MODE),
                e.number(FIELD_EVENTS_EMITTED),
                e.number(FIELD_DROPPED),
                e.number(FIELD_ERRORS),
                e.real(FIELD_COST_PERCENT),
                e.number(FIELD_TABLE_BYTES),
                e.number(FIELD_TABLE_SIZE),
                e.number(FIELD_TABLE_CAPACITY),
                e.number(FIELD_OWNERS_NOT_WATCHED),
                e.has(FIELD_MISUSES) ? e.number(FIELD_MISUSES) : 0,
                e.has(FIELD_ON_MISUSE) && word(e, FIELD_ON_MISUSE).equals(THROWN),
                e.has(FIELD_STACK_INTERVAL) ? Math.max(0, e.number(FIELD_STACK_INTERVAL)) : 0);
    }

    private NativeEvent gcCycle(EventFields e, long time) {
        return new NativeEvent.GcCycle(
                time,
                e.number("gcId"),
                word(e, "name"),
                word(e, "cause"),
                e.duration(),
                e.span("sumOfPauses"),
                e.span("longestPause"));
    }

    private static NativeEvent heapSummary(EventFields e, long time) {
        return new NativeEvent.HeapSummary(
                time,
                e.number("gcId"),
                String.valueOf(e.word("when")).startsWith("Before"),
                e.number("heapUsed"),
                e.number("heapSpace.committedSize"));
    }

    private NativeEvent gcReferences(EventFields e, long time) {
        return new NativeEvent.GcReferences(time, e.number("gcId"), word(e, "type"), e.number("count"));
    }

    private NativeEvent gcConfiguration(EventFields e, long time) {
        return new NativeEvent.GcConfiguration(time, word(e, "youngCollector"), word(e, "oldCollector"));
    }

    private NativeEvent jvmInformation(EventFields e, long time) {
        NativeEvent.JvmInformation said = new NativeEvent.JvmInformation(
                time,
                word(e, "jvmName"),
                word(e, "jvmVersion"),
                word(e, "jvmArguments"),
                mainClass(word(e, "javaArguments")),
                e.has("pid") ? e.number("pid") : -1);
        if (said.pid() > 0 && e.has(JVM_START)) {
            jvms.add(new RecordedJvms.Jvm(said.pid(), e.number(JVM_START), said.version(), said.mainClass()));
        }
        return said;
    }

    /// The class, or the jar without its folder, that a command line names first.
    static String mainClass(String javaArguments) {
        String first = javaArguments.strip().split(" ", 2)[0];
        return first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
    }

    /// A string field; the same word is the same object.
    private String word(EventFields e, String field) {
        String recorded = e.word(field);
        if (recorded == null) {
            return "";
        }
        String same = words.putIfAbsent(recorded, recorded);
        return same == null ? recorded : same;
    }

    private @Nullable String ownerClass(EventFields e) {
        String name = word(e, FIELD_OWNER_CLASS);
        return name.isEmpty() ? null : name;
    }
}
