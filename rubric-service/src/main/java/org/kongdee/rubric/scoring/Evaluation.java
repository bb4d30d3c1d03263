package org.kongdee.rubric.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.facts.EvidenceItem;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.web.text.Message;

/**
 * Scores a unit from claims and evidence that the caller brings along; nothing is stored. A
 * criterion with a claim is scored by it, any other by what its evidence supports.
 */
public final class Evaluation {

    /**
     * What is to be evaluated.
     *
     * @param asOf evidence after this day is left out; null for none
     * @param sections the sections of the unit
     * @param claims by criterion
     * @param confirmed whether "not applicable" counts as confirmed; if not, it counts 0
     */
    public record Request(
            Period period,
            @Nullable LocalDate asOf,
            Set<String> sections,
            Map<String, Claim> claims,
            boolean confirmed,
            List<EvidenceItem> evidence) {

        public Request {
            sections = Set.copyOf(sections);
            claims = Map.copyOf(claims);
            evidence = List.copyOf(evidence);
        }
    }

    /** Either an answer, or everything that is wrong with the request. */
    public sealed interface Outcome {}

    /**
     * The answer.
     *
     * @param criteria of every criterion, what its evidence supports and what was claimed
     * @param ignored the items that were left out, and why
     */
    public record Evaluated(
            Result result, List<CriterionReport> criteria, List<Tally.Ignored> ignored)
            implements Outcome {

        public Evaluated {
            criteria = List.copyOf(criteria);
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * What is wrong; paths are those of the request's JSON.
     *
     * @param faults all of it, or the first of very much; never empty
     * @param more how much is wrong besides
     */
    public record Refused(List<ScoringFault> faults, int more) implements Outcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** A criterion, with what its evidence supports, and the claim if there is one. */
    public record CriterionReport(Criterion criterion, Support support, @Nullable Claim claim) {}

    private Evaluation() {}

    public static Outcome evaluate(Scorer scorer, Request request) {
        ScoringFaults faults = faults(scorer, request);
        if (!faults.isEmpty()) {
            return new Refused(faults.first(), faults.more());
        }
        Scope scope = new Scope(request.period, request.sections);
        Tally tally = Tally.of(request.evidence, request.period, request.asOf);
        List<CriterionReport> reports = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (Criterion criterion : scorer.criteria()) {
            Facts facts = tally.of(criterion.code());
            Support support = Support.of(criterion, facts, scope);
            Claim claim = request.claims.get(criterion.code());
            reports.add(new CriterionReport(criterion, support, claim));
            marks.add(mark(criterion, claim, facts, support, request.confirmed));
        }
        return new Evaluated(scorer.score(marks::get), reports, tally.ignored());
    }

    private static Mark mark(
            Criterion criterion,
            @Nullable Claim claim,
            Facts facts,
            Support support,
            boolean confirmed) {
        if (claim != null) {
            return Claims.mark(criterion, claim, confirmed);
        }
        if (facts.isEmpty()) {
            return Mark.UNSCORED;
        }
        Claim supported = support.claim();
        return supported == null
                ? Mark.points(support.points())
                : Claims.mark(criterion, supported, false);
    }

    private static ScoringFaults faults(Scorer scorer, Request request) {
        var check = new Check(scorer, request.sections);
        request.claims.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> check.claim(entry.getKey(), entry.getValue()));
        for (int i = 0; i < request.evidence.size(); i++) {
            check.evidence("/evidence/" + i, request.evidence.get(i));
        }
        return check.faults;
    }

    /** Checks that claims fit, and that evidence names what the rubric knows. */
    private static final class Check {

        private final ScoringFaults faults = new ScoringFaults(ScoringFaults.MOST);
        private final Suggestions suggestions = new Suggestions();
        private final Scorer scorer;
        private final Set<String> channels;
        private final Set<String> sections;

        Check(Scorer scorer, Set<String> sectionsOfUnit) {
            this.scorer = scorer;
            this.channels = codes(scorer.rubric().channels());
            this.sections = sectionsOfUnit;
        }

        private static Set<String> codes(List<Rubric.Named> named) {
            return named.stream().map(Rubric.Named::code).collect(Collectors.toUnmodifiableSet());
        }

        void claim(String code, Claim claim) {
            String path = "/claims" + ScoringFault.step(code);
            scorer.indexOf(code)
                    .ifPresentOrElse(
                            index ->
                                    Claims.check(scorer.criteria().get(index), claim, suggestions)
                                            .forEach(fault -> faults.add(fault.under(path))),
                            () -> faults.add(path, noCriterion(code)));
        }

        void evidence(String path, EvidenceItem item) {
            OptionalInt index = scorer.indexOf(item.criterion());
            if (index.isEmpty()) {
                faults.add(path + "/criterion", noCriterion(item.criterion()));
            } else {
                List<String> kinds = scorer.criteria().get(index.getAsInt()).kinds();
                if (!kinds.isEmpty() && !kinds.contains(item.kind())) {
                    faults.add(
                            path + "/kind",
                            Message.of(
                                            "criterion %s takes no kind \"%s\"",
                                            item.criterion(), item.kind())
                                    .then(suggestions.of(item.kind(), kinds)));
                }
            }
            String channel = item.channel();
            if (channel != null && !channels.contains(channel)) {
                faults.add(
                        path + "/channel",
                        Message.of("the rubric has no channel \"%s\"", channel)
                                .then(suggestions.of(channel, channels)));
            }
            String section = item.section();
            if (section != null && !sections.contains(section)) {
                faults.add(
                        path + "/section",
                        Message.of("the unit has no section \"%s\"", section)
                                .then(suggestions.of(section, sections)));
            }
        }

        private static Message noCriterion(String code) {
            return Message.of("there is no criterion %s", code);
        }
    }
}
