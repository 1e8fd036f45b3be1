package dev.plimsoll.jfr.probe.v1;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sampling interval R, and in adaptive mode what moves it. Blocks fall into strata by binding and size, and each
 * stratum has its own R: what a program takes a hundred thousand times a second is sampled thinly, and the forty bytes
 * that it takes ten times a second, and forgets, are all taken. Each sample carries its own weight, so a sum over strata
 * is as unbiased as one over the whole (stratified sampling: Cochran, Sampling Techniques, 1977, chapter 5A).
 *
 * <p>Sampled probes measure what they take and pay for it out of an allowance that the ticker renews. A probe that
 * overdraws it doubles R there and then for the strata that spend most, so a burst costs milliseconds and not a tick. The
 * ticker lowers R again where little is spent, down to every block, and raises it when the live table would be full within
 * a minute.
 */
final class Pace {

    static final int ADAPTIVE = 0;
    static final int FIXED = 1;
    static final int EXACT = 2;

    /** Share of one core that sampled probes may take; the ticker and its flushes come on top. */
    static final double SHARE = 0.004;

    /** Share of one core that stacks may take where every block is recorded. */
    static final double SHARE_OF_STACKS = 0.1;

    /** What a quiet program saves up for a burst: some seconds' worth, in nanoseconds, of {@link #SHARE}. */
    static final long SAVINGS = 10_000_000;

    /** What a doubling of R grants, so that the next one waits to see the effect, in nanoseconds, of {@link #SHARE}. */
    static final long GRANT = 100_000;

    static final long LOWEST = 64;
    static final long HIGHEST = 1L << 32;

    private static final int STRATA_BITS = 10;
    private static final int STRATA = 1 << STRATA_BITS;
    private static final double EVERY_BLOCK = Double.POSITIVE_INFINITY;

    private static final int WINDOW_TICKS = 10;
    private static final int TICKS_TO_FULL = 600;

    /** Share of one core that is borrowed on top while a few of very many blocks stay, so that some of those are seen soon. */
    static final double BORROWED = 0.012;

    /** The most that is owed, in nanoseconds: ten seconds of that. Nothing more is borrowed until all is paid back. */
    static final long LOAN = 120_000_000;

    /** Part of the allowance that pays back: in two minutes or so the share is what it would have been. */
    private static final double PAYBACK = 0.25;

    /** Blocks that are followed with a sampled one. The first finds the caches cold and costs as much as ten of them. */
    static final int COMPANY = 32;

    /** Above this part of the live table nothing is followed for company. */
    private static final double ROOM = 0.25;

    /** A stratum that spends less than this part of the allowance is not what must be made cheaper. */
    private static final double LITTLE = 0.02;

    /** Strata that spend at least this part of what the greatest spender does are raised with it. */
    private static final double NEAR_THE_MOST = 0.25;

    private final double share;
    private final long savings;
    private final long granted;
    private final AtomicLong paid = new AtomicLong();
    private volatile long allowance;
    private volatile int mode = ADAPTIVE;

    /** Strata of which every block is taken, whatever it costs. */
    private final boolean[] kept = new boolean[STRATA];

    /** 1/R by stratum, in 1/bytes. Read on the hot path without order: a probe that is late to see it costs nothing. */
    private final double[] rates = new double[STRATA];

    /** What each stratum paid in this window, in nanoseconds, halved when it is raised. Approximate: adds may be lost. */
    private final long[] spent = new long[STRATA];

    /** Bytes of the block that each stratum paid for last: where its R starts from. Approximate, too. */
    private final long[] sizes = new long[STRATA];

    /**
     * Bits of an address of which one says that its free has to be looked at, though nobody follows it: while some blocks
     * are left out, those that no block of malloc has; else all. Read on the hot path, without order.
     */
    private long suspect = -1;

    /** How many blocks are followed with a sampled one. Read without order. */
    private int company;

    /** Borrowed and not paid back, in nanoseconds. */
    private long debt;

    private boolean borrows;
    private long paidAtWindow;
    private long grantedInWindow;
    private int ticksInWindow;
    private double fillAtWindow;

    Pace() {
        this(SHARE, SAVINGS, GRANT);
    }

    private Pace(double share, long savings, long granted) {
        this.share = share;
        this.savings = savings;
        this.granted = granted;
        this.allowance = savings;
        Arrays.fill(rates, EVERY_BLOCK);
    }

    /**
     * That of stacks where every block is recorded. Their share is larger: whoever wants every block pays for it. A
     * program that takes some hundred thousand blocks a second, or two hundred thousand at once, has all its stacks.
     */
    static Pace ofStacks() {
        return new Pace(SHARE_OF_STACKS, 20 * SAVINGS, 20 * GRANT);
    }

    /** Which stratum a block falls into. */
    @Inlined
    static int stratum(int binding, long bytes) {
        return (int) ((((bytes << 6) + binding) * 0x9E3779B97F4A7C15L) >>> (64 - STRATA_BITS));
    }

    /** 1/R of a stratum, in 1/bytes; infinite when every block is taken. */
    @Inlined
    double rate(int stratum) {
        return rates[stratum];
    }

    /** 1/R by stratum, for a glance. */
    double[] rates() {
        return rates;
    }

    /** The largest R in force, in bytes; 0 when every block of every stratum is taken. */
    long interval() {
        double lowest = EVERY_BLOCK;
        for (double rate : rates) {
            lowest = Math.min(lowest, rate);
        }
        return Math.round(1 / lowest);
    }

    /** Whether some blocks are left out somewhere. */
    @Inlined
    boolean thins() {
        return suspect != -1;
    }

    /** Bits of an address of which one says that its free has to be looked at, though nobody follows it. */
    @Inlined
    long suspect() {
        return suspect;
    }

    private void thins(boolean some) {
        suspect = some ? Misuses.ALIGNMENT - 1 : -1;
    }

    /** How many of the blocks that come after a sampled one are followed with it. */
    int company() {
        return company;
    }

    /**
     * Whether a few of very many blocks stay. Then hardly any of those would be sampled, and more must be looked at: the
     * sampled ones get company. Such blocks stand for nothing in a sum, so no estimate is the worse for it.
     *
     * @param fewStay by the exact counters
     */
    synchronized void watchFor(boolean fewStay) {
        company = fewStay && mode == ADAPTIVE && fillAtWindow < ROOM ? COMPANY : 0;
    }

    int mode() {
        return mode;
    }

    /**
     * Adaptive, starting with every block.
     *
     * @param exactly strata of which every block is taken all the time; what those cost is in no allowance
     */
    synchronized void adaptive(int... exactly) {
        mode = ADAPTIVE;
        Arrays.fill(kept, false);
        for (int stratum : exactly) {
            kept[stratum] = true;
        }
        Arrays.fill(rates, EVERY_BLOCK);
        thins(false);
        company = 0;
        debt = 0;
        borrows = false;
        allowance = paid.get() + savings;
        openWindow(0);
    }

    /**
     * Fixed, whatever it costs.
     *
     * @param bytes R, or 0 for every block
     */
    synchronized void fixed(long bytes) {
        mode = bytes == 0 ? EXACT : FIXED;
        Arrays.fill(rates, 1.0 / bytes);
        thins(bytes != 0);
        company = 0;
    }

    /**
     * A sampled probe pays.
     *
     * @param nanos what it took
     * @param stratum of its block
     * @param bytes size of its block
     */
    void pay(long nanos, int stratum, long bytes) {
        if (kept[stratum]) {
            return;
        }
        spent[stratum] += nanos;
        sizes[stratum] = bytes;
        if (paid.addAndGet(nanos) > allowance && mode == ADAPTIVE) {
            raise();
        }
    }

    private synchronized void raise() {
        long now = paid.get();
        if (now <= allowance || mode != ADAPTIVE) {
            return;
        }
        long most = 1;
        for (long nanos : spent) {
            most = Math.max(most, nanos);
        }
        for (int stratum = 0; stratum < STRATA; stratum++) {
            if (spent[stratum] >= NEAR_THE_MOST * most) {
                rates[stratum] = rarer(stratum, 2);
                spent[stratum] /= 2;
            }
        }
        thins(true);
        allowance = now + granted;
    }

    private double rarer(int stratum, int factor) {
        double rate = rates[stratum];
        return rate == EVERY_BLOCK ? 1.0 / Math.max(LOWEST, sizes[stratum]) : Math.max(1.0 / HIGHEST, rate / factor);
    }

    private static double denser(double rate, double factor) {
        double more = rate * factor;
        return more > 1.0 / LOWEST ? EVERY_BLOCK : more;
    }

    /**
     * Once per tick.
     *
     * @param nanos length of the tick
     * @param fill part of the live table that is taken, 0 to 1
     */
    synchronized void tick(long nanos, double fill) {
        long more = grant(nanos);
        grantedInWindow += more;
        allowance = Math.min(allowance + more, paid.get() + savings);
        if (mode != ADAPTIVE || ++ticksInWindow < WINDOW_TICKS) {
            return;
        }
        double budget = grantedInWindow;
        double used = (paid.get() - paidAtWindow) / budget;
        double growth = (fill - fillAtWindow) / ticksInWindow;
        if (fill > 0.25 && growth * TICKS_TO_FULL > 1 - fill) {
            for (int stratum = 0; stratum < STRATA; stratum++) {
                rates[stratum] = kept[stratum] ? EVERY_BLOCK : rarer(stratum, fill > 0.75 ? 8 : 2);
            }
        } else if (fill < 0.5) {
            lower(used, budget);
        }
        thins(interval() != 0);
        openWindow(fill);
    }

    /** What probes may spend in a tick: their share, more while borrowing, less while paying back. */
    private long grant(long nanos) {
        long due = (long) (nanos * share);
        borrows = company > 0 && debt < LOAN && (borrows || debt == 0);
        long owed =
                borrows ? Math.min(LOAN - debt, (long) (nanos * BORROWED)) : -Math.min(debt, (long) (due * PAYBACK));
        debt += owed;
        return due + owed;
    }

    /** All strata when there is room; otherwise those that would hardly be noticed, one step at a time. */
    private void lower(double used, double budget) {
        double factor = used < 0.05 ? 16 : used < 0.4 ? 2 : 1.2;
        for (int stratum = 0; stratum < STRATA; stratum++) {
            boolean cold = spent[stratum] < LITTLE * budget;
            if (rates[stratum] != EVERY_BLOCK && (used < 0.75 || (used < 0.9 && cold))) {
                rates[stratum] = denser(rates[stratum], cold ? Math.max(2, factor) : factor);
            }
        }
    }

    private void openWindow(double fill) {
        paidAtWindow = paid.get();
        grantedInWindow = 0;
        ticksInWindow = 0;
        fillAtWindow = fill;
        Arrays.fill(spent, 0);
    }
}
