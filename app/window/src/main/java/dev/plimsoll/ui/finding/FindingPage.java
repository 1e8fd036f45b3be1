package dev.plimsoll.ui.finding;

import dev.plimsoll.export.ReportHtml;
import dev.plimsoll.finding.Door;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Words;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The findings page.
public final class FindingPage implements Page, FindingView.Acts {

    private final FindingPresenter presenter = new FindingPresenter();
    private final FindingView view;
    private @Nullable PageContext context;
    private @Nullable Snapshot shown;
    private List<Suppressions.Suppressed> suppressed = List.of();

    public FindingPage(Tokens tokens) {
        view = new FindingView(tokens, this);
    }

    @Override
    public String id() {
        return "findings";
    }

    @Override
    public String title() {
        return Words.say("findings.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public OptionalLong count(Snapshot snapshot) {
        int findings = snapshot.findings().size();
        return findings == 0 ? OptionalLong.empty() : OptionalLong.of(findings);
    }

    @Override
    public boolean countWarns() {
        return true;
    }

    @Override
    public void left() {
        shown = shown == null ? null : shown.withoutBlocks();
        presenter.left();
    }

    @Override
    public void show(Snapshot snapshot, PageContext pageContext) {
        List<Suppressions.Suppressed> out = pageContext.project().suppressed();
        boolean same = shown != null
                && out.equals(suppressed)
                && shown.findings().equals(snapshot.findings())
                && shown.version() <= snapshot.version()
                && shown.stacks().equals(snapshot.stacks());
        if (context == null) {
            view.remember(pageContext.memory());
        }
        context = pageContext;
        shown = snapshot;
        suppressed = out;
        if (!same) {
            presenter.show(snapshot, out);
            showState();
        }
    }

    @Override
    public boolean open(Target target, PageContext pageContext) {
        if (target instanceof Target.FindingAt at) {
            presenter.openAt(at.index());
            showState();
            return true;
        }
        return false;
    }

    @Override
    public boolean settled() {
        return view.settled();
    }

    @Override
    public boolean accept(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        switch (event.getCode()) {
            case UP -> presenter.step(-1);
            case DOWN -> presenter.step(1);
            case ENTER -> {
                if (event.getTarget() instanceof ButtonBase || EvidenceRow.isDoor(event.getTarget())) {
                    return false;
                }
                blocks();
            }
            default -> {
                return false;
            }
        }
        showState();
        return true;
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                KeyHint.of(Words.say("findings.keyMove"), "↑", "↓"),
                KeyHint.of(Words.say("findings.keyBlocks"), KeyCode.ENTER.getName()));
    }

    private void showState() {
        if (context != null) {
            view.show(presenter.state(), context.project().place());
        }
    }

    @Override
    public void suppress(Finding finding, String reason) {
        if (context != null) {
            context.project().suppress(finding, reason);
        }
    }

    @Override
    public void restore(Suppressions.Entry entry) {
        if (context != null) {
            context.project().restore(entry);
        }
    }

    @Override
    public void list(Shelf shelf) {
        presenter.list(shelf);
        showState();
    }

    @Override
    public void hide(Severity severity, boolean out) {
        presenter.hide(severity, out);
        showState();
    }

    @Override
    public void save() {
        Snapshot whole = shown;
        if (context != null && whole != null) {
            ReportHtml report = new ReportHtml(suppressed);
            context.save("findings.html", file -> {
                try (BufferedWriter out = Files.newBufferedWriter(file)) {
                    report.write(whole, out);
                }
            });
        }
    }

    @Override
    public void open(Finding finding) {
        presenter.open(finding);
        showState();
    }

    /// Blocks of the site; for a callback its first live handle.
    @Override
    public void blocks() {
        presenter.opened().ifPresent(finding -> {
            Optional<Callback> callback = callbackOf(finding);
            if (callback.isPresent()) {
                goTo(new Target.CallbackHandle(callback.get().handle()));
            } else if (finding.stack() > 0) {
                goTo(new Target.Site(new SiteKey(finding.binding(), finding.stack())));
            }
        });
    }

    private Optional<Callback> callbackOf(Finding finding) {
        if (finding.bytes().value() > 0 || shown == null) {
            return Optional.empty();
        }
        return shown.ledger().callbacks().stream()
                .filter(callback -> callback.live() && callback.stack() == finding.stack())
                .findFirst();
    }

    @Override
    public void flame() {
        presenter
                .opened()
                .filter(finding -> finding.stack() > 0)
                .ifPresent(finding -> goTo(new Target.Flame(new SiteKey(finding.binding(), finding.stack()))));
    }

    @Override
    public void enter(Door door) {
        if (context != null) {
            Doors.enter(door, context);
        }
    }

    @Override
    public void recordEveryBlock() {
        presenter.opened().ifPresent(finding -> {
            if (context != null && finding.frame() != null) {
                context.recordEveryBlock(finding.binding(), finding.frame());
            }
        });
    }

    @Override
    public void copy(String text) {
        if (context != null) {
            context.copy(text);
        }
    }

    private void goTo(Target target) {
        if (context != null) {
            context.goTo(target);
        }
    }
}
