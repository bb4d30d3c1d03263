package org.kongdee.rubric.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.assessment.UnitsEnrolled;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.cycle.CycleView.Status;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.PlanBasis;
import org.kongdee.rubric.document.PlanDocument;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.Warning;
import org.kongdee.rubric.plan.PlannedCriterion.Key;
import org.kongdee.rubric.plan.Plans.Head;
import org.kongdee.rubric.rubric.DocumentProblem;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Put;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Message;

/**
 * Keeps the plans of units. Whoever writes one holds it, so that each sees what the other wrote;
 * what both write for different criteria stands side by side.
 */
@ApplicationScoped
public class PlanService {

    private final Plans plans;
    private final PlannedCriterionRepository entries;
    private final PlanHistory history;
    private final PlanRules rules;
    private final CycleService cycles;
    private final AssessmentService assessments;
    private final Enrolments enrolments;
    private final Rubrics rubrics;
    private final Event<PlanChanged> changed;
    private final Caller caller;
    private final Clock clock;

    PlanService(
            Plans plans,
            PlannedCriterionRepository entries,
            PlanHistory history,
            PlanRules rules,
            CycleService cycles,
            AssessmentService assessments,
            Enrolments enrolments,
            Rubrics rubrics,
            Event<PlanChanged> changed,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.entries = entries;
        this.history = history;
        this.rules = rules;
        this.cycles = cycles;
        this.assessments = assessments;
        this.enrolments = enrolments;
        this.rubrics = rubrics;
        this.changed = changed;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A plan that its writer holds.
     *
     * @param unit with its sections
     * @param rubric what the unit's group has of it
     */
    record Held(CycleView cycle, Enrolment unit, Rubric rubric, Head head, Plan plan) {

        PlanBasis basis() {
            return new PlanBasis(rubric, Set.copyOf(unit.sectionCodes()), cycle.period());
        }

        String etag() {
            return ETags.of(head.revision());
        }
    }

    void whenEnrolled(@Observes UnitsEnrolled enrolled) {
        plans.begin(enrolled.cycle().cycle(), enrolled.units());
    }

    void whenOpened(@Observes CycleOpened opened) {
        plans.opened(opened.cycle().cycle());
    }

    Versioned<PlanView> get(String cycle, String unit) {
        Held there = read(cycle, unit);
        return new Versioned<>(view(there), there.etag());
    }

    Versioned<String> yaml(String cycle, String unit) {
        Held there = read(cycle, unit);
        return new Versioned<>(PlanDocument.toYaml(there.plan()), there.etag());
    }

    Versioned<PlanEntryView> entry(String cycle, String unit, String criterion) {
        Held there = read(cycle, unit);
        PlannedCriterion found =
                entries.findByIdOptional(new Key(cycle, unit, criterion))
                        .orElseThrow(() -> notPlanned(criterion));
        return new Versioned<>(view(found, there), found.etag());
    }

    Page<PlanHistoryEntry> history(String cycle, String unit, Paging paging) {
        assessments.mustBeThere(cycle, unit);
        return history.page(cycle, unit, paging);
    }

    @Transactional
    Written<PlanView> put(
            String cycle,
            String unit,
            byte[] document,
            @Nullable IfMatch ifMatch,
            @Nullable String reason) {
        Held there = hold(cycle, unit);
        Plan wanted = accepted(PlanDocument.parse(document, there.basis()));
        boolean isNew = there.head().revision() == 0;
        boolean same = wanted.equals(there.plan()) && !isNew;
        // Who has read that nothing is planned yet has seen an ETag, and may send it.
        String etag = isNew && ifMatch == null ? null : there.etag();
        return switch (Put.decide(ifMatch, etag, same)) {
            case NOTHING -> new Written<>(view(there), there.etag(), false);
            case CREATE, CHANGE -> {
                Held now = write(there, wanted, reason);
                yield new Written<>(view(now), now.etag(), isNew);
            }
        };
    }

    @Transactional
    Written<PlanEntryView> putEntry(
            String cycle,
            String unit,
            String code,
            byte[] document,
            @Nullable IfMatch ifMatch,
            @Nullable String reason) {
        Held there = hold(cycle, unit);
        Criterion criterion = criterion(there.rubric(), code);
        PlanEntry wanted = accepted(PlanDocument.parseEntry(document, criterion, there.basis()));
        PlannedCriterion before = entries.findByIdOptional(new Key(cycle, unit, code)).orElse(null);
        return switch (Put.decide(
                ifMatch,
                before == null ? null : before.etag(),
                before != null && before.entry().equals(wanted))) {
            case NOTHING -> {
                PlannedCriterion same = Objects.requireNonNull(before);
                yield new Written<>(view(same, there), same.etag(), false);
            }
            case CREATE, CHANGE -> {
                Held now = write(there, with(there, code, wanted), reason);
                PlannedCriterion after = entries.findById(new Key(cycle, unit, code));
                yield new Written<>(view(after, now), after.etag(), before == null);
            }
        };
    }

    @Transactional
    void deleteEntry(
            String cycle,
            String unit,
            String code,
            @Nullable IfMatch ifMatch,
            @Nullable String reason) {
        Held there = hold(cycle, unit);
        PlannedCriterion before =
                entries.findByIdOptional(new Key(cycle, unit, code))
                        .orElseThrow(() -> notPlanned(code));
        IfMatch.require(ifMatch, before.etag());
        Held unused = write(there, with(there, code, null), reason);
    }

    /**
     * Holds the plan of a unit for a change, if the caller may change it and the cycle takes it.
     */
    Held hold(String cycle, String unit) {
        if (!caller.is(Roles.ORGANISER) && !caller.isOf(unit)) {
            throw new Forbidden(
                    Message.of("Only officers of the unit and organisers write its plan."));
        }
        CycleView there = cycles.getHeld(cycle);
        if (there.status() == Status.CLOSED) {
            throw new Conflict(
                    "cycle-state",
                    Message.of("The cycle is CLOSED; plans change while it is DRAFT or OPEN."));
        }
        Head head =
                plans.hold(cycle, unit)
                        .orElseThrow(() -> AssessmentService.notEnrolled(cycle, unit));
        return held(there, unit, head);
    }

    private Held read(String cycle, String unit) {
        caller.mustSee(unit);
        Head head =
                plans.head(cycle, unit)
                        .orElseThrow(() -> AssessmentService.notEnrolled(cycle, unit));
        return held(cycles.get(cycle).view(), unit, head);
    }

    private Held held(CycleView cycle, String unit, Head head) {
        Enrolment enrolled = enrolments.of(cycle.cycle(), List.of(unit)).getFirst();
        Rubric rubric = rubrics.scorer(cycle.rubric(), cycle.version(), enrolled.group()).asked();
        return new Held(cycle, enrolled, rubric, head, plans.of(cycle.cycle(), unit, rubric));
    }

    /**
     * Puts a plan in the place of another, and tells who makes milestones of it.
     *
     * @throws RuleBroken if the cycle is open, a milestone moves or goes, and no reason is given
     */
    Held write(Held there, Plan wanted, @Nullable String reason) {
        Stamp stamp = new Stamp(clock.instant(), caller.subject(), caller.name());
        if (there.cycle().status() == Status.OPEN && reason == null) {
            List<String> lost = Moves.between(there, wanted, rules.of(there.rubric()));
            if (!lost.isEmpty()) {
                throw new RuleBroken(
                        "reason-needed",
                        Message.of(
                                "The cycle is open, and milestones move or go: %s. Say why in the parameter reason.",
                                lost),
                        List.of(
                                FieldError.parameter(
                                        "reason",
                                        Message.of("why milestones move or go; kept with them"))));
            }
        }
        return write(there, wanted, reason, null, stamp);
    }

    /**
     * The same for who has asked for a reason already.
     *
     * @param joined sections that have just joined; null if the unit has the sections that it had
     */
    Held write(
            Held there,
            Plan wanted,
            @Nullable String reason,
            @Nullable Set<String> joined,
            Stamp stamp) {
        String cycle = there.cycle().cycle();
        String unit = there.unit().unit();
        Map<String, PlannedCriterion> stored = entries.of(cycle, unit);
        var changes = new ArrayList<PlanHistory.Change>();
        for (String code : codes(there.plan(), wanted)) {
            PlanEntry before = there.plan().criteria().get(code);
            PlanEntry after = wanted.criteria().get(code);
            if (!Objects.equals(before, after)) {
                store(new Key(cycle, unit, code), stored.get(code), after, stamp);
                changes.add(new PlanHistory.Change(code, before, after));
            }
        }
        entries.write();
        history.keep(cycle, unit, changes, reason, stamp);
        plans.changed(cycle, unit, stamp);
        Set<String> touched = new TreeSet<>();
        if (joined == null) {
            changes.forEach(change -> touched.add(change.criterion()));
        } else {
            there.rubric().criteria().forEach(criterion -> touched.add(criterion.code()));
        }
        changed.fire(
                new PlanChanged(
                        there.cycle(),
                        there.unit(),
                        wanted,
                        touched,
                        joined == null ? Set.of() : joined,
                        reason,
                        stamp));
        var head = new Head(there.head().revision() + 1, stamp.at(), stamp.by(), stamp.byName());
        return new Held(there.cycle(), there.unit(), there.rubric(), head, wanted);
    }

    private void store(
            Key key, @Nullable PlannedCriterion stored, @Nullable PlanEntry after, Stamp stamp) {
        if (stored == null && after != null) {
            entries.persist(new PlannedCriterion(key, after, stamp));
        } else if (stored != null && after != null) {
            stored.become(after, stamp);
        } else if (stored != null) {
            entries.delete(stored);
        }
    }

    private static Set<String> codes(Plan before, Plan after) {
        Set<String> codes = new TreeSet<>(before.criteria().keySet());
        codes.addAll(after.criteria().keySet());
        return codes;
    }

    private static Plan with(Held there, String code, @Nullable PlanEntry entry) {
        Map<String, PlanEntry> entries = new HashMap<>(there.plan().criteria());
        if (entry == null) {
            entries.remove(code);
        } else {
            entries.put(code, entry);
        }
        return Plans.inOrder(there.rubric(), entries);
    }

    private static Criterion criterion(Rubric rubric, String code) {
        return rubric.criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow(() -> NotFound.of("criterion", code));
    }

    private static PlanView view(Held held) {
        return new PlanView(
                held.cycle().cycle(),
                held.unit().unit(),
                new LinkedHashMap<>(held.plan().criteria()),
                held.plan().milestones(),
                PlanDocument.warnings(held.plan(), held.basis()),
                held.head().changedAt(),
                held.head().changedBy(),
                held.head().changedByName());
    }

    private static PlanEntryView view(PlannedCriterion planned, Held held) {
        String path = "/criteria/" + planned.id().criterion();
        List<Warning> warnings =
                PlanDocument.warnings(held.plan(), held.basis()).stream()
                        .filter(warning -> warning.path().startsWith(path + "/"))
                        .map(warning -> warning.within(path))
                        .toList();
        return PlanEntryView.of(planned, warnings);
    }

    private static <T> T accepted(Reading<T> reading) {
        return DocumentProblem.unlessAccepted(reading, "invalid-plan", Message.of("The plan"))
                .content();
    }

    private static NotFound notPlanned(String criterion) {
        return new NotFound(Message.of("Nothing is planned for criterion '%s'.", criterion));
    }
}
