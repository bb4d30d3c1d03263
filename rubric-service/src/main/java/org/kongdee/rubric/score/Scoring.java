package org.kongdee.rubric.score;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.rubric.score.Score.NotApplicableState;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Claims;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.rubric.scoring.ScoringFault;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Put;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/** The rules of writing one score, the same for one and for many. */
final class Scoring {

    private Scoring() {}

    /**
     * What a put changes.
     *
     * @param suggestions of the request
     * @return null if the same claim and note are there already
     */
    static Change.@Nullable Scored plan(
            Stage stage,
            Criterion criterion,
            @Nullable Entry before,
            PutScore wanted,
            @Nullable IfMatch ifMatch,
            Suggestions suggestions) {
        refuseWrongClaim(criterion, wanted.claim(), suggestions);
        Put put =
                Put.decide(
                        ifMatch,
                        before == null ? null : ETags.of(before.revision()),
                        before != null && before.says(wanted));
        if (put == Put.NOTHING) {
            return null;
        }
        NotApplicableState state = notApplicable(stage, wanted.claim());
        return new Change.Scored(
                criterion.code(),
                before,
                wanted.claim(),
                wanted.note(),
                state,
                Claims.points(criterion, wanted.claim()),
                Claims.mark(criterion, wanted.claim(), state == NotApplicableState.CONFIRMED));
    }

    static Message unknownCriterion(Scorer scorer, String code) {
        if (scorer.isForOthers(code)) {
            return Message.of(
                    "Criterion '%s' is not for units of the group '%s'.", code, scorer.group());
        }
        return Message.of(
                "Version '%s' of rubric '%s' has no criterion '%s'.",
                scorer.rubric().version(), scorer.rubric().code(), code);
    }

    static void refuseUnlessOpen(String cycle, CycleView.Status status) {
        if (status != CycleView.Status.OPEN) {
            throw new Conflict(
                    "cycle-state",
                    Message.of(
                            "Cycle '%s' is %s; scores change only while it is OPEN.",
                            cycle, status));
        }
    }

    static Score view(Scorer scorer, Ledger ledger, Criterion criterion, Entry entry) {
        return new Score(
                criterion.code(),
                ledger.stage(),
                entry.claim(),
                Exact.plain(Claims.points(criterion, entry.claim())),
                Exact.plain(criterion.max()),
                entry.note(),
                entry.notApplicable(),
                ledger.backing().isExceededBy(scorer, criterion, entry.claim()),
                entry.by(),
                entry.byName(),
                entry.at(),
                ETags.of(entry.revision()));
    }

    /** An assessor who says that a criterion does not apply has thereby confirmed it. */
    private static @Nullable NotApplicableState notApplicable(Stage stage, Claim claim) {
        if (!(claim instanceof Claim.NotApplicable)) {
            return null;
        }
        return switch (stage) {
            case SELF -> NotApplicableState.CLAIMED;
            case COMMITTEE -> NotApplicableState.CONFIRMED;
        };
    }

    private static void refuseWrongClaim(
            Criterion criterion, Claim claim, Suggestions suggestions) {
        List<ScoringFault> faults = Claims.check(criterion, claim, suggestions);
        if (!faults.isEmpty()) {
            throw new RuleBroken(
                    "invalid-claim",
                    Message.of(
                            "The claim does not fit criterion %s: %s",
                            criterion.code(), faults.getFirst().message()),
                    faults.stream()
                            .map(fault -> FieldError.at("/claim" + fault.path(), fault.message()))
                            .toList());
        }
    }
}
