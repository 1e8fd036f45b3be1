package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** What the agent does and what it costs; once a second. */
@Name(EventNames.AGENT_HEALTH)
@Label("Agent Health")
@Description("What the agent does and what it costs; once a second")
@Category("Plimsoll")
@StackTrace(false)
public final class AgentHealth extends Event {

    @Name(EventNames.FIELD_MODE)
    @Label("Mode")
    @Description("adaptive, fixed or exact")
    public String mode;

    @Name(EventNames.FIELD_INTERVAL)
    @Label("Sampling Interval")
    @Description("Mean bytes between two samples of what is allocated most; 0 when every block is taken")
    @DataAmount
    public long interval;

    @Name(EventNames.FIELD_STACK_INTERVAL)
    @Label("Stack Interval")
    @Description(
            "Mean bytes between two blocks whose stack is taken, of what is allocated most; 0 when that of every recorded block is taken")
    @DataAmount
    public long stackInterval;

    @Name(EventNames.FIELD_EVENTS_EMITTED)
    @Label("Events")
    @Description("Events written since the attach")
    public long eventsEmitted;

    @Name(EventNames.FIELD_DROPPED)
    @Label("Not Followed")
    @Description("Sampled blocks left out since the attach because the live table was full")
    public long dropped;

    @Name(EventNames.FIELD_OWNERS_NOT_WATCHED)
    @Label("Owners Not Watched")
    @Description("Blocks whose owner is not watched because too many are")
    public long ownersNotWatched;

    @Name(EventNames.FIELD_TABLE_SIZE)
    @Label("Live Blocks")
    @Description("Blocks and callbacks in the live table")
    public long tableSize;

    @Name(EventNames.FIELD_TABLE_CAPACITY)
    @Label("Live Table Capacity")
    @Description("Blocks that the live table may hold")
    public long tableCapacity;

    @Name(EventNames.FIELD_TABLE_BYTES)
    @Label("Live Table Bytes")
    @Description("Java heap that the tables of the agent take, estimated")
    @DataAmount
    public long tableBytes;

    @Name(EventNames.FIELD_ERRORS)
    @Label("Errors")
    @Description("Failures inside probes since the attach; none of them reached the program")
    public long errors;

    @Name(EventNames.FIELD_PROBLEMS)
    @Label("Problems")
    @Description("Classes or handles that were left as they were because they had an unexpected shape")
    public long problems;

    @Name(EventNames.FIELD_MISUSES)
    @Label("Misuses")
    @Description("Misuses seen since the attach, those included that came too fast to be written each")
    public long misuses;

    @Name(EventNames.FIELD_ON_MISUSE)
    @Label("On Misuse")
    @Description("What happens on a misuse: told, or thrown in the program")
    public String onMisuse;

    @Name(EventNames.FIELD_COST_PERCENT)
    @Label("Own Cost")
    @Description("Part of one core that the agent used in the last second, in percent")
    public double costPercent;

    @Name(EventNames.FIELD_PROBE_NANOS)
    @Label("Time in Probes")
    @Description("Time spent in probes since the attach")
    @Timespan(Timespan.NANOSECONDS)
    public long probeNanos;
}
