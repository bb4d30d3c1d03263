package org.kongdee.web.answer;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpClosedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.kongdee.web.outage.Causes;

/**
 * Keeps from the log that the reader of an event stream has left: the framework calls it an error
 * if the next event was under way just then, and nobody can do anything about it.
 */
@ApplicationScoped
class ReadersWhoLeave {

    /** Held here, since a logger that nobody holds may be forgotten, and its filter with it. */
    private static final Logger STREAMS =
            Logger.getLogger(
                    "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler");

    void listen(@Observes StartupEvent started) {
        STREAMS.setFilter(ReadersWhoLeave::isWorthSaying);
    }

    /** That a connection has ended is told by netty or by Vert.x, as it happens. */
    static boolean isWorthSaying(LogRecord said) {
        Throwable thrown = said.getThrown();
        return thrown == null
                || Causes.find(thrown, IOException.class).isEmpty()
                        && Causes.find(thrown, HttpClosedException.class).isEmpty();
    }
}
