package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Rubric.Band;
import org.kongdee.rubric.document.Rubric.Named;
import org.kongdee.rubric.document.Scheme.Award;
import org.kongdee.rubric.document.Scheme.Binary;
import org.kongdee.rubric.document.Scheme.Kind;
import org.kongdee.rubric.document.Scheme.Ladders;
import org.kongdee.rubric.document.Scheme.Numeric;
import org.kongdee.rubric.document.Scheme.Part;
import org.kongdee.rubric.document.Scheme.Rung;
import org.kongdee.rubric.document.Scheme.Tier;
import org.kongdee.rubric.document.Scheme.Tiers;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.document.Tree.Scalar;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.rubric.rule.RuleCompiler;

/** Makes a {@link Rubric} of a document in which no check found a fault. */
final class Binder {

    private final RuleCompiler compiler;

    Binder(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    Rubric rubric(Mapping root) {
        return new Rubric(
                text(root, "rubric"),
                text(root, "version"),
                title(root),
                Aggregate.of(text(root, "aggregate")),
                each(root, "kinds", this::named),
                each(root, "channels", this::named),
                each(root, "fields", this::named),
                each(root, "groups", this::named),
                each(root, "nodes", this::node),
                each(
                        root,
                        "bands",
                        band ->
                                new Band(
                                        text(band, "code"),
                                        localized(band, "title"),
                                        number(band, "from"),
                                        each(band, "requires", Binder::requirement))),
                root.get("pass") == null ? null : number(root, "pass"));
    }

    private static Requirement requirement(Mapping requirement) {
        return new Requirement(text(requirement, "criterion"), number(requirement, "points"));
    }

    private Named named(Mapping named) {
        return new Named(text(named, "code"), title(named));
    }

    private Node node(Mapping node) {
        String label = node.text("label");
        List<String> appliesTo = node.texts("appliesTo");
        BigDecimal weight = node.get("weight") == null ? null : number(node, "weight");
        if (node.get("nodes") != null) {
            return new Group(
                    text(node, "code"),
                    title(node),
                    label,
                    weight,
                    appliesTo,
                    Aggregate.of(text(node, "aggregate")),
                    each(node, "requires", Binder::requirement),
                    each(node, "nodes", this::node));
        }
        List<String> kinds = node.texts("kinds");
        Set<String> known = Set.copyOf(kinds);
        return new Criterion(
                text(node, "code"),
                title(node),
                label,
                weight,
                appliesTo,
                localized(node, "description"),
                localized(node, "approach"),
                node.items("examples").stream().map(Binder::written).toList(),
                localized(node, "zero"),
                kinds,
                "allowed".equals(node.text("notApplicable")),
                node.text("follows"),
                node.isTrue("deducts"),
                scheme(node, known),
                each(node, "deadlines", deadline -> deadline(deadline, known)));
    }

    private Scheme scheme(Mapping node, Set<String> kinds) {
        return switch (Kind.of(text(node, "scheme")).orElseThrow()) {
            case LADDER -> new Ladders(List.of(new Part(null, null, rungs(node, kinds))));
            case COMPOSITE ->
                    new Ladders(
                            each(
                                    node,
                                    "parts",
                                    part ->
                                            new Part(
                                                    named(part),
                                                    localized(part, "zero"),
                                                    rungs(part, kinds))));
            case TIERS -> new Tiers(each(node, "tiers", tier -> tier(tier, kinds)));
            case NUMERIC -> new Numeric(number(node, "min"), number(node, "max"));
            case BINARY -> new Binary(number(node, "points"), rule(node, kinds));
        };
    }

    private List<Rung> rungs(Mapping owner, Set<String> kinds) {
        return each(
                owner,
                "rungs",
                rung ->
                        new Rung(
                                number(rung, "points"),
                                title(rung),
                                rule(rung, kinds),
                                localized(rung, "needs")));
    }

    private Tier tier(Mapping tier, Set<String> kinds) {
        Award award;
        if (tier.get("variants") != null) {
            award =
                    new Award.ByVariant(
                            each(
                                    tier,
                                    "variants",
                                    variant ->
                                            new Award.Variant(
                                                    text(variant, "code"),
                                                    title(variant),
                                                    number(variant, "points"))));
        } else {
            award = new Award.Fixed(number(tier, "points"));
        }
        return new Tier(text(tier, "code"), title(tier), award, rule(tier, kinds));
    }

    private Deadline deadline(Mapping deadline, Set<String> kinds) {
        return new Deadline(
                text(deadline, "code"),
                MonthDay.parse(text(deadline, "due")),
                title(deadline),
                rule(deadline, kinds));
    }

    private @Nullable Rule rule(Mapping owner, Set<String> kinds) {
        String source = owner.text("when");
        return source == null ? null : compiler.compile(source, kinds).rule();
    }

    private static DocumentText title(Mapping owner) {
        return Objects.requireNonNull(localized(owner, "title"));
    }

    static @Nullable DocumentText localized(Mapping owner, String field) {
        return owner.get(field) instanceof Mapping text ? written(text) : null;
    }

    private static DocumentText written(Tree text) {
        Mapping languages = (Mapping) text;
        return new DocumentText(languages.text("en"), languages.text("th"));
    }

    private static String text(Mapping owner, String field) {
        return Objects.requireNonNull(owner.text(field), field);
    }

    /** A number without zeros at its end, so that 2.50 and 2.5 are the same rubric. */
    private static BigDecimal number(Mapping owner, String field) {
        Scalar scalar = (Scalar) Objects.requireNonNull(owner.get(field), field);
        BigDecimal number = new BigDecimal(scalar.text()).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    static <T> List<T> each(Mapping owner, String list, Function<Mapping, T> bind) {
        return owner.items(list).stream().map(item -> bind.apply((Mapping) item)).toList();
    }
}
