package org.kongdee.notification.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.kongdee.notification.deadline.Milestone;
import org.kongdee.notification.deadline.MilestoneRepository;
import org.kongdee.notification.milestone.RubricRestClient.Cycle;
import org.kongdee.notification.notice.RubricNotice;
import org.kongdee.notification.notice.RubricNoticeRepository;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.standing.Standing;
import org.kongdee.notification.standing.StandingRepository;

/** What is mirrored, in the rooms where it is used. */
@ApplicationScoped
class Mirrored {

    private static final Logger LOG = Logger.getLogger(Mirrored.class);

    private final MilestoneRepository milestones;
    private final StandingRepository standings;
    private final RubricNoticeRepository notices;
    private final PolicyRepository policies;
    private final Clock clock;

    Mirrored(
            MilestoneRepository milestones,
            StandingRepository standings,
            RubricNoticeRepository notices,
            PolicyRepository policies,
            Clock clock) {
        this.milestones = milestones;
        this.standings = standings;
        this.notices = notices;
        this.policies = policies;
        this.clock = clock;
    }

    void milestones(Cycle cycle, List<Milestone> told) {
        if (told.isEmpty()) {
            return;
        }
        milestones.put(
                cycle.cycle(), cycle.period().end(), lastWords(told, Milestone::id), today());
        LOG.infof("mirrored %d milestones of %s", told.size(), cycle.cycle());
    }

    void standings(String cycle, List<Standing> told) {
        standings.put(cycle, lastWords(told, Standing::unit));
    }

    void notices(String cycle, List<RubricNotice> told) {
        notices.put(cycle, lastWords(told, RubricNotice::id));
    }

    /** Nothing is asked for any more, and nobody looks at where the units stood. */
    void close(String cycle) {
        milestones.close(cycle);
        standings.remove(cycle);
        notices.remove(cycle);
    }

    /**
     * Of each key what was told of it last; a statement can't write the same row twice, and a sync
     * that failed for that would never get past it.
     */
    private static <T> Collection<T> lastWords(List<T> told, Function<T, String> key) {
        Map<String, T> last = new LinkedHashMap<>();
        told.forEach(each -> last.put(key.apply(each), each));
        return last.values();
    }

    private LocalDate today() {
        return policies.policies().today("", clock.instant());
    }
}
