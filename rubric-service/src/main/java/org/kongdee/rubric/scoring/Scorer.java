package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * A rubric made ready to score the units of one group: the criteria that they have are numbered
 * from 0 in the order of the document, and what only depends on the rubric is worked out once.
 * Immutable, for many threads.
 *
 * <p>What does not apply leaves a sum with its maximum, a mean with its divisor, and the weights of
 * its siblings are taken relative to what remains; so does what the group does not have. Where
 * something inside a child of a mean does not apply, the child counts by the share of its points in
 * what does apply. What deducts is taken from its sum, never below 0, and is no part of its
 * maximum; a sum that has nothing else does not apply. A node whose gate is not met counts 0.
 */
public final class Scorer {

    private final Rubric rubric;
    private final @Nullable String group;
    private final Rubric asked;
    private final List<Criterion> criteria;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Branch root;
    private final Map<String, Gate> bands = new LinkedHashMap<>();

    /**
     * A node with the maximum and the weight of each child as fractions; {@code index} counts
     * criteria.
     */
    private sealed interface Plan {}

    private record Leaf(Criterion node, int index, BigFraction max) implements Plan {}

    private record Branch(
            Group node, List<Plan> children, List<BigFraction> weights, BigFraction max, Gate gate)
            implements Plan {}

    /** What the group does not have. */
    private record Absent(Node node, List<Plan> children) implements Plan {}

    /** For units that have all of a rubric. */
    public Scorer(Rubric rubric) {
        this(rubric, null);
    }

    /**
     * @param group of the units, one of the rubric's; null where it has none
     */
    public Scorer(Rubric rubric, @Nullable String group) {
        this.rubric = rubric;
        this.group = group;
        this.asked = rubric.of(group);
        this.criteria = asked.criteria();
        for (int i = 0; i < criteria.size(); i++) {
            indexes.put(criteria.get(i).code(), i);
        }
        this.root =
                branch(
                        new Group(
                                rubric.code(),
                                rubric.title(),
                                null,
                                null,
                                List.of(),
                                rubric.aggregate(),
                                List.of(),
                                rubric.nodes()));
        rubric.bands()
                .forEach(
                        band ->
                                bands.put(
                                        band.code(), Gate.of(band.requires(), criteria, indexes)));
    }

    /** The whole rubric, with what the group does not have. */
    public Rubric rubric() {
        return rubric;
    }

    /** The rubric without what the group does not have. */
    public Rubric asked() {
        return asked;
    }

    /** Whether another group has the criterion, and this one has not. */
    public boolean isForOthers(String code) {
        return !indexes.containsKey(code)
                && rubric.criteria().stream().anyMatch(each -> each.code().equals(code));
    }

    /** The group of the units; null where the rubric has none. */
    public @Nullable String group() {
        return group;
    }

    /** The criteria that the group has, by their number. */
    public List<Criterion> criteria() {
        return criteria;
    }

    /** The number of a criterion; empty if the group has none of that code. */
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
        Map<String, List<Unmet>> withheld = new LinkedHashMap<>();
        bands.forEach(
                (band, gate) -> {
                    List<Unmet> unmet = gate.unmet(marks);
                    if (!unmet.isEmpty()) {
                        withheld.put(band, unmet);
                    }
                });
        return new Result(rubric, score(root, marks), scored, criteria.size(), withheld);
    }

    private Plan plan(Node node) {
        if (!node.appliesTo(group)) {
            return absent(node);
        }
        return switch (node) {
            case Criterion criterion ->
                    new Leaf(
                            criterion,
                            indexes.getOrDefault(criterion.code(), -1),
                            Exact.of(criterion.max()));
            case Group inner -> branch(inner);
        };
    }

    private static Absent absent(Node node) {
        return switch (node) {
            case Criterion criterion -> new Absent(criterion, List.of());
            case Group inner ->
                    new Absent(
                            inner,
                            inner.nodes().stream().<Plan>map(child -> absent(child)).toList());
        };
    }

    private Branch branch(Group node) {
        return new Branch(
                node,
                node.nodes().stream().map(this::plan).toList(),
                node.nodes().stream().map(Scorer::weight).toList(),
                Exact.of(node.max()),
                Gate.of(node.requires(), criteria, indexes));
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
            case Absent absent ->
                    NodeScore.notAsked(
                            absent.node,
                            absent.children.stream().map(child -> score(child, marks)).toList());
        };
    }

    private static NodeScore score(Leaf leaf, Mark mark) {
        return switch (mark) {
            case Mark.Points(var points, _) ->
                    NodeScore.leaf(leaf.node, Exact.of(points), leaf.max, mark);
            case Mark.Unscored _ -> NodeScore.leaf(leaf.node, BigFraction.ZERO, leaf.max, mark);
            case Mark.NotApplicable _ -> NodeScore.notApplicable(leaf.node, List.of(), mark);
        };
    }

    private static NodeScore score(Branch branch, IntFunction<Mark> marks) {
        List<NodeScore> children = new ArrayList<>(branch.children.size());
        boolean applicable = false;
        for (Plan child : branch.children) {
            NodeScore score = score(child, marks);
            children.add(score);
            applicable |= score.applicable() && !score.deducts();
        }
        if (!applicable) {
            return NodeScore.notApplicable(branch.node, children, null);
        }
        NodeScore score =
                branch.node.aggregate() == Aggregate.SUM
                        ? sum(branch, children)
                        : mean(branch, children);
        List<Unmet> unmet = branch.gate.unmet(marks);
        return unmet.isEmpty() ? score : score.withheld(unmet);
    }

    private static NodeScore sum(Branch branch, List<NodeScore> children) {
        BigFraction points = BigFraction.ZERO;
        BigFraction taken = BigFraction.ZERO;
        BigFraction max = BigFraction.ZERO;
        for (NodeScore child : children) {
            if (child.deducts()) {
                taken = taken.add(child.exactPoints());
            } else {
                points = points.add(child.exactPoints());
                max = max.add(child.exactMax());
            }
        }
        BigFraction left = points.subtract(taken);
        return NodeScore.branch(
                branch.node, left.signum() < 0 ? BigFraction.ZERO : left, max, children);
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
        return NodeScore.branch(branch.node, points, branch.max, shown);
    }
}
