package dev.plimsoll.ledger;

/// Live bytes of all bindings, and when there were most. One thread.
final class HighWater {

    private double live;
    private double peak;
    private long peakTime;

    /// @param bytes that came, at `when`
    void rise(double bytes, long when) {
        live += bytes;
        if (live > peak) {
            peak = live;
            peakTime = when;
        }
    }

    void fall(double bytes) {
        live -= bytes;
    }

    /// When there were most live bytes, nanoseconds since the epoch, 0 when there never was a block.
    long peakTime() {
        return peakTime;
    }
}
