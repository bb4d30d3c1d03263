package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.rubric.rule.Vocabulary;
import org.kongdee.web.text.LocalizedText;

/**
 * A version of a rubric: the tree of what is scored, by which scheme, and what the points mean.
 *
 * <p>Read from a document by {@link RubricDocument}, which lets none pass that breaks a rule of the
 * format: codes are unique, children of {@code mean} and {@code weighted} share one maximum, and so
 * on. Two rubrics are equal if they say the same, however their documents are laid out.
 *
 * @param kinds the kinds of evidence that criteria take
 * @param channels the channels that evidence may name
 * @param fields what evidence may state
 * @param unitGroups the groups of units that nodes can be for; may be none
 * @param bands ratings by the displayed percent, from the highest down; may be empty
 * @param pass the displayed percent from which the whole passes
 */
public record Rubric(
        String code,
        String version,
        DocumentText title,
        Aggregate aggregate,
        List<Named> kinds,
        List<Named> channels,
        List<Named> fields,
        List<Named> unitGroups,
        List<Node> nodes,
        List<Band> bands,
        @Nullable BigDecimal pass) {

    /** A code with its title: a kind, a channel, a field, a group of units, a part, a variant. */
    public record Named(String code, DocumentText title) {}

    /**
     * A rating that begins at this percent.
     *
     * @param requires its gate: if it is not met, the rating is not given
     */
    public record Band(
            String code,
            @Nullable DocumentText title,
            BigDecimal from,
            List<Requirement> requires) {

        public Band {
            requires = List.copyOf(requires);
        }
    }

    public Rubric {
        kinds = List.copyOf(kinds);
        channels = List.copyOf(channels);
        fields = List.copyOf(fields);
        unitGroups = List.copyOf(unitGroups);
        nodes = List.copyOf(nodes);
        bands = List.copyOf(bands);
    }

    /** All criteria, in the order of the document. */
    public List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>();
        nodes.forEach(node -> collect(node, criteria));
        return List.copyOf(criteria);
    }

    private static void collect(Node node, List<Criterion> criteria) {
        switch (node) {
            case Criterion criterion -> criteria.add(criterion);
            case Group group -> group.nodes().forEach(child -> collect(child, criteria));
        }
    }

    /**
     * What units of a group have of it.
     *
     * @param group null for units of no group, which have all
     */
    public Rubric of(@Nullable String group) {
        return group == null
                ? this
                : new Rubric(
                        code,
                        version,
                        title,
                        aggregate,
                        kinds,
                        channels,
                        fields,
                        unitGroups,
                        of(group, nodes),
                        bands,
                        pass);
    }

    private static List<Node> of(String group, List<Node> nodes) {
        return nodes.stream()
                .filter(node -> node.appliesTo(group))
                .<Node>mapMulti(
                        (node, sink) -> {
                            switch (node) {
                                case Criterion criterion -> sink.accept(criterion);
                                case Group inner -> {
                                    List<Node> children = of(group, inner.nodes());
                                    if (!children.isEmpty()) {
                                        sink.accept(inner.with(children));
                                    }
                                }
                            }
                        })
                .toList();
    }

    /** Whether there is a group of units of this code. */
    public boolean hasGroup(@Nullable String group) {
        return unitGroups.stream().anyMatch(each -> each.code().equals(group));
    }

    /** What its kinds and fields are called. */
    public Vocabulary vocabulary() {
        return Words.of(this);
    }

    /** All rules, those of schemes and of deadlines. */
    public Stream<Rule> rules() {
        return criteria().stream().flatMap(criterion -> criterion.rules().stream());
    }

    /** What the band of this code is called; null if it has no title, or there is no such band. */
    public @Nullable LocalizedText ratingTitle(@Nullable String rating) {
        return bands.stream()
                .filter(band -> band.code().equals(rating))
                .findFirst()
                .map(Band::title)
                .map(DocumentText::filled)
                .orElse(null);
    }

    /** The most points there are, if everything applies. */
    public BigDecimal max() {
        return aggregate.max(nodes);
    }
}
