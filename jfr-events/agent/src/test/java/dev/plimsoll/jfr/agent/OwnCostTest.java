package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.agent.Desk.Recorded;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent says that it costs is what the system says that its threads used. */
class OwnCostTest {

    private static final double SLACK_NANOS = 3e6;

    @TempDir
    Path directory;

    /** Its threads wait for a processor most of the time here: a clock on the wall would tell many times too much. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void onABusyMachineItTellsProcessorTime(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), "adaptive")) {
            child.orderOk("spin 24 3300");
            double used = Double.parseDouble(child.order("agent-cpu").split(" ")[1]);
            Recorded recorded = desk.stop();
            double told = nanosTold(recorded.of(EventNames.AGENT_HEALTH));
            assertTrue(told > 0, "told nothing");
            assertTrue(told <= used * 1.1 + SLACK_NANOS, "told " + told + " of " + used);
        }
    }

    /** Each event tells the share of the time since the one before. */
    private static double nanosTold(List<RecordedEvent> health) {
        double sum = 0;
        for (int i = 1; i < health.size(); i++) {
            Duration second = Duration.between(
                    health.get(i - 1).getStartTime(), health.get(i).getStartTime());
            sum += second.toNanos() * health.get(i).getDouble(EventNames.FIELD_COST_PERCENT) / 100;
        }
        return sum;
    }
}
