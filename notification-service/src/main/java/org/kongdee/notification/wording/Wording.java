package org.kongdee.notification.wording;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.kongdee.web.text.Language;

/** The phrases of mails, pages and calendars in one language. Templates use them by name. */
public sealed interface Wording permits English, Thai {

    static Wording in(Language language) {
        return switch (language) {
            case EN -> English.INSTANCE;
            case TH -> Thai.INSTANCE;
        };
    }

    Language language();

    String number(int number);

    String date(LocalDate date);

    /** How far away a due date is: "8 days left", "due today", "3 days overdue". */
    String daysLeft(int daysLeft);

    String subject(int overdue, int today, int soon);

    /** Of a digest whose lines have so many days left. */
    default String subject(List<Integer> daysLeft) {
        int overdue = Math.toIntExact(daysLeft.stream().filter(days -> days < 0).count());
        int today = Math.toIntExact(daysLeft.stream().filter(days -> days == 0).count());
        return subject(overdue, today, daysLeft.size() - overdue - today);
    }

    String round(int round);

    String due(LocalDate date);

    /** Says that newer changes are not known. */
    String stale(LocalDateTime knownAsOf);

    default String phrase(Phrase phrase) {
        return phrase.in(language());
    }
}
