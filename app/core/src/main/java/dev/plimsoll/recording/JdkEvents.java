package dev.plimsoll.recording;

/// Names of the JDK's own events that are read. Those of the contract are in `EventNames`.
final class JdkEvents {

    static final String GARBAGE_COLLECTION = "jdk.GarbageCollection";
    static final String GC_CONFIGURATION = "jdk.GCConfiguration";
    static final String GC_HEAP_CONFIGURATION = "jdk.GCHeapConfiguration";
    static final String GC_HEAP_SUMMARY = "jdk.GCHeapSummary";
    static final String GC_REFERENCE_STATISTICS = "jdk.GCReferenceStatistics";
    static final String SYSTEM_GC = "jdk.SystemGC";
    static final String METASPACE_SUMMARY = "jdk.MetaspaceSummary";
    static final String CODE_CACHE_STATISTICS = "jdk.CodeCacheStatistics";
    static final String DIRECT_BUFFER_STATISTICS = "jdk.DirectBufferStatistics";
    static final String RESIDENT_SET_SIZE = "jdk.ResidentSetSize";
    static final String CONTAINER_CONFIGURATION = "jdk.ContainerConfiguration";
    static final String PHYSICAL_MEMORY = "jdk.PhysicalMemory";
    static final String JVM_INFORMATION = "jdk.JVMInformation";
    static final String NATIVE_MEMORY_USAGE = "jdk.NativeMemoryUsage";
    static final String THREAD_STATISTICS = "jdk.JavaThreadStatistics";
    static final String THREAD_START = "jdk.ThreadStart";
    static final String OLD_OBJECT_SAMPLE = "jdk.OldObjectSample";
    static final String DATA_LOSS = "jdk.DataLoss";

    private JdkEvents() {}
}
