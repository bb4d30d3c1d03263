package org.kongdee.web.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CausesTest {

    private final SQLException wanted = new SQLException("gone", "08006");

    @Test
    void findsACauseHoweverDeep() {
        assertThat(
                        Causes.find(
                                new IllegalStateException(new RuntimeException(wanted)),
                                SQLException.class))
                .contains(wanted);
    }

    @Test
    void findsWhatWasSuppressedOnTheWay() {
        var commit = new IllegalStateException("rolled back");
        commit.addSuppressed(wanted);

        assertThat(Causes.find(new RuntimeException(commit), SQLException.class)).contains(wanted);
    }

    @Test
    void endsWhereCausesGoInACircle() {
        var first = new RuntimeException("first");
        var second = new RuntimeException("second", first);
        first.initCause(second);

        assertThat(Causes.find(second, SQLException.class)).isEmpty();
    }
}
