package org.kongdee.evidence.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.evidence.collection.CollectionDays;

class CountingTest {

    private static final CollectionDays DAYS =
            new CollectionDays(
                    LocalDate.parse("2021-08-01"),
                    LocalDate.parse("2022-07-30"),
                    ZoneId.of("Asia/Bangkok"));
    private static final LocalDate TODAY = LocalDate.parse("2022-01-10");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    ACCEPTED   | false | 2021-08-01 | true  | -          | -
                    ACCEPTED   | false | 2022-01-10 | true  | -          | -
                    ACCEPTED   | false | 2022-01-11 | false | 2022-01-11 | It is dated 2022-01-11, and counts from that day on.
                    ACCEPTED   | false | 2022-07-30 | false | 2022-07-30 | It is dated 2022-07-30, and counts from that day on.
                    ACCEPTED   | false | 2021-07-31 | false | -          | It is dated outside the period, 2021-08-01 to 2022-07-30, and counts on no day.
                    ACCEPTED   | false | 2022-07-31 | false | -          | It is dated outside the period, 2021-08-01 to 2022-07-30, and counts on no day.
                    PENDING    | false | 2022-01-10 | false | -          | It waits for review, and counts once it is accepted.
                    PENDING    | false | 2022-01-11 | false | 2022-01-11 | It waits for review; once it is accepted, it counts from 2022-01-11 on.
                    PENDING    | false | 2022-07-31 | false | -          | It is dated outside the period, 2021-08-01 to 2022-07-30, and counts on no day.
                    REJECTED   | false | 2022-01-11 | false | -          | The reviewer did not accept it.
                    WITHDRAWN  | false | 2022-01-11 | false | -          | It was withdrawn.
                    SUPERSEDED | false | 2022-01-10 | false | -          | A newer version has taken its place.
                    WITHDRAWN  | true  | 2022-01-10 | false | -          | It was removed for good.
                    """)
    void saysWhetherItCountsFromWhenAndWhyNot(
            ItemStatus status,
            boolean purged,
            LocalDate date,
            boolean counts,
            LocalDate from,
            String why) {
        Counting counting = Counting.of(status, purged, date, DAYS, TODAY);

        assertThat(counting.counts()).isEqualTo(counts);
        assertThat(counting.from()).isEqualTo(from);
        assertThat(counting.why() == null ? null : counting.why().en()).isEqualTo(why);
        assertThat(counting.why() == null || !counting.why().th().matches(".*[a-z]{2}.*")).isTrue();
    }

    @Test
    void theDayBeginsInTheZoneOfTheCollection() {
        assertThat(DAYS.at(Instant.parse("2022-01-09T16:59:59Z"))).isEqualTo("2022-01-09");
        assertThat(DAYS.at(Instant.parse("2022-01-09T17:00:00Z"))).isEqualTo("2022-01-10");
    }

    @Test
    void theTagChangesWithTheDayAndWithWhatElseIsFiled() {
        LocalDate date = TODAY.plusDays(1);
        String before = tag(Counting.of(ItemStatus.ACCEPTED, false, date, DAYS, TODAY), List.of());
        String then = tag(Counting.of(ItemStatus.ACCEPTED, false, date, DAYS, date), List.of());
        var other =
                new AlsoFiled(new UUID(1, 1), "1.1.2", "communication", "line", ItemStatus.PENDING);
        var accepted =
                new AlsoFiled(
                        new UUID(1, 1), "1.1.2", "communication", "line", ItemStatus.ACCEPTED);
        Counting now = Counting.of(ItemStatus.ACCEPTED, false, TODAY, DAYS, TODAY);

        assertThat(then).isEqualTo("\"3\"");
        assertThat(List.of(then, before, tag(now, List.of(other)), tag(now, List.of(accepted))))
                .doesNotHaveDuplicates();
    }

    private static String tag(Counting counting, List<AlsoFiled> alsoFiled) {
        return ItemView.etag(3, counting, alsoFiled);
    }
}
