package org.kongdee.web.admission;

import java.util.LinkedHashSet;
import java.util.Set;

/** So many places, and a queue for them. Whoever waits is told when there is one. */
final class Places {

    private final Set<Runnable> queue = new LinkedHashSet<>();
    private int free;

    Places(int count) {
        this.free = count;
    }

    /** Takes a place at once, or queues up; false if it has to wait to be told. */
    synchronized boolean take(Runnable whenFree) {
        if (free > 0) {
            free--;
            return true;
        }
        queue.add(whenFree);
        return false;
    }

    /** Leaves the queue; false if a place was given meanwhile. */
    synchronized boolean giveUp(Runnable whenFree) {
        return queue.remove(whenFree);
    }

    /** Gives a place back, to whoever has waited longest. */
    void leave() {
        Runnable next;
        synchronized (this) {
            if (queue.isEmpty()) {
                free++;
                return;
            }
            next = queue.iterator().next();
            queue.remove(next);
        }
        next.run();
    }
}
