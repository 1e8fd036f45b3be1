package dev.plimsoll.ui.kit;

import java.util.function.LongConsumer;
import javafx.scene.control.Hyperlink;

/// An address that a click inspects. FX thread.
public final class AddressLink extends Hyperlink {

    private long address;

    /// @param onInspect opens the address inspector
    public AddressLink(LongConsumer onInspect) {
        getStyleClass().addAll("mono", "address-link");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> {
            setVisited(false);
            onInspect.accept(address);
        });
    }

    public void show(long next) {
        address = next;
        setText(Words.address(next));
        setAccessibleText(Words.say("address.inspect", getText()));
    }
}
