package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Snapshot;

/// The boxes that open over the window: palette, keys, address inspector. FX thread.
final class Sheets {

    private final Shell shell;
    private final Overlay overlay;
    private final Commands commands;

    Sheets(Shell shell, Overlay overlay) {
        this.shell = shell;
        this.overlay = overlay;
        commands = new Commands(shell);
    }

    void palette() {
        Palette palette = new Palette(commands.all(), commands::forTyped, overlay::close);
        overlay.show(palette);
        palette.focusField();
    }

    void keys() {
        boolean pages = shell.sessionOpen();
        KeySheet sheet = new KeySheet(
                pages ? shell.page().id() : "", pages ? shell.page().keys() : java.util.List.of());
        overlay.show(sheet);
        sheet.requestFocus();
    }

    /// What is known of an address; reading the target's maps takes a while, so the sheet comes a moment later.
    void inspect(Snapshot snapshot, long address) {
        shell.background().execute(() -> {
            AddressFacts facts = AddressFacts.of(snapshot, address);
            shell.door().run(() -> {
                AddressSheet sheet = new AddressSheet(facts, snapshot, shell.tokens(), target -> {
                    overlay.close();
                    shell.goTo(target);
                });
                overlay.show(sheet);
                sheet.requestFocus();
            });
        });
    }
}
