package org.kongdee.notification.milestone;

import static org.kongdee.notification.Api.as;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kongdee.notification.Api;
import org.kongdee.notification.RubricFake;

/** A cycle of one unit that no other test uses, and what rubric-service tells of it. */
public record RubricCycle(String key, String unit) {

    private static final String MILESTONE =
            """
            {"id": "%1$s:%2$s:1.1.1:1", "unit": "%2$s", "criterion": "1.1.1", "code": "1", "round": null, "due": "%3$s",
             "sections": ["LEGAL"], "sectionTitles": [{"code": "LEGAL", "title": {"en": "Legal affairs", "th": "นิติการ"}}],
             "each": null, "section": null, "persons": [], "status": "%4$s", "title": {"en": "Guideline", "th": "แนวทาง"},
             "criterionTitle": {"en": "Against corruption", "th": "ป้องกันการทุจริต"}, "criterionLabel": null,
             "missing": [{"en": "Guideline in place", "th": "มีแนวทาง"}], "example": null, "open": ["LEGAL"],
             "reason": null, "settled": null, "by": "organiser", "byName": null, "changedAt": "2021-08-01T01:00:00Z", "etag": "\\"1\\""}""";

    private static final String OF_A_SECTION =
            """
            {"id": "%1$s:%2$s:7.3.1:1:%4$s", "unit": "%2$s", "criterion": "7.3.1", "code": "1", "round": 1, "due": "%3$s",
             "sections": ["%4$s"], "sectionTitles": [{"code": "%4$s", "title": {"en": "Section %4$s", "th": "ส่วน %4$s"}}],
             "each": "SECTION", "section": "%4$s", "persons": [], "status": "PLANNED",
             "title": {"en": "Hold a meeting", "th": "จัดประชุม"}, "criterionTitle": {"en": "Meetings", "th": "การประชุม"}, "criterionLabel": null,
             "missing": [], "example": {"en": "Minutes", "th": "รายงานการประชุม"}, "open": ["%4$s"],
             "reason": null, "settled": null, "by": "organiser", "byName": null, "changedAt": "2021-08-01T01:00:00Z", "etag": "\\"1\\""}""";

    private static final String CYCLE =
            """
            {"cycle": "%s", "rubric": "division-contest", "version": "2565",
             "title": {"en": "Contest", "th": "ประกวด"}, "period": {"start": "2021-08-01", "end": "2022-07-30"},
             "timeZone": "Asia/Bangkok", "review": "PEER", "claimsWithoutEvidence": "FLAG", "status": "%s",
             "evidence": null, "changedAt": "2021-08-01T01:00:00Z", "etag": "\\"1\\""}""";

    private static final String STANDING =
            """
            {"unit": "%s", "title": {"en": "Secretariat", "th": "สำนักงานเลขานุการกรม"}, "waiting": %d, "unassigned": 1, "backed": 18.5,
             "claimed": 20, "max": 120,
             "sections": [{"section": "LEGAL", "title": {"en": "Legal affairs", "th": "นิติการ"}, "criteria": 9, "shared": 2,
                           "waiting": 1, "backed": 4, "claimed": 4.5, "max": 12}],
             "changedAt": "2022-01-06T17:00:00Z"}""";

    private static final String NOTICE =
            """
            {"id": "%1$s:1", "unit": "%2$s", "kind": "EVIDENCE_REJECTED", "item": "%1$s", "version": 1, "title": "Circular",
             "criterion": "1.1.2", "criterionTitle": {"en": "Known to staff", "th": "บุคลากรทราบ"},
             "evidenceKind": {"code": "communication", "title": {"en": "Communication", "th": "การสื่อสาร"}}, "section": "LEGAL",
             "filedBy": "u-7", "filedByName": null, "filedAt": "2022-01-05T02:00:00Z", "note": "not signed",
             "rejectedAt": "2022-01-06T02:00:00Z", "ended": %3$s, "changedAt": "2022-01-06T02:00:00Z"}""";

    public RubricCycle() {
        this(Api.freshKey("cycle"), Api.freshUnit());
    }

    /** The only cycle that rubric-service has from now on. */
    public void is(String state) {
        are(state, this);
    }

    /** The only cycles that rubric-service has from now on. */
    static void are(String state, RubricCycle... cycles) {
        RubricFake.record(
                "/v1/cycles",
                """
                {"items": [%s], "page": 0, "size": 200, "total": %d}"""
                        .formatted(
                                Arrays.stream(cycles)
                                        .map(cycle -> CYCLE.formatted(cycle.key(), state))
                                        .collect(Collectors.joining(",")),
                                cycles.length));
    }

    /** A milestone that LEGAL owes. */
    public String joint(String due, String status) {
        return MILESTONE.formatted(key, unit, due, status);
    }

    /** A milestone that this section owes by itself, beside others. */
    public String owedBy(String section, String due) {
        return OF_A_SECTION.formatted(key, unit, due, section);
    }

    String standing(int waiting) {
        return STANDING.formatted(unit, waiting);
    }

    String notice(String item, boolean ended) {
        return NOTICE.formatted(item, unit, ended);
    }

    /** Where it stands. */
    public void stands(int waiting) {
        standings("s-" + waiting, standing(waiting));
    }

    /** An item of LEGAL, or of no section, was rejected just now. */
    public void rejected(String item, String filedBy, boolean ofASection) {
        String now = java.time.Instant.now().toString();
        notices(
                "n-" + item,
                notice(item, false)
                        .replace("2022-01-06T02:00:00Z", now)
                        .replace("\"u-7\"", "\"" + filedBy + "\"")
                        .replace(
                                "\"section\": \"LEGAL\"",
                                ofASection ? "\"section\": \"LEGAL\"" : "\"section\": null"));
    }

    public void milestones(String cursor, String... rows) {
        tell("milestones", cursor, rows);
    }

    void standings(String cursor, String... rows) {
        tell("standings", cursor, rows);
    }

    void notices(String cursor, String... rows) {
        tell("notices", cursor, rows);
    }

    /**
     * @param what such as milestones, or milestones?changedSince=c-1
     */
    void tell(String what, String cursor, String... rows) {
        RubricFake.record(
                "/v1/cycles/" + key + "/" + what,
                "{\"items\": [%s], \"cursor\": \"%s\"}".formatted(String.join(",", rows), cursor));
    }

    void isDownFor(String what) {
        RubricFake.record("/v1/cycles/" + key + "/" + what, "");
    }

    /** What was asked and told of it, in that order. */
    public List<String> calls() {
        return RubricFake.calls().stream().filter(call -> call.contains(key)).toList();
    }

    public static void sync() {
        as("organiser").post("/v1/sync").then().statusCode(200);
    }
}
