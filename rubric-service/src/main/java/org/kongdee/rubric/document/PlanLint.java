package org.kongdee.rubric.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kongdee.web.text.Message;

/**
 * Finds what is legal in a plan but odd: what follows something up and is due before it, and days
 * of the rubric that the cycle leaves out.
 */
final class PlanLint {

    private final Plan plan;
    private final PlanBasis basis;
    private final List<Lint.Finding> findings = new ArrayList<>();

    private PlanLint(Plan plan, PlanBasis basis) {
        this.plan = plan;
        this.basis = basis;
    }

    static List<Lint.Finding> of(Plan plan, PlanBasis basis) {
        var lint = new PlanLint(plan, basis);
        lint.basis.rubric().criteria().forEach(lint::follows);
        lint.basis.rubric().criteria().forEach(lint::leftOut);
        return List.copyOf(lint.findings);
    }

    private void follows(Criterion criterion) {
        if (criterion.follows() == null) {
            return;
        }
        Optional<LocalDate> before = first(criterion.follows());
        if (before.isEmpty()) {
            return;
        }
        List<PlanMilestone> milestones = plan.of(criterion.code()).milestones();
        for (int i = 0; i < milestones.size(); i++) {
            LocalDate due = milestones.get(i).day().in(basis.period()).orElse(null);
            if (due != null && due.isBefore(before.get())) {
                findings.add(
                        new Lint.Finding(
                                "/criteria/%s/milestones/%d/due".formatted(criterion.code(), i),
                                Message.of(
                                        "%s is due on %s, before %s on %s, which it follows",
                                        criterion.code(), due, criterion.follows(), before.get())));
            }
        }
    }

    /** When the first of a criterion is due, be it planned or fixed by the rubric. */
    private Optional<LocalDate> first(String code) {
        Stream<Optional<LocalDate>> planned =
                plan.of(code).milestones().stream().map(m -> m.day().in(basis.period()));
        Stream<Optional<LocalDate>> fixed =
                basis.rubric().criteria().stream()
                        .filter(criterion -> criterion.code().equals(code))
                        .flatMap(criterion -> criterion.deadlines().stream())
                        .map(deadline -> basis.period().dateOf(deadline.due()));
        return Stream.concat(planned, fixed)
                .map(date -> date.orElse(null))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private void leftOut(Criterion criterion) {
        for (Deadline deadline : criterion.deadlines()) {
            if (basis.period().dateOf(deadline.due()).isEmpty()) {
                findings.add(
                        new Lint.Finding(
                                "",
                                Message.of(
                                        "the rubric's deadline %s of %s, %s, falls outside the cycle and is left out",
                                        deadline.code(), criterion.code(), deadline.due())));
            }
        }
    }
}
