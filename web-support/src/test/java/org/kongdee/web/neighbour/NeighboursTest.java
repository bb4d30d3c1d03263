package org.kongdee.web.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighboursTest {

    private final Neighbours neighbours = new Neighbours();

    @Test
    void isAwayWhenACallFails() {
        assertThat(neighbours.isAway("rubric-service", new ProcessingException("refused")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"200, true", "401, true", "403, true", "404, false", "409, false", "422, false"})
    void anAnswerThatIsItsOwnIsOne(int status, boolean away) {
        Response answer = Response.status(status).build();

        assertThat(neighbours.isAway("rubric-service", new WebApplicationException(answer)))
                .isEqualTo(away);
    }

    /** The job that called then tells of the database, or it is told already. */
    @Test
    void isNotAwayWhenOurOwnDatabaseIs() {
        var ours = new IllegalStateException(new SQLException("gone", "08006"));

        assertThat(neighbours.isAway("rubric-service", ours)).isFalse();
    }
}
