package org.kongdee.web.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final List<String> said = new ArrayList<>();
    private final Handler ear =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    said.add(line.getLevel() + " " + String.valueOf(line.getMessage()));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        Logger.getLogger(Outage.class.getName()).addHandler(ear);
    }

    @AfterEach
    void stop() {
        Logger.getLogger(Outage.class.getName()).removeHandler(ear);
    }

    @Test
    void aLineWhenItBeginsAndOneWhenItEnds() {
        Outage outage = new Outage("rubric-service");

        outage.succeeded();
        for (int i = 0; i < 50; i++) {
            outage.failed("connection refused");
        }
        outage.succeeded();
        outage.succeeded();

        assertThat(said).hasSize(2);
    }

    @Test
    void theNextOutageIsToldAgain() {
        Outage outage = new Outage("rubric-service");

        outage.failed("connection refused");
        outage.succeeded();
        outage.failed("answered 500");

        assertThat(said).hasSize(3);
    }
}
