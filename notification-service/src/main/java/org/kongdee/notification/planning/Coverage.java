package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kongdee.notification.planning.Plan.Gap;

/** Whose a deadline is, and what is nobody's. */
public final class Coverage {

    private Coverage() {}

    /**
     * What of {@code deadlines} concerns the recipient, and they have not called somebody else's; a
     * director is concerned by all of the unit's.
     */
    public static List<Deadline> concerning(
            Recipient recipient,
            Collection<Deadline> deadlines,
            Map<Silence.Key, Silence> silences) {
        return deadlines.stream()
                .filter(deadline -> recipient.directs(deadline.unit()) || owes(recipient, deadline))
                .filter(deadline -> isHeard(recipient, deadline, silences))
                .toList();
    }

    /** What of {@code deadlines} is theirs to do, and they have not called somebody else's. */
    public static List<Deadline> owed(
            Recipient recipient,
            Collection<Deadline> deadlines,
            Map<Silence.Key, Silence> silences) {
        return deadlines.stream()
                .filter(deadline -> owes(recipient, deadline))
                .filter(deadline -> isHeard(recipient, deadline, silences))
                .toList();
    }

    /** Whether it is theirs to do; what names nobody is the director's. */
    private static boolean owes(Recipient recipient, Deadline deadline) {
        return deadline.isNobodys()
                ? recipient.directs(deadline.unit())
                : recipient.worksInAny(deadline.unit(), deadline.sections())
                        || deadline.persons().contains(recipient.id());
    }

    private static boolean isHeard(
            Recipient recipient, Deadline deadline, Map<Silence.Key, Silence> silences) {
        Silence silence = silences.get(Silence.Key.of(recipient, deadline));
        return silence == null || !silence.notMine();
    }

    /**
     * How much is overdue for the recipient, of what concerns them, as digests count it.
     *
     * @param overdue what is open and was due before the day
     */
    public static int overdue(
            Recipient recipient, Collection<Deadline> overdue, Map<Silence.Key, Silence> silences) {
        return Entry.count(concerning(recipient, overdue, silences));
    }

    /** Owners of open deadlines of whom nobody can be told on {@code date}. */
    public static List<Gap> gaps(
            Collection<Deadline> deadlines,
            List<Recipient> recipients,
            Map<Silence.Key, Silence> silences,
            LocalDate date) {
        Audience audience = new Audience(recipients, silences, date);
        List<Gap> gaps = new ArrayList<>();
        for (Deadline deadline : deadlines) {
            if (deadline.isOpen()) {
                gaps.addAll(audience.gaps(deadline, audience.of(deadline)));
            }
        }
        return gaps;
    }
}
