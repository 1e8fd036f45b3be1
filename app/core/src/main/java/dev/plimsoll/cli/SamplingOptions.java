package dev.plimsoll.cli;

import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.target.rule.Rules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How to watch: `--interval`, `--exact` and `--every-stack`, of which at most one may be given, and `--strict`.
final class SamplingOptions {

    @ArgGroup(exclusive = true)
    private @Nullable Choice choice;

    @Option(
            names = "--strict",
            description = "For test runs only: misuse of native memory, such as a double free, throws in the program.")
    private boolean strict;

    /// What to attach with; says so loudly when the program will not run as it does without us.
    LocalAttachment attachment(long pid, Rules rules, Terminal terminal) {
        if (strict) {
            terminal.say("STRICT: a misuse of native memory will throw in process " + pid + ". For test runs only.");
        }
        return new LocalAttachment(pid, sampling(), rules, strict);
    }

    private Sampling sampling() {
        Choice chosen = choice;
        if (chosen == null) {
            return new Sampling.Adaptive();
        }
        Long interval = chosen.interval;
        if (chosen.everyStack) {
            return new Sampling.ExactStacks();
        }
        return chosen.exact || interval == null ? new Sampling.Exact() : new Sampling.Every(interval);
    }

    /// One of the three.
    static final class Choice {

        @Option(
                names = "--interval",
                paramLabel = "BYTES",
                converter = Bytes.class,
                description = "Sample one block in so many bytes on average, for example 512k; by default every block"
                        + " while that costs under 1 %% of a core, then fewer.")
        private @Nullable Long interval;

        @Option(
                names = "--exact",
                description =
                        "Record every block, and its stack while stacks take at most a tenth of a core; beyond that"
                                + " the figures of lines are estimates.")
        private boolean exact;

        @Option(names = "--every-stack", description = "Record every block and its stack, whatever that costs.")
        private boolean everyStack;
    }

    /// `512k`, `2m`, `1g` or a plain number of bytes, in powers of 1024.
    static final class Bytes implements ITypeConverter<Long> {

        @Override
        public Long convert(String value) {
            if (!value.matches("[0-9]{1,12}[kKmMgG]?")) {
                throw wrong(value);
            }
            char unit = Character.toLowerCase(value.charAt(value.length() - 1));
            int shift = switch (unit) {
                case 'k' -> 10;
                case 'm' -> 20;
                case 'g' -> 30;
                default -> 0;
            };
            long number = Long.parseLong(shift == 0 ? value : value.substring(0, value.length() - 1));
            if (number < 1 || number > Long.MAX_VALUE >> shift >> 8) {
                throw wrong(value);
            }
            return number << shift;
        }

        private static TypeConversionException wrong(String value) {
            return new TypeConversionException("'" + value + "' is not a number of bytes such as 512k or 2m");
        }
    }
}
