package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.document.Tree.Scalar;
import org.kongdee.web.text.Message;

/**
 * Checks what a schema cannot say: that codes are unique, references lead somewhere, maxima agree,
 * rules compile, month-days exist. It reads what can be read and leaves to {@link SchemaCheck} to
 * complain of the rest, so that both together find every fault of a document in one go.
 */
final class MeaningCheck {

    /** The most levels of nodes in a rubric. */
    static final int MAX_DEPTH = 12;

    private final Checking checking;
    private final Map<String, Mapping> criteria = new LinkedHashMap<>();
    private final Set<String> nodeCodes = new HashSet<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private final UnitGroupCheck groups;
    private final GateCheck gates;

    private MeaningCheck(Mapping root, Checking checking) {
        this.checking = checking;
        this.groups = new UnitGroupCheck(root, checking);
        this.gates = new GateCheck(checking);
    }

    static void check(Mapping root, Checking checking) {
        new MeaningCheck(root, checking).rubric(root);
    }

    private void rubric(Mapping root) {
        checking.uniqueCodes(root, "kinds", "", kinds);
        checking.uniqueCodes(root, "channels", "", new HashSet<>());
        checking.uniqueCodes(root, "fields", "", new HashSet<>());
        bands(root);
        children(root, "", 1, groups.all());
        groups.check(root);
        gates.check();
        // Only now are all the codes known that a criterion can follow.
        Set<String> codes = new HashSet<>();
        for (Mapping criterion : criteria.values()) {
            String code = criterion.text("code");
            if (code != null) {
                codes.add(code);
            }
        }
        criteria.forEach((path, criterion) -> follows(path, criterion, codes));
        SlotCheck.check(root, criteria.values(), checking);
    }

    private void bands(Mapping root) {
        checking.uniqueCodes(root, "bands", "", new HashSet<>());
        List<Tree> bands = root.items("bands");
        BigDecimal above = null;
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i) instanceof Mapping band) {
                gates.owner(band, "/bands/" + i);
            }
            BigDecimal from = bands.get(i) instanceof Mapping band ? number(band, "from") : null;
            if (from != null && above != null && from.compareTo(above) >= 0) {
                checking.fault(
                        "/bands/" + i + "/from",
                        bands.get(i).place(),
                        Message.of(
                                "bands go from the highest down; %s is not below %s",
                                from.toPlainString(), above.toPlainString()));
            }
            above = from == null ? above : from;
        }
    }

    /**
     * The children of the root or of a group; returns what the parent's maximum is, if it can be
     * told.
     *
     * @param having the groups of units that have the parent
     */
    private @Nullable BigDecimal children(
            Mapping parent, String path, int depth, Set<String> having) {
        List<Tree> nodes = parent.items("nodes");
        String aggregate = Objects.requireNonNullElse(parent.text("aggregate"), "");
        if (depth > MAX_DEPTH) {
            checking.fault(
                    parent,
                    "nodes",
                    path,
                    Message.of("a rubric has at most %d levels of nodes", MAX_DEPTH));
            return null;
        }
        List<@Nullable BigDecimal> maxima = new ArrayList<>();
        BigDecimal shared = null;
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Mapping node) {
                String nodePath = path + "/nodes/" + i;
                weight(node, nodePath, aggregate);
                deducts(node, nodePath, aggregate);
                BigDecimal max = node(node, nodePath, depth, having);
                if (!aggregate.equals("sum")) {
                    sharedMaximum(node, nodePath, max, shared);
                }
                shared = shared == null ? max : shared;
                maxima.add(max);
            }
        }
        if (maxima.isEmpty() || maxima.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        if (!aggregate.equals("sum")) {
            return maxima.getFirst();
        }
        BigDecimal sum =
                maxima.stream()
                        .map(Objects::requireNonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0 && nodes.stream().anyMatch(MeaningCheck::deducts)) {
            checking.fault(
                    parent,
                    "nodes",
                    path,
                    Message.of("all that stands here deducts; there are no points to win"));
            return null;
        }
        return sum;
    }

    private void deducts(Mapping node, String path, String aggregate) {
        if (deducts(node) && !aggregate.isEmpty() && !aggregate.equals("sum")) {
            checking.fault(
                    node,
                    "deducts",
                    path,
                    Message.of(
                            "points are taken from a sum only; the parent aggregates by %s",
                            aggregate));
        }
    }

    private static boolean deducts(Tree node) {
        return node instanceof Mapping criterion && criterion.isTrue("deducts");
    }

    private void weight(Mapping node, String path, String aggregate) {
        boolean weighted = aggregate.equals("weighted");
        if (weighted && node.get("weight") == null) {
            checking.fault(
                    path,
                    node.place(),
                    Message.of("\"weight\" is missing; the parent aggregates by weight"));
        } else if (!weighted && !aggregate.isEmpty() && node.get("weight") != null) {
            checking.fault(
                    node,
                    "weight",
                    path,
                    Message.of(
                            "a weight has no meaning here: the parent aggregates by %s",
                            aggregate));
        }
    }

    private void sharedMaximum(
            Mapping node, String path, @Nullable BigDecimal max, @Nullable BigDecimal shared) {
        if (max != null && shared != null && max.compareTo(shared) != 0) {
            checking.fault(
                    path,
                    node.place(),
                    Message.of(
                            "children of a mean share one maximum; this one has %s, the first %s",
                            plain(max), plain(shared)));
        }
    }

    /** Returns what the node can add to a sum, if it can be told. */
    private @Nullable BigDecimal node(Mapping node, String path, int depth, Set<String> above) {
        checking.uniqueCode(node, path, nodeCodes);
        Set<String> having = groups.of(node, path, above);
        if (node.get("nodes") != null) {
            gates.owner(node, path);
            return children(node, path, depth + 1, having);
        }
        criteria.put(path, node);
        kinds(node, path);
        Set<String> taken = new LinkedHashSet<>(node.texts("kinds"));
        deadlines(node, path, taken);
        BigDecimal max = scheme(node, path, taken);
        if (max != null && max.signum() == 0) {
            checking.fault(
                    path,
                    node.place(),
                    Message.of(
                            "there are no points to win; the maximum of a criterion is more than 0"));
        }
        gates.criterion(node, max);
        if (deducts(node)) {
            return max == null ? null : BigDecimal.ZERO;
        }
        groups.serves(having);
        return max;
    }

    private void kinds(Mapping criterion, String path) {
        checking.distinct(criterion, "kinds", path);
        List<Tree> taken = criterion.items("kinds");
        for (int i = 0; i < taken.size(); i++) {
            String kind = taken.get(i).string();
            if (kind != null && !kinds.contains(kind)) {
                checking.fault(
                        path + "/kinds/" + i,
                        taken.get(i).place(),
                        Message.of("the kind %s is none of the rubric's kinds", Excerpt.of(kind))
                                .then(checking.suggestions().of(kind, kinds)));
            }
        }
    }

    private void follows(String path, Mapping criterion, Set<String> codes) {
        String follows = criterion.text("follows");
        if (follows == null) {
            return;
        }
        if (follows.equals(criterion.text("code"))) {
            checking.fault(
                    criterion, "follows", path, Message.of("a criterion cannot follow itself"));
        } else if (!codes.contains(follows)) {
            checking.fault(
                    criterion,
                    "follows",
                    path,
                    Message.of("there is no criterion %s", Excerpt.of(follows))
                            .then(checking.suggestions().of(follows, codes)));
        }
    }

    private void deadlines(Mapping criterion, String path, Set<String> taken) {
        checking.uniqueCodes(criterion, "deadlines", path, new HashSet<>());
        List<Tree> deadlines = criterion.items("deadlines");
        for (int i = 0; i < deadlines.size(); i++) {
            if (deadlines.get(i) instanceof Mapping deadline) {
                String deadlinePath = path + "/deadlines/" + i;
                due(deadline, deadlinePath);
                checking.rule(deadline, deadlinePath, taken);
                if (deducts(criterion) && deadline.get("when") == null) {
                    checking.fault(
                            deadlinePath,
                            deadline.place(),
                            Message.of(
                                    "\"when\" is missing; full points do not meet a deadline where they deduct"));
                } else if (deadlines.size() > 1 && deadline.get("when") == null) {
                    checking.fault(
                            deadlinePath,
                            deadline.place(),
                            Message.of(
                                    "\"when\" is missing; each of several deadlines says what meets it"));
                }
            }
        }
    }

    private void due(Mapping deadline, String path) {
        String due = deadline.text("due");
        if (due != null && due.matches("--\\d{2}-\\d{2}")) {
            try {
                MonthDay.parse(due);
            } catch (DateTimeException e) {
                checking.fault(deadline, "due", path, Message.of("there is no day %s", due));
            }
        }
    }

    private @Nullable BigDecimal scheme(Mapping criterion, String path, Set<String> kinds) {
        return switch (Scheme.Kind.of(criterion.text("scheme")).orElse(null)) {
            case LADDER -> rungs(criterion, path, kinds);
            case COMPOSITE -> parts(criterion, path, kinds);
            case TIERS -> tiers(criterion, path, kinds);
            case NUMERIC -> numeric(criterion, path);
            case BINARY -> {
                checking.rule(criterion, path, kinds);
                yield number(criterion, "points");
            }
            case null -> null;
        };
    }

    private @Nullable BigDecimal rungs(Mapping ladder, String path, Set<String> kinds) {
        List<Tree> rungs = ladder.items("rungs");
        List<@Nullable BigDecimal> points = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i) instanceof Mapping rung) {
                checking.rule(rung, path + "/rungs/" + i, kinds);
                points.add(number(rung, "points"));
            }
        }
        return sum(points);
    }

    private @Nullable BigDecimal parts(Mapping criterion, String path, Set<String> kinds) {
        checking.uniqueCodes(criterion, "parts", path, new HashSet<>());
        List<Tree> parts = criterion.items("parts");
        List<@Nullable BigDecimal> maxima = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Mapping part) {
                maxima.add(rungs(part, path + "/parts/" + i, kinds));
            }
        }
        return sum(maxima);
    }

    private @Nullable BigDecimal tiers(Mapping criterion, String path, Set<String> kinds) {
        checking.uniqueCodes(criterion, "tiers", path, new HashSet<>());
        List<Tree> tiers = criterion.items("tiers");
        BigDecimal highest = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i) instanceof Mapping tier) {
                checking.rule(tier, path + "/tiers/" + i, kinds);
                BigDecimal max =
                        tier.get("variants") != null
                                ? variants(tier, path + "/tiers/" + i)
                                : number(tier, "points");
                if (max == null) {
                    return null;
                }
                highest = highest.max(max);
            }
        }
        return tiers.isEmpty() ? null : highest;
    }

    private @Nullable BigDecimal variants(Mapping tier, String path) {
        checking.uniqueCodes(tier, "variants", path, new HashSet<>());
        return tier.items("variants").stream()
                .map(each -> each instanceof Mapping variant ? number(variant, "points") : null)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(BigDecimal::compareTo)
                .orElse(null);
    }

    private @Nullable BigDecimal numeric(Mapping criterion, String path) {
        BigDecimal min = number(criterion, "min");
        BigDecimal max = number(criterion, "max");
        if (min != null && max != null && min.compareTo(max) >= 0) {
            checking.fault(criterion, "max", path, Message.of("max must be more than min"));
            return null;
        }
        return max;
    }

    static @Nullable BigDecimal number(Mapping owner, String field) {
        return owner.get(field) instanceof Scalar scalar && scalar.type() == Scalar.Type.NUMBER
                ? new BigDecimal(scalar.text())
                : null;
    }

    private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> points) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal each : points) {
            if (each == null) {
                return null;
            }
            sum = sum.add(each);
        }
        return points.isEmpty() ? null : sum;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
