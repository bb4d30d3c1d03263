package org.kongdee.rubric.document;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.document.Tree.Place;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.web.text.Message;

/**
 * Checks what a schema cannot say of a plan: that its criteria are those of the rubric and its
 * owners sections of the unit, that its days lie in the cycle, and that its rules ask for kinds
 * which the criterion takes. It reads what can be read and leaves to {@link SchemaCheck} to
 * complain of the rest.
 */
final class PlanCheck {

    private final PlanBasis basis;
    private final Checking checking;

    PlanCheck(PlanBasis basis, Checking checking) {
        this.basis = basis;
        this.checking = checking;
    }

    void plan(Mapping root) {
        if (!(root.get("criteria") instanceof Mapping criteria)) {
            return;
        }
        var known =
                basis.rubric().criteria().stream()
                        .collect(Collectors.toMap(Criterion::code, Function.identity()));
        criteria.fields()
                .forEach(
                        (code, field) -> {
                            String path = "/criteria/" + TreeReader.escape(code);
                            Criterion criterion = known.get(code);
                            if (criterion == null) {
                                checking.fault(
                                        path,
                                        field.place(),
                                        Message.of(
                                                        "the rubric has no criterion %s",
                                                        Excerpt.of(code))
                                                .then(
                                                        checking.suggestions()
                                                                .of(code, known.keySet())));
                            } else if (field.value() instanceof Mapping entry) {
                                entry(criterion, entry, path);
                            }
                        });
    }

    void entry(Criterion criterion, Mapping entry, String path) {
        boolean owned = owners(entry, path);
        checking.distinct(entry, "persons", path);
        checking.uniqueCodes(entry, "milestones", path, new HashSet<>());
        Set<String> kinds = Set.copyOf(criterion.kinds());
        List<Tree> milestones = entry.items("milestones");
        for (int i = 0; i < milestones.size(); i++) {
            if (milestones.get(i) instanceof Mapping milestone) {
                String milestonePath = path + "/milestones/" + i;
                due(milestone, milestonePath);
                each(milestone, milestonePath);
                if (!owners(milestone, milestonePath) && !owned) {
                    checking.fault(
                            milestonePath,
                            milestone.place(),
                            Message.of(
                                    "nobody owes it: neither the milestone nor its criterion has owners"));
                }
                rule(milestone, milestonePath, kinds);
            }
        }
    }

    private void due(Mapping milestone, String path) {
        String due = milestone.text("due");
        if (due == null || !DueDay.FORM.matcher(due).matches()) {
            return;
        }
        try {
            if (DueDay.parse(due).in(basis.period()).isEmpty()) {
                checking.fault(milestone, "due", path, outside(due));
            }
        } catch (DateTimeException e) {
            checking.fault(milestone, "due", path, Message.of("there is no day %s", due));
        }
    }

    private void each(Mapping milestone, String path) {
        if (milestone.get("each") != null && basis.sections().isEmpty()) {
            checking.fault(
                    milestone,
                    "each",
                    path,
                    Message.of("the unit has no sections that could each owe it"));
        }
    }

    /** Whether there are any. */
    private boolean owners(Mapping owner, String path) {
        checking.distinct(owner, "owners", path);
        List<Tree> owners = owner.items("owners");
        for (int i = 0; i < owners.size(); i++) {
            String section = owners.get(i).string();
            Place place = owners.get(i).place();
            if (section == null) {
                continue;
            }
            if (section.equals(PlanEntry.EVERYONE)) {
                if (owners.size() > 1) {
                    checking.fault(
                            path + "/owners/" + i,
                            place,
                            Message.of("ALL is every section already; name no other beside it"));
                }
            } else if (!basis.sections().contains(section)) {
                checking.fault(
                        path + "/owners/" + i,
                        place,
                        Message.of("the unit has no section %s", Excerpt.of(section))
                                .then(checking.suggestions().of(section, basis.sections())));
            }
        }
        return !owners.isEmpty();
    }

    private void rule(Mapping milestone, String path, Set<String> kinds) {
        Rule rule = checking.rule(milestone, path, kinds);
        if (rule == null) {
            return;
        }
        for (MonthDay day : new TreeSet<>(rule.monthDays())) {
            if (basis.period().dateOf(day).isEmpty()) {
                checking.fault(milestone, "when", path, outside(day.toString()));
            }
        }
    }

    private Message outside(String day) {
        return Message.of(
                "%s falls outside the cycle, %s to %s",
                day, basis.period().start(), basis.period().end());
    }
}
