package org.kongdee.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadersWhoLeaveTest {

    @Test
    void areNoError() {
        assertThat(isWorthSaying(new ClosedChannelException())).isFalse();
        assertThat(isWorthSaying(new IllegalStateException(new ClosedChannelException())))
                .isFalse();
        assertThat(isWorthSaying(new HttpClosedException("Connection was closed"))).isFalse();
    }

    @Test
    void whateverElseGoesWrongIsTold() {
        assertThat(isWorthSaying(new IllegalStateException("an event can't be written"))).isTrue();
        assertThat(isWorthSaying(null)).isTrue();
    }

    private static boolean isWorthSaying(@Nullable Throwable thrown) {
        var said = new LogRecord(Level.SEVERE, "Exception in SSE server handling");
        said.setThrown(thrown);
        return ReadersWhoLeave.isWorthSaying(said);
    }
}
