package org.kongdee.web.body;

import java.util.concurrent.atomic.AtomicLong;

/** One body that is under way. */
final class Arrival {

    private final String caller;
    private final long begun;
    private final AtomicLong received = new AtomicLong();
    private volatile Runnable cut = () -> {};
    private volatile boolean isCut;

    /** What had come at the last look, and at the one before. */
    private long seen;

    private long seenBefore;

    Arrival(String caller, long begun) {
        this.caller = caller;
        this.begun = begun;
    }

    String caller() {
        return caller;
    }

    long begun() {
        return begun;
    }

    void received(long count) {
        received.addAndGet(count);
    }

    /** What is done when it is given up. */
    void whenCut(Runnable action) {
        this.cut = action;
    }

    boolean isCut() {
        return isCut;
    }

    void cut() {
        isCut = true;
        cut.run();
    }

    /** Called in even steps. */
    void look() {
        seenBefore = seen;
        seen = received.get();
    }

    /** What came since the look before the last one. */
    long lately() {
        return received.get() - seenBefore;
    }
}
