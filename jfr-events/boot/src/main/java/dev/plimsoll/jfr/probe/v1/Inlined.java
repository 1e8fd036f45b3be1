package dev.plimsoll.jfr.probe.v1;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Must be compiled into its caller. A method that has just been woven has no profile yet, so the compiler takes what it
 * calls for cold and leaves out whatever has more than 35 bytes of code: a pair of probes then costs three times as much.
 *
 * <p>The agent's jar calls this {@code jdk.internal.vm.annotation.ForceInline}, which the VM honours in classes of its boot
 * loader. Elsewhere it means nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Inlined {}
