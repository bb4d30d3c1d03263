package org.kongdee.rubric.evidence;

import java.util.List;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.evidence.Collection.Kind;
import org.kongdee.rubric.evidence.Collection.Slot;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.rule.Vocabulary;

/** What a cycle's collection must be: a slot for each criterion. */
final class CollectionContent {

    private CollectionContent() {}

    static Collection of(CycleView cycle, Rubrics rubrics) {
        Rubric rubric = rubrics.scorer(cycle.rubric(), cycle.version()).rubric();
        List<String> channels = rubric.channels().stream().map(Rubric.Named::code).toList();
        return new Collection(
                cycle.period(),
                cycle.timeZone(),
                cycle.status() == CycleView.Status.CLOSED ? "CLOSED" : "OPEN",
                cycle.review().name(),
                rubric.criteria().stream()
                        .map(criterion -> slot(criterion, rubric, channels))
                        .toList());
    }

    private static Slot slot(Criterion criterion, Rubric rubric, List<String> channels) {
        Vocabulary vocabulary = rubric.vocabulary();
        return new Slot(
                criterion.code(),
                criterion.title().filled(),
                criterion.kinds().stream()
                        .map(kind -> new Kind(kind, vocabulary.kind(kind)))
                        .toList(),
                channels);
    }
}
