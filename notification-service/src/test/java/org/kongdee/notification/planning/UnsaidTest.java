package org.kongdee.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsaidTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 1, 7);

    private static Recipient recipient(@Nullable LocalDate pausedUntil) {
        return Samples.paused(Samples.person("head", Role.HEAD), pausedUntil);
    }

    private static Deadline deadline(DeadlineStatus status) {
        return Samples.deadline("d", TODAY.plusDays(8), status, "LEGAL");
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED, 2022-01-07, 2022-01-07, false,",
        "PLANNED, 2022-01-08, 2022-01-08, true, PAUSED",
        "DONE, 2022-01-07, 2022-01-08, true, SETTLED",
        "CANCELLED, 2022-01-07, 2022-01-08, true, SETTLED",
        "PLANNED, 2022-01-07, 2022-01-08, true, NOT_MINE",
        "PLANNED, 2022-01-07, 2022-01-08, false, SNOOZED"
    })
    void givesTheFirstReason(
            DeadlineStatus status,
            LocalDate pausedUntil,
            LocalDate snoozedUntil,
            boolean notMine,
            @Nullable Unsaid expected) {
        assertThat(
                        Unsaid.why(
                                recipient(pausedUntil),
                                deadline(status),
                                Occasion.DUE,
                                new Silence(snoozedUntil, notMine),
                                TODAY))
                .isEqualTo(expected);
    }

    @Test
    void whatOrWhoIsGoneIsNotSaid() {
        Deadline deadline = deadline(DeadlineStatus.PLANNED);

        assertThat(Unsaid.why(null, deadline, Occasion.DUE, null, TODAY)).isEqualTo(Unsaid.REMOVED);
        assertThat(Unsaid.why(recipient(null), null, Occasion.DUE, null, TODAY))
                .isEqualTo(Unsaid.MOVED);
        assertThat(Unsaid.why(recipient(null), deadline, Occasion.DUE, null, TODAY)).isNull();
    }

    @Test
    void whatOthersSettledIsNewsAsLongAsItIsSettled() {
        assertThat(
                        Unsaid.why(
                                recipient(null),
                                deadline(DeadlineStatus.DONE),
                                Occasion.SETTLED,
                                null,
                                TODAY))
                .isNull();
        assertThat(
                        Unsaid.why(
                                recipient(null),
                                deadline(DeadlineStatus.PLANNED),
                                Occasion.SETTLED,
                                null,
                                TODAY))
                .isEqualTo(Unsaid.SETTLED);
    }
}
