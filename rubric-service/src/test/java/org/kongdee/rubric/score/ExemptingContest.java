package org.kongdee.rubric.score;

import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshKey;
import static org.kongdee.rubric.Api.freshUnit;

import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.Contest;

/** The real contest exempts nobody from anything; this one does, from unit cost. */
final class ExemptingContest {

    private ExemptingContest() {}

    /** An open cycle with one unit. */
    static Contest open() {
        String rubric = freshKey("r");
        Contest.importing(
                        BuiltIn.contestThatExempts()
                                .replaceFirst("(?m)^rubric: .*$", "rubric: " + rubric))
                .then()
                .statusCode(201);
        as("author")
                .post("/v1/rubrics/" + rubric + "/versions/2565/publish")
                .then()
                .statusCode(200);
        var contest = new Contest(rubric, freshKey("c"), freshUnit());
        Contest.unit(contest.unit());
        as("organiser")
                .body(
                        """
                        {"rubric":"%s","version":"2565","period":{"start":"2021-08-01","end":"2022-07-30"}}
                        """
                                .formatted(rubric))
                .put("/v1/cycles/" + contest.cycle())
                .then()
                .statusCode(201);
        contest.enrol(contest.unit()).then().statusCode(201);
        as("organiser").post("/v1/cycles/" + contest.cycle() + "/open").then().statusCode(200);
        return contest;
    }
}
