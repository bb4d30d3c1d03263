package org.kongdee.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;

class UnsaidTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 1, 7);
    private static final LocalizedText TITLE = new LocalizedText("Report", "รายงาน");

    private static Recipient recipient(@Nullable LocalDate pausedUntil) {
        return new Recipient(
                "head",
                "head@slk.example",
                "Head",
                Language.EN,
                "SLK",
                Set.of(),
                Role.HEAD,
                null,
                pausedUntil);
    }

    private static Deadline deadline(DeadlineStatus status) {
        return new Deadline(
                "d",
                1,
                "SLK",
                null,
                null,
                null,
                TODAY.plusDays(8),
                false,
                Set.of("LEGAL"),
                Set.of(),
                status,
                TITLE,
                List.of(),
                TODAY,
                TODAY.plusYears(1),
                MilestoneDetail.NONE);
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
                                new Silence(snoozedUntil, notMine),
                                TODAY))
                .isEqualTo(expected);
    }

    @Test
    void whatOrWhoIsGoneIsNotSaid() {
        Deadline deadline = deadline(DeadlineStatus.PLANNED);

        assertThat(Unsaid.why(null, deadline, null, TODAY)).isEqualTo(Unsaid.REMOVED);
        assertThat(Unsaid.why(recipient(null), null, null, TODAY)).isEqualTo(Unsaid.MOVED);
        assertThat(Unsaid.why(recipient(null), deadline, null, TODAY)).isNull();
    }
}
