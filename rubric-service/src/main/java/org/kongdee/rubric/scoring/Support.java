package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.DocumentText;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.rubric.rule.Verdict;
import org.kongdee.web.text.LocalizedText;

/**
 * What the evidence of a criterion supports, why, and what is missing for the next points.
 *
 * <p>A ladder is supported up to the rung below the first whose rule is not met; neighbours that
 * ask for the same are reached together. Tiers and numeric values are never inferred: somebody must
 * claim them.
 *
 * @param claim the claim that the evidence supports; null if the scheme infers none
 * @param points what that claim is worth
 * @param reasons of each rung, whether its own rule is met
 * @param missing the next step of each ladder that is not at its top
 */
public record Support(
        @Nullable Claim claim, BigDecimal points, List<Reason> reasons, List<Missing> missing) {

    private static final LocalizedText NEEDS_CLAIM =
            new LocalizedText("only a claim can say so", "ต้องระบุด้วยการประเมินเท่านั้น");

    /**
     * Whether a rule is met.
     *
     * @param part of a composite
     * @param rung null if the criterion has no rungs
     */
    public record Reason(
            @Nullable String part, @Nullable Integer rung, boolean met, LocalizedText because) {}

    /**
     * What is needed for the next points.
     *
     * @param part of a composite
     * @param rung the rung that would be reached; null if the criterion has no rungs
     * @param points what it would add
     */
    public record Missing(
            @Nullable String part,
            @Nullable Integer rung,
            BigDecimal points,
            LocalizedText needs) {}

    public Support {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }

    /** Whether the evidence supports all the points there are. */
    public boolean isFull(Criterion criterion) {
        return claim != null && points.compareTo(criterion.max()) == 0;
    }

    public static Support of(Criterion criterion, Facts facts, Scope scope) {
        List<Reason> reasons = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        Claim claim =
                switch (criterion.scheme()) {
                    case Scheme.Ladders ladders -> {
                        Map<String, Integer> rungs = new TreeMap<>();
                        for (Scheme.Part part : ladders.parts()) {
                            int rung = climb(part, facts, scope, reasons, missing);
                            if (part.code() == null) {
                                yield new Claim.Rung(rung);
                            }
                            rungs.put(part.code(), rung);
                        }
                        yield new Claim.Parts(rungs);
                    }
                    case Scheme.Binary(var points, var when) when when != null ->
                            new Claim.Met(
                                    decide(
                                            criterion, points, when, facts, scope, reasons,
                                            missing));
                    case Scheme.Binary _, Scheme.Tiers _, Scheme.Numeric _ -> {
                        missing.add(
                                new Missing(
                                        null,
                                        null,
                                        criterion.max(),
                                        titled(criterion.title(), NEEDS_CLAIM)));
                        yield null;
                    }
                };
        BigDecimal points = claim == null ? BigDecimal.ZERO : Claims.points(criterion, claim);
        // Nobody lacks what would only take points away.
        return new Support(claim, points, reasons, criterion.deducts() ? List.of() : missing);
    }

    private static int climb(
            Scheme.Part part,
            Facts facts,
            Scope scope,
            List<Reason> reasons,
            List<Missing> missing) {
        List<Scheme.Rung> rungs = part.rungs();
        List<Verdict> verdicts =
                rungs.stream().map(rung -> verdict(rung.when(), facts, scope)).toList();
        int reached = 0;
        while (reached < rungs.size() && verdicts.get(reached).met()) {
            reached++;
        }
        for (int i = 0; i < rungs.size(); i++) {
            Verdict verdict = verdicts.get(i);
            reasons.add(new Reason(part.code(), i + 1, verdict.met(), verdict.because()));
        }
        if (reached < rungs.size()) {
            int next = reached + 1;
            while (next < rungs.size() && rungs.get(next).asksForTheSameAs(rungs.get(reached))) {
                next++;
            }
            missing.add(
                    new Missing(
                            part.code(),
                            next,
                            part.pointsAt(next).subtract(part.pointsAt(reached)),
                            needs(rungs.get(reached), verdicts.get(reached))));
        }
        return reached;
    }

    private static boolean decide(
            Criterion criterion,
            BigDecimal points,
            Rule when,
            Facts facts,
            Scope scope,
            List<Reason> reasons,
            List<Missing> missing) {
        Verdict verdict = when.verdict(facts, scope);
        reasons.add(new Reason(null, null, verdict.met(), verdict.because()));
        if (!verdict.met()) {
            missing.add(
                    new Missing(null, null, points, titled(criterion.title(), verdict.because())));
        }
        return verdict.met();
    }

    private static Verdict verdict(@Nullable Rule rule, Facts facts, Scope scope) {
        return rule == null ? new Verdict(false, NEEDS_CLAIM) : rule.verdict(facts, scope);
    }

    private static LocalizedText needs(Scheme.Rung rung, Verdict verdict) {
        DocumentText own = rung.needs();
        return own != null ? own.filled() : titled(rung.title(), verdict.because());
    }

    /** "Through 2 channels (communication: have 1, need 2 channels)" */
    private static LocalizedText titled(DocumentText written, LocalizedText detail) {
        LocalizedText title = written.filled();
        return new LocalizedText(
                title.en() + " (" + detail.en() + ")", title.th() + " (" + detail.th() + ")");
    }
}
