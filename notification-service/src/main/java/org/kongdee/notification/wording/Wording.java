package org.kongdee.notification.wording;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Entry;
import org.kongdee.notification.planning.Urgency;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;

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

    /** Counts what there is; at least one is not 0. */
    String subject(int overdue, int today, int soon, int undated);

    /**
     * Of a digest.
     *
     * @param overdue how much is overdue, whether or not it is among the entries
     */
    default String subject(int overdue, List<Entry> entries) {
        return subject(
                overdue,
                count(entries, Urgency.TODAY),
                count(entries, Urgency.SOON),
                count(entries, Urgency.UNDATED));
    }

    private static int count(List<Entry> entries, Urgency urgency) {
        return Math.toIntExact(
                entries.stream().filter(entry -> entry.urgency() == urgency).count());
    }

    /** A text from outside, with the digits of the language. */
    String text(String text);

    default String text(LocalizedText text) {
        return text(text.in(language()));
    }

    /** What people know a criterion by: its label as it is, else its code. */
    default String criterion(String code, @Nullable String label) {
        return label == null ? text(code) : label;
    }

    /** "and 3 more". */
    String more(int number);

    /** Of a series: "and 2 before it". */
    String before(int number);

    /** That so many items wait for the reader's review. */
    String waiting(int items);

    /** The subject of a mail that so many items were rejected. */
    String rejected(int items);

    /** By whom something was settled, and when. */
    String settledBy(String name, LocalDate on);

    String movedFrom(LocalDate date);

    String round(int round);

    String due(LocalDate date);

    /** Says that newer changes are not known. */
    String stale(LocalDateTime knownAsOf);

    default String phrase(Phrase phrase) {
        return phrase.in(language());
    }
}
