package org.kongdee.rubric.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kongdee.rubric.assessment.UnitCursor;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.cycle.CycleView.Status;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.rubric.standing.StandingRepository.Touched;
import org.kongdee.web.security.Caller;

/** Works out where units stand when it is asked. */
@ApplicationScoped
class StandingService {

    private final StandingRepository repository;
    private final CycleService cycles;
    private final Rubrics rubrics;
    private final Caller caller;
    private final Clock clock;

    StandingService(
            StandingRepository repository,
            CycleService cycles,
            Rubrics rubrics,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.cycles = cycles;
        this.rubrics = rubrics;
        this.caller = caller;
        this.clock = clock;
    }

    /** Changes in the order in which they became visible, and where to go on. */
    record Changes(List<StandingView> standings, UnitCursor cursor) {}

    /** Nothing of a cycle that is still prepared: its rubric may change yet. */
    Changes changes(String cycle, UnitCursor after, int size) {
        CycleView there = cycles.get(cycle).view();
        if (there.status() == Status.DRAFT) {
            return new Changes(List.of(), after);
        }
        String only = caller.onlyUnit();
        LocalDate today = there.day(clock.instant());
        List<Touched> touched = repository.after(there.cycle(), only, after, size);
        return new Changes(
                touched.stream().map(each -> view(there, each.standing(), today)).toList(),
                touched.isEmpty() ? after : touched.getLast().cursor());
    }

    private StandingView view(CycleView cycle, UnitStanding standing, LocalDate today) {
        Scorer scorer = rubrics.scorer(cycle.rubric(), cycle.version(), standing.unit().group());
        return standing.view(scorer, cycle.period(), today);
    }
}
