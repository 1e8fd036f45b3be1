/** What the target pays: benchmarks of the events and of the probes. Not shipped, and built with {@code -Pbench} only. */
package dev.plimsoll.jfr.bench;
