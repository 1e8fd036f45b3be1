/// Rules that turn evidence into findings: verdict, evidence, advice. Stateless; reads snapshots only.
@NullMarked
package dev.plimsoll.finding;

import org.jspecify.annotations.NullMarked;
