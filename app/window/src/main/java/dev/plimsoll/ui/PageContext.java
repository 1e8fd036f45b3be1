package dev.plimsoll.ui;

import dev.plimsoll.event.Frame;
import dev.plimsoll.session.EventFeed;
import dev.plimsoll.session.HealthMetric;
import dev.plimsoll.session.Playback;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What the window gives to a page. FX thread, except for [#door] and [#background], which any thread may use.
public interface PageContext {

    /// The theme's colours, for painters.
    Tokens tokens();

    /// The range set on the timeline; empty for everything.
    Optional<TimeRange> range();

    /// The transport of the recording that is open; empty while it is read, and for a live target.
    Optional<Playback> playback();

    /// The events of a type as the live target that is open records them, see [dev.plimsoll.session.Session#events];
    /// empty for a recording.
    Optional<EventFeed> events(String type);

    /// Leads to another page and opens something there.
    void goTo(Target target);

    /// For trees, sorts and layouts that may take longer than a frame. One task at a time, in order.
    Executor background();

    /// The way back from [#background].
    FrameDoor door();

    /// Opens the address inspector.
    void inspect(long address);

    /// Puts text on the clipboard.
    void copy(String text);

    /// Asks where to put a file, and writes it off the FX thread; a failure is said in the status bar.
    void save(String suggestedName, Saving saving);

    /// What the window remembers from one start to the next.
    Memory memory();

    /// What a person decided about the program that is open.
    Project project();

    /// Does what the health table offers about the target; what came of it is said in the status bar.
    void offer(HealthMetric.Offer offer);

    /// Asks the target to record every block of a line from now on; what came of it is said in the status bar.
    void recordEveryBlock(String binding, Frame line);

    /// Opens a frame's line with the command of the settings; what is missing is said in the status bar.
    void openSource(Frame frame);

    /// Writes one file. Never on the FX thread.
    interface Saving {
        void to(Path file) throws IOException;
    }

    /// The page is asked again for [Page#strip].
    void stripChanged();

    /// The status bar's right end is asked again for [Page#keys].
    void keysChanged();
}
