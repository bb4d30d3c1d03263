package org.kongdee.rubric.opening;

import java.util.List;
import org.kongdee.rubric.catalog.Rubrics;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.evidence.Collection;
import org.kongdee.rubric.evidence.Collection.Slot;

/** What a cycle's collection must be: a slot for each criterion that takes evidence. */
final class CollectionContent {

    private CollectionContent() {}

    static Collection of(CycleView cycle, Rubrics rubrics) {
        Rubric rubric = rubrics.scorer(cycle.rubric(), cycle.version()).rubric();
        List<String> channels = rubric.channels().stream().map(Rubric.Named::code).toList();
        return new Collection(
                cycle.period(),
                cycle.status() == CycleView.Status.CLOSED ? "CLOSED" : "OPEN",
                cycle.review().name(),
                rubric.criteria().stream()
                        .filter(criterion -> !criterion.kinds().isEmpty())
                        .map(
                                criterion ->
                                        new Slot(
                                                criterion.code(),
                                                criterion.title(),
                                                criterion.kinds(),
                                                channels))
                        .toList());
    }
}
