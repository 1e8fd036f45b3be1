package dev.plimsoll.target;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the C library says of its heap, in bytes: the totals at the end of what `malloc_info` of glibc writes.
///
/// @param free blocks that were given back and that it keeps for the next request, or cannot give to the system
/// @param taken from the system for its heaps, without large blocks that are mapped one by one
/// @param mapped large blocks that are mapped one by one
public record AllocatorFigures(long free, long taken, long mapped) {

    private static final Pattern TOTAL = Pattern.compile("<total type=\"(\\w+)\" count=\"\\d+\" size=\"(\\d+)\"/>");
    private static final Pattern SYSTEM = Pattern.compile("<system type=\"current\" size=\"(\\d+)\"/>");

    /// @throws TargetException when it is no such text
    static AllocatorFigures parse(String xml) throws TargetException {
        String totals = xml.substring(xml.lastIndexOf("</heap>") + 1);
        Matcher system = SYSTEM.matcher(totals);
        if (!xml.contains("<malloc ") || !system.find()) {
            throw new TargetException("The JVM's C library does not say what it keeps; it takes glibc.");
        }
        long free = 0;
        long mapped = 0;
        Matcher total = TOTAL.matcher(totals);
        while (total.find()) {
            long size = Long.parseLong(total.group(2));
            if (total.group(1).equals("mmap")) {
                mapped += size;
            } else {
                free += size;
            }
        }
        return new AllocatorFigures(free, Long.parseLong(system.group(1)), mapped);
    }
}
