package dev.plimsoll.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/// What JDK Mission Control does when it opens a file.
final class JmcReader implements ReaderRun.Reader {

    @Override
    public long read(Path file, Runnable picture) throws Exception {
        IItemCollection items = JfrLoaderToolkit.loadEvents(List.of(new File(file.toString())));
        return items.stream().mapToLong(each -> each.getItemCount()).sum();
    }
}
