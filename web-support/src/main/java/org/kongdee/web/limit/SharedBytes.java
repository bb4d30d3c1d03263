package org.kongdee.web.limit;

import java.util.concurrent.atomic.AtomicLong;

/** A number of bytes, of memory or of a disk, that all requests share. */
public class SharedBytes {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    protected SharedBytes(long most) {
        this.most = most;
    }

    /** Takes so many; false if there are fewer, and then none is taken. */
    public final boolean take(long count) {
        if (taken.addAndGet(count) <= most) {
            return true;
        }
        give(count);
        return false;
    }

    public final void give(long count) {
        taken.addAndGet(-count);
    }

    public final long taken() {
        return taken.get();
    }
}
