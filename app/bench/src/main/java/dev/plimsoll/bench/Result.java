package dev.plimsoll.bench;

/// What one run took.
///
/// @param events that the reader says it saw
/// @param seconds from the start of the reading, in a JVM that had done nothing before
/// @param cpuSeconds of the process within that time
/// @param peakHeap most bytes of heap in use, garbage included, looked at every 2 ms
/// @param firstMillis until the first picture, -1 when there is none
record Result(long events, double seconds, double cpuSeconds, long peakHeap, long firstMillis) {

    static Result parse(String line) {
        String[] words = line.strip().split(" ");
        return new Result(
                Long.parseLong(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]));
    }

    String line() {
        return events + " " + seconds + " " + cpuSeconds + " " + peakHeap + " " + firstMillis;
    }
}
