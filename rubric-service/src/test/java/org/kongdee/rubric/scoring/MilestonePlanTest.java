package org.kongdee.rubric.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Milestone;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.facts.EvidenceItem;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.web.text.LocalizedText;

class MilestonePlanTest {

    private static final Period PERIOD =
            new Period(LocalDate.of(2021, 8, 1), LocalDate.of(2022, 7, 30));
    private static final Scope UNIT = new Scope(PERIOD, Set.of("LEGAL", "PLAN"));

    @ParameterizedTest
    @CsvSource({
        "1.1.1, 1, 2022-01-15",
        "1.1.3, 1, 2022-03-15",
        "1.1.3, 2, 2022-06-15",
        "2.1, 1, 2021-11-30",
        "7.2.2, 1, 2021-12-09",
    })
    void fallsOnItsDayInTheCycle(String criterion, String code, LocalDate date) {
        assertThat(MilestonePlan.of(BuiltIn.contest(), PERIOD))
                .filteredOn(due -> due.criterion().code().equals(criterion))
                .filteredOn(due -> due.milestone().code().equals(code))
                .extracting(MilestonePlan.Due::date)
                .containsExactly(date);
    }

    @Test
    void isAFaultOfACycleThatEndsBeforeIt() {
        Period tooShort = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 6, 29));

        assertThat(MilestonePlan.faults(BuiltIn.contest(), tooShort))
                .contains(
                        new ScoringFault(
                                "/period",
                                "milestone 2 of criterion 1.1.4, due --06-30, is outside the period"
                                        + " 2022-01-01 to 2022-06-29"),
                        new ScoringFault(
                                "/period",
                                "--11-30 in a rule of criterion 2.4 is outside the period 2022-01-01"
                                        + " to 2022-06-29"));
    }

    @Test
    void tellsTheFirstDaysOutsideACycleAndHowManyMore() {
        var milestones =
                IntStream.range(0, 50)
                        .mapToObj(i -> "{code: m%d, due: --12-31, when: 'true'}".formatted(i))
                        .collect(Collectors.joining(","));
        var nodes =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        "{code: c%d, title: {en: e, th: ท}, scheme: binary, points: 1, milestones: [%s]}"
                                                .formatted(i, milestones))
                        .collect(Collectors.joining(","));
        var document =
                "{rubric: r, version: v, title: {en: e, th: ท}, aggregate: sum, nodes: [%s]}"
                        .formatted(nodes);
        Rubric rubric = ((RubricDocument.Accepted) RubricDocument.parse(document)).rubric();
        var tooShort = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 6, 30));

        assertThat(MilestonePlan.faults(rubric, tooShort))
                .hasSize(1_001)
                .last()
                .isEqualTo(new ScoringFault("/period", "and 1000 more days"));
    }

    /** The kinds of evidence shown, and which milestones of the criterion they meet. */
    @ParameterizedTest
    @CsvSource({
        "1.1.1, guideline, ",
        "1.1.1, guideline activity acknowledgement, 1",
        "1.1.3, follow-up, 1",
        "1.1.3, follow-up follow-up, 1 2",
        "5.4, survey, 1",
        "5.4, analysis, 2",
        "5.4, survey analysis, 1 2",
        "7.3.1, section-meeting@LEGAL, ",
        "7.3.1, section-meeting@LEGAL section-meeting@PLAN, 1",
        "7.3.1, section-meeting@LEGAL section-meeting@PLAN section-meeting@PLAN, 1",
        "7.3.1, section-meeting@LEGAL section-meeting@LEGAL section-meeting@PLAN section-meeting@PLAN, 1 2",
    })
    void isMetByItsRuleOrByFullPoints(String code, String shown, @Nullable String met) {
        Criterion criterion = criterion(code);
        List<EvidenceItem> items = new ArrayList<>();
        for (String kind : shown.split(" ", -1)) {
            String[] parts = kind.split("@", -1);
            items.add(
                    new EvidenceItem(
                            code,
                            parts[0],
                            null,
                            parts.length > 1 ? parts[1] : null,
                            PERIOD.start(),
                            null,
                            Set.of(),
                            null));
        }
        Tally tally = Tally.of(items, PERIOD, null);

        List<String> metCodes =
                criterion.milestones().stream()
                        .filter(m -> MilestonePlan.state(criterion, m, tally.of(code), UNIT).met())
                        .map(Milestone::code)
                        .toList();

        assertThat(String.join(" ", metCodes)).isEqualTo(met == null ? "" : met);
    }

    @Test
    void saysWhatIsMissing() {
        Criterion criterion = criterion("1.1.3");
        MilestonePlan.State state =
                MilestonePlan.state(
                        criterion,
                        criterion.milestones().getLast(),
                        Tally.of(List.of(), PERIOD, null).of("1.1.3"),
                        UNIT);

        assertThat(state.missing())
                .containsExactly(
                        new LocalizedText("follow-up: have 0, need 2", "follow-up: มี 0 ต้องมี 2"));
    }

    private static Criterion criterion(String code) {
        return BuiltIn.contest().criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
