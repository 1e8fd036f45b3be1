package dev.plimsoll.ui.attach;

import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.ui.attach.AttachViewState.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// State of the picker. The selection stays on its process over refreshes; a process that ended stays for one turn,
/// greyed. Without a tool kit.
final class AttachPresenter {

    private List<Row> rows = List.of();
    private boolean loaded;
    private String filter = "";
    private boolean onlyAttachable;
    private long selected = -1;

    /// @param now milliseconds since the epoch
    void show(List<JvmEntry> jvms, long now) {
        Set<Long> present = new HashSet<>();
        List<Row> next = new ArrayList<>();
        for (JvmEntry jvm : jvms) {
            present.add(jvm.pid());
            long age = jvm.started() == 0 ? -1 : Math.max(0, (now - jvm.started()) / 1000);
            next.add(new Row(jvm, false, age));
        }
        for (int i = 0; i < rows.size(); i++) {
            Row old = rows.get(i);
            if (!old.gone() && !present.contains(old.jvm().pid())) {
                next.add(Math.min(i, next.size()), new Row(old.jvm(), true, old.age()));
            }
        }
        rows = List.copyOf(next);
        loaded = true;
        if (selectedRow().isEmpty()) {
            selected = rows.stream()
                    .filter(Row::available)
                    .findFirst()
                    .map(row -> row.jvm().pid())
                    .orElse(-1L);
        }
    }

    void filter(String words) {
        filter = words.strip().toLowerCase(Locale.ROOT);
        keepSelectionVisible();
    }

    void onlyAttachable(boolean only) {
        onlyAttachable = only;
        keepSelectionVisible();
    }

    void select(long pid) {
        selected = pid;
    }

    /// Moves the selection among the rows that can be attached.
    void move(int by) {
        List<Row> visible = attachable();
        if (visible.isEmpty()) {
            return;
        }
        int at = 0;
        for (int i = 0; i < visible.size(); i++) {
            if (visible.get(i).jvm().pid() == selected) {
                at = i + by;
            }
        }
        selected = visible.get(Math.clamp(at, 0, visible.size() - 1)).jvm().pid();
    }

    AttachViewState state() {
        List<Row> refused = onlyAttachable
                ? List.of()
                : rows.stream()
                        .filter(row -> !row.jvm().attachable())
                        .filter(this::matches)
                        .toList();
        Optional<JvmEntry> chosen = selectedRow().filter(row -> !row.gone()).map(Row::jvm);
        return new AttachViewState(
                loaded,
                attachable(),
                refused,
                (int) rows.stream().filter(row -> !row.gone()).count(),
                (int) rows.stream()
                        .filter(row -> !row.gone() && !row.jvm().attachable())
                        .count(),
                chosen,
                chosen.map(Advice::of).orElse(List.of()));
    }

    private List<Row> attachable() {
        return rows.stream()
                .filter(row -> row.jvm().attachable())
                .filter(this::matches)
                .toList();
    }

    private void keepSelectionVisible() {
        List<Row> visible = attachable();
        boolean there = visible.stream().anyMatch(row -> row.jvm().pid() == selected);
        if (!there) {
            selected = visible.isEmpty() ? -1 : visible.getFirst().jvm().pid();
        }
    }

    private Optional<Row> selectedRow() {
        return rows.stream().filter(row -> row.jvm().pid() == selected).findFirst();
    }

    /// Every word must stand somewhere in the row.
    private boolean matches(Row row) {
        JvmEntry jvm = row.jvm();
        String text = (jvm.pid() + " " + jvm.mainClass() + " " + jvm.arguments() + " " + jvm.jdk() + " " + jvm.user())
                .toLowerCase(Locale.ROOT);
        for (String word : filter.split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
