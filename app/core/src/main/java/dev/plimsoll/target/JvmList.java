package dev.plimsoll.target;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The JVMs of this machine. Everything is read afresh by each call; nothing is attached.
public final class JvmList {

    private static final String FOLDER = "hsperfdata_";

    private JvmList() {}

    /// Every JVM that can be seen, those that can be attached first, then the newest first. Other users' JVMs are in
    /// it with as much as they show. May take some 100 ms.
    public static List<JvmEntry> now() {
        Set<Long> pids = inPerformanceFolders();
        boolean elsewhere = !LinuxProcess.available();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            String command = process.info().command().orElse("");
            if (isJava(command)) {
                pids.add(process.pid());
            }
            // A thread of the kernel has no command.
            elsewhere |= !command.isEmpty() && LinuxProcess.seesOtherFiles(process.pid());
        }
        Look look = new Look();
        // The Attach API's own list costs more than all the rest. It alone finds a JVM in a container that is not called java.
        if (elsewhere) {
            pids.addAll(look.names.get().keySet());
        }
        List<JvmEntry> entries = new ArrayList<>();
        for (long pid : pids) {
            ProcessHandle.of(pid)
                    .filter(process -> !LinuxProcess.ended(process))
                    .ifPresent(process -> entries.add(look.at(process)));
        }
        entries.sort(Comparator.comparing(JvmEntry::attachable)
                .reversed()
                .thenComparing(Comparator.comparingLong(JvmEntry::started).reversed())
                .thenComparing(Comparator.comparingLong(JvmEntry::pid).reversed()));
        return List.copyOf(entries);
    }

    /// The JVM with this process id.
    ///
    /// @throws TargetException when there is no such process, or it is not a JVM
    public static JvmEntry find(long pid) throws TargetException {
        ProcessHandle process = ProcessHandle.of(pid)
                .filter(found -> !LinuxProcess.ended(found))
                .orElseThrow(() -> new TargetException(
                        "There is no process " + pid + "; `plimsoll list` shows the JVMs that are running."));
        Look look = new Look();
        boolean jvm = inPerformanceFolders().contains(pid)
                || isJava(process.info().command().orElse(""))
                || look.names.get().containsKey(pid);
        if (!jvm) {
            throw new TargetException(
                    "Process " + pid + " is not a JVM; `plimsoll list` shows those that are running.");
        }
        return look.at(process);
    }

    private static boolean isJava(String command) {
        String name = command.substring(command.lastIndexOf(File.separatorChar) + 1);
        return name.equals("java") || name.equals("java.exe") || name.equals("javaw.exe");
    }

    /// What the Attach API finds, with the command lines that it knows.
    private static Map<Long, String> named() {
        Map<Long, String> named = new HashMap<>();
        for (VirtualMachineDescriptor descriptor : VirtualMachine.list()) {
            if (descriptor.id().chars().allMatch(Character::isDigit)) {
                named.put(Long.valueOf(descriptor.id()), descriptor.displayName());
            }
        }
        return named;
    }

    /// Every JVM leaves a file named as its process id in a folder that others may list but not read.
    private static Set<Long> inPerformanceFolders() {
        Set<Long> pids = new TreeSet<>();
        for (Path folder : children(temporary(), FOLDER + "*")) {
            for (Path file : children(folder, "[0-9]*")) {
                String name = String.valueOf(file.getFileName());
                if (name.length() < 10 && name.chars().allMatch(Character::isDigit)) {
                    pids.add(Long.valueOf(name));
                }
            }
        }
        return pids;
    }

    private static Path temporary() {
        return Path.of(LinuxProcess.available() ? "/tmp" : System.getProperty("java.io.tmpdir"));
    }

    /// Others' cannot be read.
    private static Path performanceFile(String owner, long pid) {
        // Where an owner is `DOMAIN\\name` the folder has the name alone.
        String name = owner.substring(owner.lastIndexOf('\\') + 1);
        return temporary().resolve(FOLDER + name).resolve(Long.toString(pid));
    }

    private static List<Path> children(Path folder, String glob) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be listed, or that went away meanwhile, has nothing to show.
            return found;
        }
        return found;
    }

    /// One look at the machine: what several JVMs share is read once.
    private static final class Look {

        private final Map<Path, Optional<JavaHome>> homes = new HashMap<>();
        private final String user =
                ProcessHandle.current().info().user().orElse(System.getProperty("user.name", ""));

        /// By process id, read when first asked for.
        private final Supplier<Map<Long, String>> names = new Supplier<>() {
            private @Nullable Map<Long, String> read;

            @Override
            public Map<Long, String> get() {
                if (read == null) {
                    read = named();
                }
                return read;
            }
        };

        JvmEntry at(ProcessHandle process) {
            ProcessHandle.Info info = process.info();
            List<String> argv = argv(process);
            JavaCommand typed = JavaCommand.of(argv);
            JavaCommand command = typed.mainClass().isEmpty()
                    ? typed.named(names.get().getOrDefault(process.pid(), ""))
                    : typed;
            Optional<JavaHome> home = info.command().flatMap(path -> homes.computeIfAbsent(
                    Path.of(path), JavaHome::ofExecutable));
            String owner = info.user().orElse("");
            return new JvmEntry(
                    process.pid(),
                    command.mainClass(),
                    command.arguments(),
                    home.map(JavaHome::words).orElse(""),
                    owner,
                    info.startInstant().map(Instant::toEpochMilli).orElse(0L),
                    Obstacle.to(process, owner, user, command, home.orElse(null)),
                    JvmFacts.of(process.pid(), command.options(), performanceFile(owner, process.pid())));
        }

        private static List<String> argv(ProcessHandle process) {
            List<String> argv = LinuxProcess.argv(process.pid());
            if (!argv.isEmpty() || LinuxProcess.available()) {
                return argv;
            }
            List<String> words = new ArrayList<>();
            process.info().arguments().ifPresent(arguments -> {
                words.add(process.info().command().orElse("java"));
                words.addAll(List.of(arguments));
            });
            return words;
        }
    }
}
