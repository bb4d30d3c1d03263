package org.kongdee.web.outage;

import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether something that is needed is away. Of all the tries that fail, only the first is told, and
 * then the first that succeeds.
 */
public final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final String what;
    private final AtomicReference<@Nullable Long> since = new AtomicReference<>();

    /**
     * @param what is away, as the line begins: {@code the database}
     */
    public Outage(String what) {
        this.what = what;
    }

    /** A try has failed. */
    public void failed(String reason) {
        if (since.compareAndSet(null, System.nanoTime())) {
            LOG.warnf(
                    "%s is away: %s. It is tried on; the next line says when it is back.",
                    what, reason);
        }
    }

    /** A try has succeeded. */
    public void succeeded() {
        Long began = since.get();
        if (began != null && since.compareAndSet(began, null)) {
            LOG.infof("%s is back, after %d s", what, (System.nanoTime() - began) / 1_000_000_000);
        }
    }
}
