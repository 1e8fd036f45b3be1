package dev.plimsoll.ui.shell;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the palette offers: pages, acts, findings, and for what is typed sites and addresses. FX thread.
final class Commands {

    private static final int SITES = 40;

    private final Shell shell;

    Commands(Shell shell) {
        this.shell = shell;
    }

    List<Command> all() {
        List<Command> commands = new ArrayList<>();
        shell.shown().ifPresent(snapshot -> ofSession(commands, snapshot));
        commands.add(Command.act(Words.say("target.open"), "", shell::choose, "Ctrl", "O"));
        if (shell.sessionOpen()) {
            commands.add(Command.act(Words.say("target.other"), "", shell::showPicker));
        }
        commands.add(Command.act(Words.say("bar.theme"), "", shell::toggleTheme));
        commands.add(Command.act(Words.say("bar.picture"), "", shell::picture));
        commands.add(Command.act(Words.say("sheet.settings"), "", shell::showSettings, "Ctrl", ","));
        commands.add(Command.act(Words.say("sheet.keys"), "", shell::showKeys, "?"));
        for (Path recent : shell.recents()) {
            String name = String.valueOf(recent.getFileName());
            commands.add(Command.of(
                    Command.Kind.RECORDING,
                    Words.say("palette.open", name),
                    recent.toString(),
                    () -> shell.open(recent)));
        }
        return commands;
    }

    private void ofSession(List<Command> commands, Snapshot snapshot) {
        List<Page> pages = shell.pages();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            commands.add(new Command(
                    Command.Kind.PAGE,
                    page.title(),
                    Words.say("palette.page"),
                    i < 9 ? List.of("Ctrl", Integer.toString(i + 1)) : List.of(),
                    () -> shell.select(page)));
        }
        for (int i = 0; i < snapshot.findings().size(); i++) {
            Finding finding = snapshot.findings().get(i);
            int index = i;
            commands.add(Command.of(
                    Command.Kind.FINDING,
                    finding.sentence(),
                    Verdicts.word(finding.verdict()),
                    () -> shell.goTo(new Target.FindingAt(index))));
        }
        commands.add(Command.act(
                Words.say("palette.mark"), Words.say("flame.title"), () -> shell.goTo(new Target.SinceNow())));
        if (OpenSession.live(snapshot)) {
            commands.add(Command.act(Words.say("sheet.freeze"), "", shell::toggleFreeze, "Space"));
            commands.add(Command.act(Words.say("target.detach"), "", shell::detach));
        }
        commands.add(Command.act(Words.say("palette.clearRange"), "", shell::clearRange, "Esc"));
    }

    /// Sites whose line has the typed words in it, and the block at a typed address.
    List<Command> forTyped(String typed) {
        List<Command> found = new ArrayList<>();
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        shell.shown().filter(snapshot -> wanted.length() >= 2).ifPresent(snapshot -> {
            if (wanted.matches("(0x)?[0-9a-f]{5,16}")) {
                String hex = wanted.startsWith("0x") ? wanted.substring(2) : wanted;
                long address = Long.parseUnsignedLong(hex, 16);
                found.add(Command.of(
                        Command.Kind.ADDRESS,
                        Words.address(address),
                        Words.say("palette.address"),
                        () -> shell.inspect(address)));
            }
            sites(snapshot, wanted, found);
        });
        return found;
    }

    private void sites(Snapshot snapshot, String wanted, List<Command> found) {
        Set<String> lines = new HashSet<>();
        snapshot.ledger().stacks().stream()
                .sorted(Comparator.comparingDouble(
                        (StackTotals totals) -> -totals.liveBytes().value()))
                .forEach(totals -> {
                    Frame site = snapshot.stacks().get(totals.key().stack()).site();
                    boolean matches = site != null
                            && found.size() < SITES
                            && site.label().toLowerCase(Locale.ROOT).contains(wanted.split("\\s+")[0]);
                    if (site != null && matches && lines.add(site.label())) {
                        String detail = totals.key().binding() + ", "
                                + Words.bytes(totals.liveBytes().value());
                        found.add(Command.of(
                                Command.Kind.SITE,
                                site.label(),
                                detail,
                                () -> shell.goTo(new Target.Site(totals.key()))));
                    }
                });
    }
}
