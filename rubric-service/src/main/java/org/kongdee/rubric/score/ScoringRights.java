package org.kongdee.rubric.score;

import jakarta.enterprise.context.ApplicationScoped;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Message;

/** Who may score what: officers and automation for the unit itself, assessors for the committee. */
@ApplicationScoped
class ScoringRights {

    private final Caller caller;

    ScoringRights(Caller caller) {
        this.caller = caller;
    }

    /**
     * @throws Forbidden if the caller may not score the stage of the unit; an officer's other units
     *     are not even there
     */
    void mustScore(String unit, Stage stage) {
        caller.mustSee(unit);
        switch (stage) {
            case SELF -> {
                boolean own = caller.is(Roles.OFFICER) && caller.isOf(unit);
                if (!own && !caller.is(Roles.AUTOMATION)) {
                    throw new Forbidden(
                            Message.of(
                                    "Only officers of the unit and automation score the stage SELF."));
                }
            }
            case COMMITTEE -> {
                if (!caller.is(Roles.ASSESSOR)) {
                    throw new Forbidden(Message.of("Only assessors score the stage COMMITTEE."));
                }
                caller.mustNotJudgeOwnUnit(unit);
            }
        }
    }

    /**
     * What a unit claims is confirmed by nobody of the unit, whatever else they are.
     *
     * @throws Forbidden if the caller may not confirm that a criterion does not apply
     */
    void mustConfirm(String unit) {
        if (!caller.isAny(Roles.ORGANISER, Roles.ASSESSOR)) {
            throw new Forbidden(
                    Message.of(
                            "Only organisers and assessors confirm that a criterion does not apply."));
        }
        if (!caller.is(Roles.ORGANISER)) {
            caller.mustNotJudgeOwnUnit(unit);
        }
        if (caller.isOf(unit)) {
            throw new Forbidden(
                    Message.of("An organiser of the unit itself cannot confirm anything for it."));
        }
    }

    /**
     * @throws Forbidden if the caller is who claimed what is to be confirmed
     */
    void mustNotBe(String claimedBy) {
        if (caller.subject().equals(claimedBy)) {
            throw new Forbidden(
                    Message.of(
                            "Whoever claimed that a criterion does not apply cannot confirm it."));
        }
    }
}
