package dev.plimsoll.target;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tells a process that ended from one that only closed its channel.
final class LastMoment {

    /// From the end of the channel to the end of the process, when the process is what ended.
    private static final Duration DYING = Duration.ofSeconds(1);

    private static final int LOOKS = 20;

    private LastMoment() {}

    /// Whether the process is gone, given a moment: its sockets close before it does.
    static boolean died(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        for (int look = 0; look < LOOKS && process != null; look++) {
            if (LinuxProcess.ended(process)) {
                return true;
            }
            try {
                process.onExit().get(DYING.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return process == null;
    }
}
