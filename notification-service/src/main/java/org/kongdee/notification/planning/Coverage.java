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
     * What of {@code deadlines} concerns the recipient; a director is concerned by all of the
     * unit's.
     */
    public static List<Deadline> concerning(Recipient recipient, Collection<Deadline> deadlines) {
        Audience alone = new Audience(List.of(recipient), Map.of(), LocalDate.MAX);
        return deadlines.stream()
                .filter(
                        deadline ->
                                !alone.of(deadline).owners().isEmpty()
                                        || (recipient.role() == Role.DIRECTOR
                                                && recipient.unit().equals(deadline.unit())))
                .toList();
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
            if (deadline.status().isOpen()) {
                gaps.addAll(audience.of(deadline).gaps(deadline));
            }
        }
        return gaps;
    }
}
