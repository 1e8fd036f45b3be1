/// The settings page: what a person chooses once. It writes into the window's memory and knows no page.
@NullMarked
package dev.plimsoll.ui.settings;

import org.jspecify.annotations.NullMarked;
