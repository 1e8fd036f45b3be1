package dev.plimsoll.jfr.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What a test, with its {@code @BeforeEach} and {@code @AfterEach}, may leave behind. After it, and after collections of the heap, the
 * blocks and callbacks that it made and that are still live are counted; when they are too many the test fails with the lines that made
 * them. On a class it holds for each of its tests.
 *
 * <p>The agent is loaded into the test's JVM when it is not there yet: from a helper process, or earlier with {@code -javaagent}. Tests
 * that run at the same time in the same JVM are counted too; two with a budget never do.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NativeBudgetExtension.class)
@ResourceLock("dev.plimsoll.jfr.junit.NativeBudget")
public @interface NativeBudget {

    /** Bytes that may stay live: {@code 4096}, {@code 64k}, {@code 1MiB}; k, m and g are powers of 1024. */
    String liveBytes();

    /** Callbacks that may stay registered; negative for any number. */
    int callbacks() default 0;

    /** Names of the bindings that count, such as {@code ffm} or {@code direct}; all when empty. */
    String[] bindings() default {};
}
