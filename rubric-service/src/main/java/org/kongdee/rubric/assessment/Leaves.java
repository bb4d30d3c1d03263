package org.kongdee.rubric.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.scoring.Ceiling;
import org.kongdee.rubric.scoring.Mark;
import org.kongdee.rubric.scoring.PartPoints;
import org.kongdee.rubric.scoring.Result;
import org.kongdee.rubric.scoring.Scorer;

/**
 * The marks of all criteria of a stage as they are stored, in the rubric's order: null for
 * unscored, {@code NA} for not applicable, {@code 1.5} for points, {@code 1+0.75} for the points of
 * a composite's parts.
 */
public final class Leaves {

    private static final String NOT_APPLICABLE = "NA";

    private Leaves() {}

    public static @Nullable String encode(Mark mark) {
        return switch (mark) {
            case Mark.Unscored _ -> null;
            case Mark.NotApplicable _ -> NOT_APPLICABLE;
            case Mark.Points(BigDecimal points, List<PartPoints> parts) when parts.isEmpty() ->
                    points.toPlainString();
            case Mark.Points(_, List<PartPoints> parts) ->
                    parts.stream()
                            .map(part -> part.points().toPlainString())
                            .collect(Collectors.joining("+"));
        };
    }

    public static Mark decode(Criterion criterion, @Nullable String leaf) {
        if (leaf == null) {
            return Mark.UNSCORED;
        }
        if (leaf.equals(NOT_APPLICABLE)) {
            return Mark.NOT_APPLICABLE;
        }
        return criterion.scheme() instanceof Scheme.Ladders ladders
                ? climbed(ladders, leaf)
                : Mark.points(new BigDecimal(leaf));
    }

    /**
     * The mark of a criterion by its number. A cycle that is still prepared may have leaves of
     * another rubric, in which nothing is scored.
     */
    public static Mark decode(Scorer scorer, @Nullable String[] leaves, int index) {
        return decode(scorer.criteria().get(index), index < leaves.length ? leaves[index] : null);
    }

    /** All leaves of a stage as PostgreSQL writes an array; they hold digits and signs only. */
    public static String literal(List<@Nullable String> leaves) {
        return leaves.stream()
                .map(leaf -> leaf == null ? "NULL" : leaf)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * The codes of the criteria whose marks are above what the evidence backs.
     *
     * @param ceilings what it backs, in the rubric's order
     */
    public static List<String> above(
            List<Criterion> criteria, @Nullable String[] leaves, @Nullable String[] ceilings) {
        List<String> above = new ArrayList<>();
        for (int i = 0; i < leaves.length; i++) {
            Criterion criterion = criteria.get(i);
            if (decode(criterion, ceilings[i]) instanceof Mark.Points ceiling
                    && Ceiling.isExceeded(criterion, decode(criterion, leaves[i]), ceiling)) {
                above.add(criterion.code());
            }
        }
        return above;
    }

    /**
     * The result of a stage if each criterion counted no more than the evidence backs of it; empty
     * if that is what it is already.
     */
    public static Optional<Result> backed(
            Scorer scorer, @Nullable String[] leaves, @Nullable String[] ceilings) {
        Mark[] marks = new Mark[leaves.length];
        boolean lowered = false;
        for (int i = 0; i < leaves.length; i++) {
            Criterion criterion = scorer.criteria().get(i);
            Mark mark = decode(criterion, leaves[i]);
            // What is taken away needs no evidence.
            marks[i] = criterion.deducts() ? mark : lower(mark, decode(criterion, ceilings[i]));
            lowered |= !marks[i].equals(mark);
        }
        return lowered ? Optional.of(scorer.score(index -> marks[index])) : Optional.empty();
    }

    private static Mark lower(Mark mark, Mark ceiling) {
        return mark instanceof Mark.Points points
                        && ceiling instanceof Mark.Points most
                        && most.points().compareTo(points.points()) < 0
                ? Mark.points(most.points())
                : mark;
    }

    /** The result of a stage, from its leaves. */
    public static Result score(Scorer scorer, @Nullable String[] leaves) {
        Mark[] marks = new Mark[scorer.criteria().size()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = decode(scorer, leaves, i);
        }
        return scorer.score(index -> marks[index]);
    }

    private static Mark climbed(Scheme.Ladders ladders, String leaf) {
        // A leaf of one number alone is the points of a ladder; or an unconfirmed "not applicable",
        // which counts 0, in no part.
        if (ladders.isNameless() || (ladders.parts().size() > 1 && leaf.indexOf('+') < 0)) {
            return Mark.points(new BigDecimal(leaf));
        }
        Iterator<String> points = Arrays.asList(leaf.split("\\+", -1)).iterator();
        return Mark.climbed(ladders, _ -> new BigDecimal(points.next()));
    }
}
