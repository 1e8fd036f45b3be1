package dev.plimsoll.recording;

/// One way to read a repository as it grows; flushes go to whoever made it, on the thread in [#run()].
interface LiveSource {

    /// Reads until [#close()], or until the repository is gone.
    void run();

    /// Makes [#run()] return; any thread.
    void close();

    /// Whether events are wanted as they come; else about once a second, where that is cheaper. Any thread.
    void hurry(boolean wanted);

    /// Whether events come within about 150 ms of their commit; else within about a second.
    boolean quick();

    /// Events and flushes that could not be read so far.
    long faults();
}
