package org.kongdee.rubric.document;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.document.Tree.Place;
import org.kongdee.rubric.document.Tree.Scalar;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.RuleFault;
import org.kongdee.rubric.rule.Suggestions;

/**
 * Checks what a schema cannot say of a plan: that its criteria are those of the rubric and its
 * owners sections of the unit, that its days lie in the cycle, and that its rules ask for kinds
 * which the criterion takes. It reads what can be read and leaves to {@link SchemaCheck} to
 * complain of the rest.
 */
final class PlanCheck {

    private final PlanBasis basis;
    private final RuleCompiler compiler;
    private final Suggestions suggestions;
    private final RulePlaces places;
    private final Faults faults;

    PlanCheck(
            PlanBasis basis,
            RuleCompiler compiler,
            Suggestions suggestions,
            RulePlaces places,
            Faults faults) {
        this.basis = basis;
        this.compiler = compiler;
        this.suggestions = suggestions;
        this.places = places;
        this.faults = faults;
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
                                faults.add(
                                        path,
                                        field.place(),
                                        "the rubric has no criterion %s%s"
                                                .formatted(
                                                        Excerpt.of(code),
                                                        suggestions.of(code, known.keySet())));
                            } else if (field.value() instanceof Mapping entry) {
                                entry(criterion, entry, path);
                            }
                        });
    }

    void entry(Criterion criterion, Mapping entry, String path) {
        boolean owned = owners(entry, path);
        distinct(entry, "persons", path);
        Set<String> codes = new HashSet<>();
        Set<String> kinds = Set.copyOf(criterion.kinds());
        List<Tree> milestones = entry.items("milestones");
        for (int i = 0; i < milestones.size(); i++) {
            if (milestones.get(i) instanceof Mapping milestone) {
                String milestonePath = path + "/milestones/" + i;
                code(milestone, milestonePath, codes);
                due(milestone, milestonePath);
                each(milestone, milestonePath);
                if (!owners(milestone, milestonePath) && !owned) {
                    faults.add(
                            milestonePath,
                            milestone.place(),
                            "nobody owes it: neither the milestone nor its criterion has owners");
                }
                rule(milestone, milestonePath, kinds);
            }
        }
    }

    private void code(Mapping milestone, String path, Set<String> codes) {
        String code = milestone.text("code");
        if (code != null && !codes.add(code)) {
            fault(milestone, "code", path, "the code " + Excerpt.of(code) + " is taken");
        }
    }

    private void due(Mapping milestone, String path) {
        String due = milestone.text("due");
        if (due == null || !DueDay.FORM.matcher(due).matches()) {
            return;
        }
        try {
            if (DueDay.parse(due).in(basis.period()).isEmpty()) {
                fault(milestone, "due", path, due + " falls outside the cycle, " + period());
            }
        } catch (DateTimeException e) {
            fault(milestone, "due", path, "there is no day " + due);
        }
    }

    private void each(Mapping milestone, String path) {
        if (milestone.get("each") != null && basis.sections().isEmpty()) {
            fault(milestone, "each", path, "the unit has no sections that could each owe it");
        }
    }

    /** Whether there are any. */
    private boolean owners(Mapping owner, String path) {
        distinct(owner, "owners", path);
        List<Tree> owners = owner.items("owners");
        for (int i = 0; i < owners.size(); i++) {
            String section = text(owners.get(i));
            Place place = owners.get(i).place();
            if (section == null) {
                continue;
            }
            if (section.equals(PlanEntry.EVERYONE)) {
                if (owners.size() > 1) {
                    faults.add(path + "/owners/" + i, place, "ALL stands alone");
                }
            } else if (!basis.sections().contains(section)) {
                faults.add(
                        path + "/owners/" + i,
                        place,
                        "the unit has no section %s%s"
                                .formatted(
                                        Excerpt.of(section),
                                        suggestions.of(section, basis.sections())));
            }
        }
        return !owners.isEmpty();
    }

    private void distinct(Mapping owner, String list, String path) {
        Set<String> seen = new HashSet<>();
        List<Tree> items = owner.items(list);
        for (int i = 0; i < items.size(); i++) {
            String text = text(items.get(i));
            if (text != null && !seen.add(text)) {
                faults.add(
                        "%s/%s/%d".formatted(path, list, i),
                        items.get(i).place(),
                        Excerpt.of(text) + " is named twice");
            }
        }
    }

    private void rule(Mapping milestone, String path, Set<String> kinds) {
        if (!(milestone.get("when") instanceof Scalar scalar)
                || scalar.type() != Scalar.Type.STRING) {
            return;
        }
        RuleCompiler.Compilation compilation = compiler.compile(scalar.text(), kinds);
        for (RuleFault problem : compilation.faults()) {
            faults.add(path + "/when", places.place(scalar, problem.offset()), problem.message());
        }
        if (compilation.rule() != null) {
            for (MonthDay day : new TreeSet<>(compilation.rule().monthDays())) {
                if (basis.period().dateOf(day).isEmpty()) {
                    fault(milestone, "when", path, day + " falls outside the cycle, " + period());
                }
            }
        }
    }

    private String period() {
        return basis.period().start() + " to " + basis.period().end();
    }

    private void fault(Mapping owner, String field, String path, String message) {
        Tree value = owner.get(field);
        faults.add(path + "/" + field, value == null ? owner.place() : value.place(), message);
    }

    private static @Nullable String text(Tree value) {
        return value instanceof Scalar scalar && scalar.type() == Scalar.Type.STRING
                ? scalar.text()
                : null;
    }
}
