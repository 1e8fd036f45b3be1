package dev.plimsoll.jfr.event.v1;

/**
 * Every event and field name of the contract, spelt once: the event classes take them for {@code @Name}, the desk's
 * decoder to find the fields. Constants of compile time, so a reader needs no event class at run time.
 */
public final class EventNames {

    /** What all event names start with. */
    public static final String PREFIX = "plimsoll.";

    public static final String NATIVE_ALLOCATION = PREFIX + "NativeAllocation";
    public static final String UNTRACED_ALLOCATION = PREFIX + "UntracedAllocation";
    public static final String NATIVE_FREE = PREFIX + "NativeFree";
    public static final String OWNER_COLLECTED = PREFIX + "OwnerCollected";
    public static final String CALLBACK_REGISTERED = PREFIX + "CallbackRegistered";
    public static final String CALLBACK_RELEASED = PREFIX + "CallbackReleased";
    public static final String CALLBACK_ACTIVITY = PREFIX + "CallbackActivity";
    public static final String MISUSE = PREFIX + "Misuse";
    public static final String BINDING_TOTALS = PREFIX + "BindingTotals";
    public static final String NATIVE_CALLS = PREFIX + "NativeCalls";
    public static final String RESIDENT_MEMORY = PREFIX + "ResidentMemory";
    public static final String AGENT_HEALTH = PREFIX + "AgentHealth";
    public static final String BINDING_COVERAGE = PREFIX + "BindingCoverage";

    public static final String FIELD_ADDRESS = "address";
    public static final String FIELD_BYTES = "bytes";
    public static final String FIELD_WEIGHT = "weight";
    public static final String FIELD_BINDING = "binding";
    public static final String FIELD_KIND = "kind";
    public static final String FIELD_OWNER_CLASS = "ownerClass";
    public static final String FIELD_EVERY_BLOCK = "everyBlock";
    public static final String FIELD_CAUSE = "cause";
    public static final String FIELD_SEEN = "seen";
    public static final String FIELD_CLEANERS_RAN = "cleanersRan";
    public static final String FIELD_HANDLE = "handle";
    public static final String FIELD_TARGET_CLASS = "targetClass";
    public static final String FIELD_LIFETIME = "lifetime";
    public static final String FIELD_INVOCATIONS = "invocations";
    public static final String FIELD_LAST = "last";
    public static final String FIELD_ALLOCATED_BYTES = "allocatedBytes";
    public static final String FIELD_ALLOCATIONS = "allocations";
    public static final String FIELD_FREES = "frees";
    public static final String FIELD_SYMBOL = "symbol";
    public static final String FIELD_COUNT = "count";
    public static final String FIELD_NANOS = "nanos";
    public static final String FIELD_RSS = "rss";
    public static final String FIELD_RSS_FILES = "rssFiles";
    public static final String FIELD_HEAP_COMMITTED = "heapCommitted";
    public static final String FIELD_HEAP_USED = "heapUsed";
    public static final String FIELD_MODE = "mode";
    public static final String FIELD_INTERVAL = "interval";
    public static final String FIELD_STACK_INTERVAL = "stackInterval";
    public static final String FIELD_EVENTS_EMITTED = "eventsEmitted";
    public static final String FIELD_DROPPED = "dropped";
    public static final String FIELD_OWNERS_NOT_WATCHED = "ownersNotWatched";
    public static final String FIELD_TABLE_SIZE = "tableSize";
    public static final String FIELD_TABLE_CAPACITY = "tableCapacity";
    public static final String FIELD_TABLE_BYTES = "tableBytes";
    public static final String FIELD_ERRORS = "errors";
    public static final String FIELD_PROBLEMS = "problems";
    public static final String FIELD_COST_PERCENT = "costPercent";
    public static final String FIELD_PROBE_NANOS = "probeNanos";
    public static final String FIELD_STATE = "state";
    public static final String FIELD_DETAIL = "detail";
    public static final String FIELD_VERSION = "version";
    public static final String FIELD_EARLIER = "earlier";
    public static final String FIELD_EARLIER_STACK = "earlierStack";
    public static final String FIELD_MISUSES = "misuses";
    public static final String FIELD_ON_MISUSE = "onMisuse";

    /** What happens on a misuse under {@code --strict}. */
    public static final String THROWN = "thrown";

    /** The kinds of misuse. */
    public static final String DOUBLE_FREE = "double free";

    public static final String WRONG_ALLOCATOR = "wrong allocator";
    public static final String FREE_INSIDE = "free inside a block";
    public static final String SECOND_CLOSE = "second close";
    public static final String USE_AFTER_CLOSE = "use after close";
    public static final String RELEASED_IN_USE = "released while in use";
    public static final String CALLBACK_AFTER_RELEASE = "callback after release";
    public static final String CALLBACK_COLLECTED = "callback may be collected too early";

    private EventNames() {}
}
