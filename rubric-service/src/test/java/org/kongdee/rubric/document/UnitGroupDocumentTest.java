package org.kongdee.rubric.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.rubric.MaturityModel;

/** Labels, groups of units, deductions and gates as documents say them. */
class UnitGroupDocumentTest {

    private static final String GOOD =
            """
            rubric: small
            version: "1"
            title: {en: "Small"}
            aggregate: sum
            groups: [{code: SMALL, title: {en: "Small"}}, {code: LARGE, title: {th: "ใหญ่"}}]
            nodes:
              - code: A
                title: {en: "Group"}
                label: "๑"
                appliesTo: [SMALL, LARGE]
                aggregate: sum
                requires: [{criterion: A1, points: 1.5}]
                nodes:
                  - {code: A1, label: "๑.๑", title: {en: "Value"}, scheme: numeric, min: 0, max: 2}
                  - {code: A2, appliesTo: [LARGE], title: {en: "Large"}, scheme: binary, points: 1}
                  - {code: A3, deducts: true, title: {en: "Late"}, scheme: binary, points: 1}
            bands:
              - {code: GOOD, from: 50, requires: [{criterion: A2, points: 1}]}
              - {code: BAD, from: 0}
            """;

    @Test
    void readsAndWritesThem() {
        Rubric rubric = accepted(GOOD);

        assertThat(rubric.max()).isEqualByComparingTo("3");
        assertThat(RubricDocument.toJson(rubric))
                .contains(
                        "\"groups\":[{\"code\":\"SMALL\",\"title\":{\"en\":\"Small\"}},{\"code\":\"LARGE\",\"title\":{\"th\":\"ใหญ่\"}}]",
                        "\"label\":\"๑\",\"appliesTo\":[\"SMALL\",\"LARGE\"],\"aggregate\":\"sum\",\"requires\":[{\"criterion\":\"A1\",\"points\":1.5}],",
                        "\"deducts\":true,\"scheme\":\"binary\"",
                        "{\"code\":\"GOOD\",\"from\":50,\"requires\":[{\"criterion\":\"A2\",\"points\":1}]}");
        assertThat(accepted(RubricDocument.toJson(rubric))).isEqualTo(rubric);
        assertThat(accepted(RubricDocument.toYaml(rubric))).isEqualTo(rubric);
        Rubric model = accepted(MaturityModel.document("m"));
        assertThat(accepted(RubricDocument.toYaml(model))).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "code: SMALL, | code: Small, | /groups/0/code | \"Small\" is not well formed: capital letters, digits and hyphens, at most 32, such as SMALL",
                "code: LARGE, title | code: SMALL, title | /groups/1/code | the code SMALL is taken",
                "[SMALL, LARGE] | [SMALL, LARGER] | /nodes/0/appliesTo/1 | the group LARGER is none of the rubric's groups; did you mean \"LARGE\"?",
                "[SMALL, LARGE] | [SMALL, SMALL] | /nodes/0/appliesTo/1 | SMALL is named twice",
                "[SMALL, LARGE] | [SMALL] | /nodes/0/nodes/1/appliesTo | no unit has it: the node that it stands in is for other groups",
                "[SMALL, LARGE] | [LARGE] | /groups/0 | there are no points to win for units of the group SMALL",
                "[SMALL, LARGE] | [] | /nodes/0/appliesTo | must not be empty",
                "[LARGE] | LARGE | /nodes/0/nodes/1/appliesTo | must be a list, not a text",
                "deducts: true | deducts: yes | /nodes/0/nodes/2/deducts | must be either true or false, not a text",
                "`label: \"๑.๑\"` | `label: \" \"` | /nodes/0/nodes/0/label | \" \" is not well formed: a text that is not blank",
                "`label: \"๑.๑\"` | label: 1.1 | /nodes/0/nodes/0/label | must be a text, not a number; write it in quotes",
                "criterion: A1 | criterion: A9 | /nodes/0/requires/0/criterion | there is no criterion A9; did you mean \"A1\"?",
                "criterion: A1 | criterion: A3 | /nodes/0/requires/0/criterion | criterion A3 deducts; a gate cannot ask for its points",
                "points: 1.5} | points: 2.5} | /nodes/0/requires/0/points | the maximum of criterion A1 is 2",
                "points: 1.5} | points: 0} | /nodes/0/requires/0/points | must be more than 0",
                "points: 1.5}] | points: 1}, {criterion: A1, points: 2}] | /nodes/0/requires/1/criterion | criterion A1 is named twice",
                "points: 1.5}] | points: 1.5, colour: red}] | /nodes/0/requires/0/colour | unknown field \"colour\"",
                "{criterion: A2, points: 1} | {criterion: A2, points: 3} | /bands/0/requires/0/points | the maximum of criterion A2 is 1",
                "{code: A1, | {requires: [], code: A1, | /nodes/0/nodes/0/requires | unknown field \"requires\"",
                "aggregate: sum` `    requires | aggregate: mean` `    requires | /nodes/0/nodes/2/deducts | points are taken from a sum only; the parent aggregates by mean",
                "deducts: true, | deducts: true, deadlines: [{code: D1, due: --01-15, title: {en: x}}], | /nodes/0/nodes/2/deadlines/0 | \"when\" is missing; full points do not meet a deadline where they deduct",
            })
    void namesWhatIsWrong(String good, String bad, String path, String message) {
        String before = good.replace("` `", "\n");
        assertThat(GOOD).contains(before);

        Reading<Rubric> reading =
                RubricDocument.parse(GOOD.replace(before, bad.replace("` `", "\n")));

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused<Rubric>) reading).faults())
                .extracting(Fault::path, fault -> fault.message().toString())
                .contains(tuple(path, message));
    }

    @Test
    void somethingMustBeLeftToWin() {
        String only =
                GOOD.replace("code: A1, label: \"๑.๑\",", "code: A1, deducts: true,")
                        .replace("code: A2,", "code: A2, deducts: true,");

        Reading<Rubric> reading = RubricDocument.parse(only);

        assertThat(((Reading.Refused<Rubric>) reading).faults())
                .extracting(fault -> fault.message().toString())
                .contains("all that stands here deducts; there are no points to win");
    }

    private static Rubric accepted(String document) {
        Reading<Rubric> reading = RubricDocument.parse(document);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Rubric>) reading).content();
    }
}
