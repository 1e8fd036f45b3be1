import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/// Formats every Java file of the tree, or says which ones are not formatted. Run by this folder's pom in one JVM for
/// the
/// whole tree; the files found in order are remembered by their content, so that the next run looks at what changed
/// only.
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean fix = args[0].equals("fix");
        Path root = Path.of("").toAbsolutePath();
        Path memory = root.resolve("format/target/formatted.txt");
        Set<String> known = Files.exists(memory) ? new HashSet<>(Files.readAllLines(memory)) : Set.of();
        Set<String> good = new TreeSet<>();
        List<String> bad = new ArrayList<>();
        for (Path file : sources(root)) {
            String name = root.relativize(file).toString();
            String text = Files.readString(file);
            if (known.contains(key(name, text))) {
                good.add(key(name, text));
                continue;
            }
            try {
                String formatted = formatted(text);
                if (formatted.equals(text)) {
                    good.add(key(name, text));
                } else if (fix) {
                    Files.writeString(file, formatted);
                    good.add(key(name, formatted));
                    System.out.println("formatted " + name);
                } else {
                    bad.add(name + ": not formatted");
                }
            } catch (FormatterException e) {
                bad.add(name + ":" + e.getMessage().lines().findFirst().orElse("does not parse"));
            }
        }
        Files.createDirectories(memory.getParent());
        Files.write(memory, good);
        if (!bad.isEmpty()) {
            bad.forEach(System.err::println);
            System.err.println("Mend it with: ./mvnw -q -pl format -Dfix validate");
            System.exit(1);
        }
    }

    private static String formatted(String text) throws FormatterException {
        return FORMATTER.formatSource(ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.PALANTIR));
    }

    private static String key(String name, String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes());
        return name + " " + Long.toHexString(crc.getValue()) + " " + text.length();
    }

    private static List<Path> sources(Path root) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    boolean ours = folder.equals(root) || !(name.equals("target") || name.startsWith("."));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".java")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
