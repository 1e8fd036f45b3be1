package dev.plimsoll.crash;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A fatal error log of HotSpot (`hs_err_pidN.log`), as far as it is needed here. The format is not specified; this
/// reads what JDK 17 to 25 write on Linux, macOS and Windows.
///
/// @param signal for example `SIGSEGV`
/// @param code for example `SEGV_MAPERR`, or the empty string
/// @param pid of the dead process, or -1
/// @param fault address that was read, written or executed; empty where the signal tells none
/// @param pc address of the instruction
/// @param frame the problematic frame as the log has it
/// @param thread name of the thread, or the empty string
/// @param jvm version, or the empty string
/// @param when nanoseconds since 1970, 0 when it is not told
/// @param registers by name
/// @param javaFrames of the thread, innermost first, as the log has them
public record CrashLog(
        String signal,
        String code,
        long pid,
        OptionalLong fault,
        OptionalLong pc,
        String frame,
        String thread,
        String jvm,
        long when,
        Map<String, Long> registers,
        List<String> javaFrames) {

    private static final Pattern HEAD =
            Pattern.compile("#\\s+(\\w+)\\s+\\(0x[0-9a-f]+\\)\\s+at pc=(0x[0-9a-f]+), pid=(\\d+)");
    private static final Pattern INFO =
            Pattern.compile("siginfo:.*?si_code: \\S+ \\(?([A-Z_]+)?\\)?.*?(?:si_addr: (0x[0-9a-fA-F]+))?$");
    private static final Pattern WINDOWS = Pattern.compile("siginfo: (EXCEPTION_\\w+).*address (0x[0-9a-fA-F]+)");
    private static final Pattern THREAD = Pattern.compile("Current thread .*?\"([^\"]*)\"");
    private static final Pattern JVM = Pattern.compile("# JRE version: (.*)");
    private static final Pattern REGISTER = Pattern.compile("\\b([A-Z][A-Z0-9]{1,4})=?\\s*=\\s*(0x[0-9a-f]{8,16})");
    private static final Pattern TIME =
            Pattern.compile("Time: (\\w{3} \\w{3}\\s+\\d+ \\d\\d:\\d\\d:\\d\\d \\d{4}) (\\S+)");
    private static final Pattern JAVA_FRAME =
            Pattern.compile("[jJ]\\s+(?:\\d+\\s+(?:%\\s+)?(?:c\\d|jvmci)?\\s*)?(\\S+)\\(.*");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);

    /// @throws IllegalArgumentException when it is no such log
    public static CrashLog parse(List<String> lines) {
        Matcher head = first(HEAD, lines);
        if (head == null || lines.stream().noneMatch(line -> line.contains("Java Runtime Environment"))) {
            throw new IllegalArgumentException("no fatal error log of a JVM");
        }
        Matcher info = first(INFO, lines);
        Matcher windows = first(WINDOWS, lines);
        OptionalLong fault = OptionalLong.empty();
        String code = "";
        if (windows != null) {
            fault = OptionalLong.of(hex(windows.group(2)));
            code = windows.group(1);
        } else if (info != null) {
            code = text(info.group(1));
            fault = info.group(2) == null ? fault : OptionalLong.of(hex(info.group(2)));
        }
        return new CrashLog(
                head.group(1),
                code,
                Long.parseLong(head.group(3)),
                fault,
                OptionalLong.of(hex(head.group(2))),
                problematic(lines),
                group(THREAD, lines),
                group(JVM, lines),
                when(lines),
                registers(lines),
                javaFrames(lines));
    }

    private static @Nullable Matcher first(Pattern pattern, List<String> lines) {
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher;
            }
        }
        return null;
    }

    private static String group(Pattern pattern, List<String> lines) {
        Matcher matcher = first(pattern, lines);
        return matcher == null ? "" : text(matcher.group(1)).strip();
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }

    private static long hex(String text) {
        return new BigInteger(text.substring(2), 16).longValue();
    }

    private static String problematic(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).startsWith("# Problematic frame")) {
                return lines.get(i + 1).replaceFirst("^#\\s*", "").strip();
            }
        }
        return "";
    }

    private static long when(List<String> lines) {
        Matcher time = first(TIME, lines);
        if (time == null) {
            return 0;
        }
        try {
            String zone = time.group(2);
            ZonedDateTime at = LocalDateTime.parse(time.group(1).replaceAll("\\s+", " "), WHEN)
                    .atZone(ZoneId.of(zone, ZoneId.SHORT_IDS));
            return at.toEpochSecond() * 1_000_000_000L;
        } catch (DateTimeException unknownZone) {
            // The log names zones by abbreviations, which are not unique; then the recording's end has to do.
            return 0;
        }
    }

    private static Map<String, Long> registers(List<String> lines) {
        Map<String, Long> registers = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("Registers:")) {
                inside = true;
            } else if (inside && line.isBlank()) {
                return registers;
            } else if (inside) {
                Matcher matcher = REGISTER.matcher(line);
                while (matcher.find()) {
                    registers.put(matcher.group(1), hex(matcher.group(2)));
                }
            }
        }
        return registers;
    }

    private static List<String> javaFrames(List<String> lines) {
        List<String> frames = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("Java frames:")) {
                inside = true;
            } else if (inside && line.isBlank()) {
                return frames;
            } else if (inside) {
                Matcher matcher = JAVA_FRAME.matcher(line);
                if (matcher.find()) {
                    frames.add(matcher.group(1));
                }
            }
        }
        return frames;
    }
}
