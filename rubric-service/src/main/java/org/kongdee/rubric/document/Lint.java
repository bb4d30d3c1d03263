package org.kongdee.rubric.document;

import static java.util.stream.Collectors.toSet;

import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Scheme.Rung;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/**
 * Finds what is legal in a rubric but odd; each finding is for the author to confirm, none keeps a
 * rubric from being used.
 */
public final class Lint {

    /** Something odd, at a JSON pointer of the rubric's document. */
    public record Finding(String path, Message message) {}

    private static final Pattern YEAR =
            Pattern.compile("(?<![0-9๐-๙])(?:(?:19|20|24|25)[0-9]{2}|๒[๔๕][๐-๙]{2})(?![0-9๐-๙])");

    private record Placed(String path, Criterion criterion) {}

    private final List<Finding> findings = new ArrayList<>();
    private final List<Placed> criteria = new ArrayList<>();

    private Lint() {}

    /** What is odd about a rubric. */
    public static List<Finding> of(Rubric rubric) {
        Lint lint = new Lint();
        lint.title("", rubric.title());
        lint.walk(rubric.nodes(), "");
        Set<String> kinds = rubric.kinds().stream().map(Rubric.Named::code).collect(toSet());
        Map<String, Criterion> byCode = new HashMap<>();
        lint.criteria.forEach(placed -> byCode.put(placed.criterion.code(), placed.criterion));
        for (Placed placed : lint.criteria) {
            lint.scheme(placed);
            lint.follows(placed, byCode);
            lint.kinds(placed, kinds);
        }
        return List.copyOf(lint.findings);
    }

    private void walk(List<Node> nodes, String path) {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String nodePath = path + "/nodes/" + i;
            title(nodePath, node.title());
            switch (node) {
                case Group group -> walk(group.nodes(), nodePath);
                case Criterion criterion -> criteria.add(new Placed(nodePath, criterion));
            }
        }
    }

    private void title(String path, DocumentText written) {
        LocalizedText title = written.filled();
        if (Stream.of(title.en(), title.th()).anyMatch(text -> YEAR.matcher(text).find())) {
            findings.add(
                    new Finding(
                            path + "/title",
                            Message.of("the title names a year; a rubric serves every year")));
        }
    }

    /** A criterion without kinds takes any, so that its rules may ask for what nobody thinks of. */
    private void kinds(Placed placed, Set<String> kinds) {
        Criterion criterion = placed.criterion;
        if (!criterion.kinds().isEmpty()) {
            return;
        }
        criterion.rules().stream()
                .flatMap(rule -> rule.kinds().stream())
                .distinct()
                .filter(kind -> !kind.equals(Criterion.ANY_KIND) && !kinds.contains(kind))
                .sorted()
                .forEach(
                        kind ->
                                findings.add(
                                        new Finding(
                                                placed.path,
                                                Message.of(
                                                        "a rule asks for the kind %s, which occurs nowhere else",
                                                        kind))));
    }

    private void scheme(Placed placed) {
        switch (placed.criterion.scheme()) {
            case Scheme.Ladders ladders -> {
                for (int i = 0; i < ladders.parts().size(); i++) {
                    String part = ladders.isNameless() ? "" : "/parts/" + i;
                    rungs(ladders.parts().get(i).rungs(), placed.path + part);
                }
            }
            case Scheme.Tiers _, Scheme.Numeric _, Scheme.Binary _ -> {}
        }
    }

    private void rungs(List<Rung> rungs, String path) {
        @Nullable Rung below = null;
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            if (below != null && rung.asksForTheSameAs(below)) {
                findings.add(
                        new Finding(
                                path + "/rungs/" + i + "/when",
                                Message.of(
                                        "rungs %d and %d ask for the same and are reached together",
                                        i, i + 1)));
            }
            below = rung;
        }
    }

    private void follows(Placed placed, Map<String, Criterion> byCode) {
        Criterion followed = byCode.get(placed.criterion.follows());
        if (followed == null
                || followed.deadlines().isEmpty()
                || placed.criterion.deadlines().isEmpty()) {
            return;
        }
        MonthDay first = followed.deadlines().getFirst().due();
        List<Deadline> deadlines = placed.criterion.deadlines();
        for (int i = 0; i < deadlines.size(); i++) {
            if (isBefore(deadlines.get(i).due(), first)) {
                findings.add(
                        new Finding(
                                placed.path + "/deadlines/" + i + "/due",
                                Message.of(
                                        "%s is due on %s, before %s on %s, which it follows",
                                        placed.criterion.code(),
                                        deadlines.get(i).due(),
                                        followed.code(),
                                        first)));
            }
        }
    }

    /**
     * Whether a day comes before another in a cycle. A document doesn't say where its cycles begin;
     * of the two ways round the year the shorter one is meant, so that 28 February is before 15
     * March, and 15 January after 24 December.
     */
    private static boolean isBefore(MonthDay day, MonthDay other) {
        long days = ChronoUnit.DAYS.between(day.atYear(2001), other.atYear(2001));
        return Math.floorMod(days, 365) > 0 && Math.floorMod(days, 365) < 183;
    }
}
