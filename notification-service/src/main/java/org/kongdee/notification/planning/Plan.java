package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a pass decides: digests to send, and everything that is not sent with the reason why.
 *
 * @param gaps owners of deadlines mentioned on the day who have nobody to be told
 * @param beyond holiday calendars that end before something is due
 */
public record Plan(
        LocalDate date,
        List<Digest> digests,
        List<Suppressed> suppressed,
        List<Skipped> skipped,
        List<Gap> gaps,
        List<Beyond> beyond) {

    /** The same with other accounts of its deadlines. */
    public Plan with(UnaryOperator<Deadline> other) {
        return new Plan(
                date,
                digests.stream().map(digest -> digest.with(other)).toList(),
                suppressed,
                skipped,
                gaps,
                beyond);
    }

    /** The same for a day on which these have had all the mail that they get. */
    public Plan withoutMailTo(Set<String> served) {
        if (served.isEmpty()) {
            return this;
        }
        List<Suppressed> unsaid = new ArrayList<>(suppressed);
        for (Digest digest : digests) {
            String recipient = digest.recipient().id();
            if (served.contains(recipient)) {
                digest.lines()
                        .forEach(
                                line ->
                                        unsaid.add(
                                                new Suppressed(
                                                        line.key(recipient),
                                                        line.deadline().unit(),
                                                        Unsaid.NEXT_DAY)));
            }
        }
        return new Plan(
                date,
                digests.stream().filter(d -> !served.contains(d.recipient().id())).toList(),
                List.copyOf(unsaid),
                skipped,
                gaps,
                beyond);
    }

    /**
     * A holiday calendar that ends before something is due: its reminders may fall on days off.
     *
     * @param until the day up to which it is complete
     * @param deadlines how many open due dates lie after it
     */
    public record Beyond(String calendar, LocalDate until, int deadlines) {}

    /**
     * One mail to one person.
     *
     * @param again its hour if it is the second of the day
     * @param maxLines how many lines it shows
     * @param overdue how much is overdue in all, said in it or not
     */
    public record Digest(
            Recipient recipient,
            LocalTime at,
            LocalTime again,
            int maxLines,
            int overdue,
            List<Line> lines) {

        /** The one unit that it is about; null if it is about several. */
        public @Nullable String unit() {
            Set<String> units = new TreeSet<>(recipient.units());
            lines.forEach(line -> units.add(line.deadline().unit()));
            return units.size() == 1 ? units.iterator().next() : null;
        }

        private Digest with(UnaryOperator<Deadline> other) {
            return new Digest(
                    recipient,
                    at,
                    again,
                    maxLines,
                    overdue,
                    lines.stream()
                            .map(
                                    line ->
                                            new Line(
                                                    other.apply(line.deadline()),
                                                    line.occasion(),
                                                    line.leadDays(),
                                                    line.daysLeft(),
                                                    line.about(),
                                                    line.before()))
                            .toList());
        }
    }

    /**
     * @param leadDays nominal: the policy's day; negative when overdue, 0 on other occasions
     * @param daysLeft actual, counted from the day of the mail; 0 if there is no due date
     * @param about which of several such occasions; see {@link ReminderKey}
     * @param before of a series, how many earlier occurrences are open
     */
    public record Line(
            Deadline deadline,
            Occasion occasion,
            int leadDays,
            int daysLeft,
            LocalDate about,
            int before) {

        /** That it is due in so many days, or so many overdue. */
        public static Line due(Deadline deadline, int leadDays, LocalDate date, int before) {
            return of(deadline, Occasion.DUE, leadDays, date, deadline.day(), before);
        }

        static Line other(Deadline deadline, Occasion occasion, LocalDate date, LocalDate about) {
            return of(deadline, occasion, 0, date, about, 0);
        }

        public static Line of(
                Deadline deadline,
                Occasion occasion,
                int leadDays,
                LocalDate date,
                LocalDate about,
                int before) {
            LocalDate due = deadline.due();
            int daysLeft = due == null ? 0 : Math.toIntExact(due.toEpochDay() - date.toEpochDay());
            return new Line(deadline, occasion, leadDays, daysLeft, about, before);
        }

        /**
         * What is due or overdue is, and once a month what has no date; the rest rides along in a
         * mail that goes anyway.
         */
        public boolean isWorthAMail() {
            return occasion == Occasion.DUE
                    || occasion == Occasion.UNDATED && about.getDayOfMonth() == 1;
        }

        public ReminderKey key(String recipient) {
            return new ReminderKey(
                    recipient, deadline.id(), occasion, leadDays, deadline.due(), about);
        }
    }

    /** A reminder of somebody that is deliberately not sent. */
    public record Suppressed(ReminderKey key, String unit, Unsaid reason) {}

    /** A deadline that would be mentioned, were it still open. */
    public record Skipped(String deadline, @Nullable LocalDate due, DeadlineStatus reason) {}

    /**
     * An owner of whom nobody can be told, or a person named who is no recipient.
     *
     * @param section the owner; null for the unit as a whole, or if it is about a person
     * @param person the key that no recipient has; else null
     * @param directorTold whether a director was told instead
     */
    public record Gap(
            String unit,
            @Nullable String section,
            @Nullable String person,
            String deadline,
            boolean directorTold) {

        static Gap ofSection(Deadline deadline, @Nullable String section, boolean directorTold) {
            return new Gap(deadline.unit(), section, null, deadline.id(), directorTold);
        }

        static Gap ofPerson(Deadline deadline, String person, boolean directorTold) {
            return new Gap(deadline.unit(), null, person, deadline.id(), directorTold);
        }
    }
}
