package dev.plimsoll.target.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All rules of one session, those that come with Plimsoll included.
///
/// @param rules in the order of the files
public record Rules(List<Rule> rules) {

    /// The rules that come with Plimsoll: RocksDB's.
    public static Rules shipped() {
        try (InputStream in = Rules.class.getResourceAsStream("rocksdb.toml")) {
            if (in == null) {
                throw new IllegalStateException("rocksdb.toml is missing");
            }
            return new Rules(RuleFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "rocksdb.toml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuleException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The rules of files.
    ///
    /// @throws RuleException for the first thing that is wrong
    public static Rules of(List<Path> files) throws RuleException {
        List<Rule> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(RuleFile.read(file));
        }
        Map<String, Place> seen = new LinkedHashMap<>();
        for (Rule rule : all) {
            Place other = seen.putIfAbsent(rule.binding(), rule.place());
            if (other != null) {
                throw rule.place().wrong("the binding " + rule.binding() + " is already in " + other + "; name it otherwise.");
            }
        }
        return new Rules(List.copyOf(all));
    }

    /// These and others; where both have a binding of one name, theirs.
    public Rules and(Rules others) {
        Map<String, Rule> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(rule.binding(), rule));
        others.rules.forEach(rule -> byName.put(rule.binding(), rule));
        return new Rules(List.copyOf(byName.values()));
    }

    /// What the agent reads: one line per binding and per method, words percent-encoded, `-` for what is not there.
    public String lines() {
        StringBuilder lines = new StringBuilder();
        for (Rule rule : rules) {
            line(lines, "binding", rule.binding(), rule.library());
            for (Rule.Birth birth : rule.births()) {
                Signature s = birth.signature();
                line(lines, "born", s.type(), s.method(), s.descriptor(), birth.when(), birth.handle(), birth.size(),
                        birth.owner());
            }
            for (Rule.Death death : rule.deaths()) {
                Signature s = death.signature();
                String receiver = death.receiver().equals(s.type()) ? "" : death.receiver();
                line(lines, "dies", s.type(), s.method(), s.descriptor(), death.when(), death.handle(), receiver);
            }
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, @Nullable Object... words) {
        String separator = "";
        for (Object word : words) {
            String text = word == null || word.toString().isEmpty() ? "-" : word.toString();
            lines.append(separator).append(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
            separator = " ";
        }
        lines.append('\n');
    }
}
