package org.kongdee.rubric.sheet;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.DocumentText;
import org.kongdee.rubric.document.Group;
import org.kongdee.rubric.document.Node;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.evidence.EvidenceKind;
import org.kongdee.rubric.milestone.MilestoneView;
import org.kongdee.rubric.readiness.CriterionReadiness.Missing;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Standing;
import org.kongdee.rubric.sheet.SheetCriterion.EvidenceCount;
import org.kongdee.web.text.LocalizedText;

/** Makes the lines of a sheet. */
final class SheetLines {

    private final Rubric rubric;
    private final StoredSheet stored;
    private final Map<String, List<MilestoneView>> milestones;
    private final Map<String, List<CountedItem>> items;
    private final Map<String, List<String>> paths = new HashMap<>();

    SheetLines(Rubric rubric, StoredSheet stored, Map<String, List<MilestoneView>> milestones) {
        this.rubric = rubric;
        this.stored = stored;
        this.milestones = milestones;
        this.items = stored.evidence().items().stream().collect(groupingBy(CountedItem::slot));
        note(List.of(), rubric.nodes());
    }

    private void note(List<String> path, List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Criterion criterion -> paths.put(criterion.code(), path);
                case Group group -> {
                    List<String> inside = new ArrayList<>(path);
                    inside.add(group.code());
                    note(List.copyOf(inside), group.nodes());
                }
            }
        }
    }

    SheetCriterion of(Standing.Line line) {
        Criterion criterion = line.criterion();
        String code = criterion.code();
        PlanEntry planned = stored.planned(code);
        return new SheetCriterion(
                code,
                criterion.title().filled(),
                criterion.label(),
                paths.getOrDefault(code, List.of()),
                filled(criterion.description()),
                filled(criterion.approach()),
                criterion.examples().stream().map(DocumentText::filled).toList(),
                filled(criterion.zero()),
                criterion.kinds().stream().map(kind -> EvidenceKind.of(rubric, kind)).toList(),
                planned.owners(),
                planned.persons(),
                filled(planned.text()),
                filled(planned.result()),
                milestones.getOrDefault(code, List.of()),
                evidence(criterion),
                line.applicable(),
                criterion.deducts(),
                Exact.plain(criterion.max()),
                Exact.plain(line.backed()),
                line.claimed() == null ? null : Exact.plain(line.claimed()),
                null,
                line.applicable() ? Missing.of(line.support()) : List.of());
    }

    private List<EvidenceCount> evidence(Criterion criterion) {
        List<CountedItem> filed = items.getOrDefault(criterion.code(), List.of());
        Set<String> kinds = new LinkedHashSet<>(criterion.kinds());
        Set<String> others = new TreeSet<>();
        filed.stream()
                .filter(item -> item.accepted() || item.isWaiting())
                .forEach(item -> others.add(item.kind()));
        kinds.addAll(others);
        return kinds.stream().map(kind -> count(kind, filed)).toList();
    }

    private EvidenceCount count(String kind, List<CountedItem> filed) {
        List<CountedItem> those = filed.stream().filter(item -> item.kind().equals(kind)).toList();
        return new EvidenceCount(
                kind,
                EvidenceKind.of(rubric, kind).title(),
                (int) those.stream().filter(item -> item.counts(stored.today())).count(),
                (int) those.stream().filter(CountedItem::isWaiting).count());
    }

    private static @Nullable LocalizedText filled(@Nullable DocumentText text) {
        return text == null ? null : text.filled();
    }
}
