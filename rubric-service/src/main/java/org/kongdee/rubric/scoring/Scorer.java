package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Aggregate;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Group;
import org.kongdee.rubric.document.Node;
import org.kongdee.rubric.document.Rubric;

/**
 * A rubric made ready to score many units: its criteria are numbered from 0 in the order of the
 * document, and what only depends on the rubric is worked out once. Immutable, for many threads.
 *
 * <p>What does not apply leaves a sum with its maximum, a mean with its divisor, and the weights of
 * its siblings are taken relative to what remains. Where something inside a child of a mean does
 * not apply, the child counts by the share of its points in what does apply.
 */
public final class Scorer {

    private final Rubric rubric;
    private final List<Criterion> criteria;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Branch root;

    /**
     * A node with the maximum and the weight of each child as fractions; {@code index} counts
     * criteria.
     */
    private sealed interface Plan {}

    private record Leaf(Criterion node, int index, BigFraction max) implements Plan {}

    private record Branch(
            Group node, List<Plan> children, List<BigFraction> weights, BigFraction max)
            implements Plan {}

    public Scorer(Rubric rubric) {
        this.rubric = rubric;
        this.criteria = rubric.criteria();
        for (int i = 0; i < criteria.size(); i++) {
            indexes.put(criteria.get(i).code(), i);
        }
        this.root =
                branch(
                        new Group(
                                rubric.code(),
                                rubric.title(),
                                null,
                                rubric.aggregate(),
                                rubric.nodes()));
    }

    public Rubric rubric() {
        return rubric;
    }

    /** The criteria by their number. */
    public List<Criterion> criteria() {
        return criteria;
    }

    /** The number of a criterion; empty if the rubric has none of that code. */
    public OptionalInt indexOf(String code) {
        Integer index = indexes.get(code);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** Scores a unit, given the mark of each criterion by its number. */
    public Result score(IntFunction<Mark> marks) {
        int scored = 0;
        for (int i = 0; i < criteria.size(); i++) {
            if (!(marks.apply(i) instanceof Mark.Unscored)) {
                scored++;
            }
        }
        return new Result(rubric, score(root, marks), scored, criteria.size());
    }

    private Plan plan(Node node) {
        return switch (node) {
            case Criterion criterion ->
                    new Leaf(
                            criterion,
                            indexes.getOrDefault(criterion.code(), -1),
                            Exact.of(criterion.max()));
            case Group group -> branch(group);
        };
    }

    private Branch branch(Group group) {
        return new Branch(
                group,
                group.nodes().stream().map(this::plan).toList(),
                group.nodes().stream().map(Scorer::weight).toList(),
                Exact.of(group.max()));
    }

    /** Under a plain mean every child weighs the same. */
    private static BigFraction weight(Node node) {
        BigDecimal weight = node.weight();
        return weight == null ? BigFraction.ONE : Exact.of(weight);
    }

    private static NodeScore score(Plan plan, IntFunction<Mark> marks) {
        return switch (plan) {
            case Leaf leaf -> score(leaf, marks.apply(leaf.index));
            case Branch branch -> score(branch, marks);
        };
    }

    private static NodeScore score(Leaf leaf, Mark mark) {
        return switch (mark) {
            case Mark.Points(var points, _) -> leaf(leaf, Exact.of(points), mark);
            case Mark.Unscored _ -> leaf(leaf, BigFraction.ZERO, mark);
            case Mark.NotApplicable _ -> notApplicable(leaf.node, List.of(), mark);
        };
    }

    private static NodeScore leaf(Leaf leaf, BigFraction points, Mark mark) {
        return new NodeScore(leaf.node, true, points, leaf.max, List.of(), mark, null);
    }

    private static NodeScore notApplicable(
            Node node, List<NodeScore> children, @Nullable Mark mark) {
        return new NodeScore(node, false, BigFraction.ZERO, BigFraction.ZERO, children, mark, null);
    }

    private static NodeScore score(Branch branch, IntFunction<Mark> marks) {
        List<NodeScore> children = new ArrayList<>(branch.children.size());
        boolean applicable = false;
        for (Plan child : branch.children) {
            NodeScore score = score(child, marks);
            children.add(score);
            applicable |= score.applicable();
        }
        if (!applicable) {
            return notApplicable(branch.node, children, null);
        }
        return branch.node.aggregate() == Aggregate.SUM
                ? sum(branch, children)
                : mean(branch, children);
    }

    private static NodeScore sum(Branch branch, List<NodeScore> children) {
        BigFraction points = BigFraction.ZERO;
        BigFraction max = BigFraction.ZERO;
        for (NodeScore child : children) {
            points = points.add(child.exactPoints());
            max = max.add(child.exactMax());
        }
        return new NodeScore(branch.node, true, points, max, children, null, null);
    }

    private static NodeScore mean(Branch branch, List<NodeScore> children) {
        BigFraction total = BigFraction.ZERO;
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).applicable()) {
                total = total.add(branch.weights.get(i));
            }
        }
        boolean weighted = branch.node.aggregate() == Aggregate.WEIGHTED;
        List<NodeScore> shown = new ArrayList<>(children.size());
        BigFraction points = BigFraction.ZERO;
        for (int i = 0; i < children.size(); i++) {
            NodeScore child = children.get(i);
            if (!child.applicable()) {
                shown.add(child);
                continue;
            }
            BigFraction max = branch.max.multiply(branch.weights.get(i)).divide(total);
            BigFraction share = child.exactPoints().divide(child.exactMax()).multiply(max);
            points = points.add(share);
            shown.add(
                    weighted ? child.contributing(new NodeScore.Contribution(share, max)) : child);
        }
        return new NodeScore(branch.node, true, points, branch.max, shown, null, null);
    }
}
