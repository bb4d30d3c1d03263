package org.kongdee.rubric.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.readiness.Accepted.Outcome;
import org.kongdee.rubric.readiness.Accepted.What;
import org.kongdee.rubric.readiness.Snapshot.Standing;
import org.kongdee.rubric.score.BulkScoreService;
import org.kongdee.rubric.score.ScoreLine;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Claims;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.rubric.scoring.Support;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/**
 * Takes what the evidence supports as self-scores. Each score is written only if it still stands as
 * it was read; what somebody changed in between is refused, and says so.
 */
@ApplicationScoped
class SuggestionService {

    private final ReadinessService readiness;
    private final BulkScoreService scores;
    private final Bulk bulk;

    SuggestionService(ReadinessService readiness, BulkScoreService scores, Bulk bulk) {
        this.readiness = readiness;
        this.scores = scores;
        this.bulk = bulk;
    }

    @Transactional
    Accepted accept(String cycle, String unit, AcceptSuggestions wanted, boolean overwrite) {
        Snapshot snapshot = readiness.snapshot(cycle, unit);
        Scorer scorer = readiness.scorer(snapshot);
        Tally accepted = snapshot.evidence().accepted(readiness.today(snapshot));
        List<Outcome> outcomes = new ArrayList<>();
        List<ScoreLine> lines = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Criterion criterion : named(scorer, wanted)) {
            Support support =
                    Support.of(
                            criterion, accepted.of(criterion.code()), snapshot.evidence().scope());
            Standing standing = snapshot.standing().get(criterion.code());
            Suggestion suggestion =
                    Suggestion.of(
                            criterion,
                            support,
                            standing == null ? null : standing.claim(),
                            overwrite);
            if (suggestion.what().writes() && suggestion.claim() != null) {
                lines.add(line(unit, criterion, suggestion.claim(), standing));
                places.add(outcomes.size());
            }
            outcomes.add(outcome(criterion, suggestion));
        }
        refuse(scores.put(cycle, lines), places, outcomes);
        int written = (int) outcomes.stream().filter(o -> o.outcome().writes()).count();
        return new Accepted(snapshot.factsAsOf(), written, outcomes);
    }

    private static ScoreLine line(
            String unit, Criterion criterion, Claim claim, @Nullable Standing standing) {
        return new ScoreLine(
                unit,
                criterion.code(),
                Stage.SELF,
                claim,
                standing == null ? null : standing.note(),
                standing == null ? null : ETags.of(standing.revision()));
    }

    private static Outcome outcome(Criterion criterion, Suggestion suggestion) {
        Claim claim = suggestion.claim();
        return new Outcome(
                criterion.code(),
                suggestion.what(),
                claim,
                claim == null ? null : Exact.plain(Claims.points(criterion, claim)),
                null);
    }

    /** Puts the refusals of the lines in the places of their criteria. */
    private void refuse(
            List<org.kongdee.web.bulk.Outcome> written,
            List<Integer> places,
            List<Outcome> outcomes) {
        for (int i = 0; i < written.size(); i++) {
            if (!written.get(i).accepted()) {
                int place = places.get(i);
                outcomes.set(
                        place,
                        new Outcome(
                                outcomes.get(place).criterion(),
                                What.REFUSED,
                                null,
                                null,
                                bulk.view(written.get(i), List.of()).problem()));
            }
        }
    }

    private static List<Criterion> named(Scorer scorer, AcceptSuggestions wanted) {
        List<String> codes = wanted.criteria();
        if (codes == null) {
            return scorer.criteria();
        }
        List<FieldError> unknown = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            named.add(codes.get(i));
            if (scorer.indexOf(codes.get(i)).isEmpty()) {
                unknown.add(
                        FieldError.at(
                                "/criteria/" + i,
                                Message.of("there is no criterion '%s'", codes.get(i))));
            }
        }
        if (!unknown.isEmpty()) {
            throw new RuleBroken(
                    "unknown-criterion", Message.of("The rubric has no such criterion."), unknown);
        }
        return scorer.criteria().stream()
                .filter(criterion -> named.contains(criterion.code()))
                .toList();
    }
}
