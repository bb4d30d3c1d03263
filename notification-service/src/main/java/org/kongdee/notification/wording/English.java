package org.kongdee.notification.wording;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kongdee.web.text.Language;

/** English, with ISO dates: {@code Sat 2022-01-15}. */
final class English implements Wording {

    static final English INSTANCE = new English();

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private English() {}

    @Override
    public Language language() {
        return Language.EN;
    }

    @Override
    public String number(int number) {
        return Integer.toString(number);
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    @Override
    public String daysLeft(int daysLeft) {
        if (daysLeft == 0) {
            return "due today";
        }
        int days = Math.abs(daysLeft);
        return days + (days == 1 ? " day" : " days") + (daysLeft > 0 ? " left" : " overdue");
    }

    @Override
    public String subject(int overdue, int today, int soon, int undated) {
        List<String> parts = new ArrayList<>();
        if (overdue > 0) {
            parts.add(overdue + " overdue");
        }
        if (today > 0) {
            parts.add(today + " due today");
        }
        if (soon > 0) {
            parts.add(soon + " due soon");
        }
        if (undated > 0) {
            parts.add(undated + " without a date");
        }
        return "Deadlines: " + String.join(", ", parts);
    }

    @Override
    public String text(String text) {
        return text;
    }

    @Override
    public String more(int number) {
        return "and " + number + " more";
    }

    @Override
    public String before(int number) {
        return "and " + number + " before it";
    }

    @Override
    public String waiting(int items) {
        return items == 1
                ? "1 item of evidence waits for review."
                : items + " items of evidence wait for review.";
    }

    @Override
    public String rejected(int items) {
        return items == 1 ? "Evidence not accepted" : items + " items of evidence not accepted";
    }

    @Override
    public String settledBy(String name, LocalDate on) {
        return "settled by " + name + ", " + date(on);
    }

    @Override
    public String movedFrom(LocalDate date) {
        return "moved from " + date(date);
    }

    @Override
    public String round(int round) {
        return "round " + round;
    }

    @Override
    public String due(LocalDate date) {
        return "due " + date(date);
    }

    @Override
    public String stale(LocalDateTime knownAsOf) {
        return "As of %s, %s; later changes have not arrived yet."
                .formatted(date(knownAsOf.toLocalDate()), TIME.format(knownAsOf));
    }
}
