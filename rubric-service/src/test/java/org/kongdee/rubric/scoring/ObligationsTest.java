package org.kongdee.rubric.scoring;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.PlanBasis;
import org.kongdee.rubric.document.PlanDocument;
import org.kongdee.rubric.document.Reading;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.facts.EvidenceItem;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.web.text.LocalizedText;

class ObligationsTest {

    private static final Period PERIOD = BuiltIn.YEAR_2565;
    private static final Scope UNIT =
            new Scope(
                    PERIOD,
                    Set.copyOf(BuiltIn.SLK),
                    Map.of("PLAN", new LocalizedText("Planning", "ส่วนแผนงาน")));

    /** Criterion, code, day, owners, and whether each of them owes it. */
    private static final String SHEET =
            """
            1.1.1 1 2022-01-15 LEGAL
            1.1.2 1 2022-01-15 LEGAL
            1.1.3 1 2022-03-15 LEGAL
            1.1.3 2 2022-06-15 LEGAL
            1.1.4 1 2022-03-31 LEGAL
            1.1.4 2 2022-06-30 LEGAL
            1.2.1 1 2022-01-30 PLAN
            1.2.2 1 2022-01-30 PLAN
            1.2.3 1 2022-02-28 PLAN
            1.2.3 2 2022-06-15 PLAN
            1.2.4 1 2022-03-15 PLAN
            1.2.4 2 2022-06-30 PLAN
            1.3.1 1 2022-03-15 EXECUTIVE-SUPPORT
            1.3.2 1 2022-03-15 EXECUTIVE-SUPPORT
            1.3.3 1 2022-02-28 EXECUTIVE-SUPPORT
            1.3.3 2 2022-06-15 EXECUTIVE-SUPPORT
            1.3.4 1 2022-03-15 EXECUTIVE-SUPPORT
            1.3.4 2 2022-06-30 EXECUTIVE-SUPPORT
            3.1 1 2022-01-15 PUBLIC-RELATIONS
            3.2 1 2022-03-15 LEGAL
            3.2 2 2022-06-30 LEGAL
            3.3 1 2022-03-15 LEGAL,PUBLIC-RELATIONS
            3.3 2 2022-06-30 LEGAL,PUBLIC-RELATIONS
            3.4 1 2022-01-15 LEGAL,PUBLIC-RELATIONS
            4.2.1 1 2021-12-24 HR-DEVELOPMENT
            4.2.3 1 2022-01-15 HR-DEVELOPMENT
            4.2.3 2 2022-06-15 HR-DEVELOPMENT
            4.2.4 1 2021-12-31 RECORDS each
            4.2.4 2 2021-12-31 EXECUTIVE-SUPPORT each
            4.2.4 3 2022-01-31 HR-DEVELOPMENT each
            4.2.4 4 2022-02-28 PERSONNEL each
            4.2.4 5 2022-05-31 PUBLIC-RELATIONS each
            5.4 1 2022-01-15 ALL each
            5.4 2 2022-01-20 ALL each
            5.5 1 2022-01-31 ALL
            6.1 1 2022-01-15 ALL each
            6.2 1 2022-01-31 ALL
            6.3 1 2022-03-31 ALL
            6.4 1 2022-01-15 ALL each
            6.5 1 2022-01-31 HR-DEVELOPMENT
            6.6 1 2022-03-31 ALL
            7.1.2 1 2022-01-31 FINANCE
            7.1.3 1 2022-02-28 FINANCE
            7.2.2 1 2021-12-09 EXECUTIVE-SUPPORT
            7.2.2 2 2022-03-31 EXECUTIVE-SUPPORT
            7.2.3 1 2021-12-30 EXECUTIVE-SUPPORT
            7.2.3 2 2022-04-30 EXECUTIVE-SUPPORT
            7.3.1 1 2022-01-15 ALL each
            7.3.1 2 2022-06-15 ALL each
            """;

    /** A criterion with everything, and one without kinds. */
    private static final String SMALL =
            """
            {rubric: small, version: v, title: {en: e}, aggregate: sum,
             kinds: [{code: plan, title: {en: Plan, th: แผน}}, {code: photograph, title: {en: Photograph}}], nodes: [
              {code: A, title: {en: Whole}, kinds: [plan, photograph], scheme: ladder, rungs: [
                {points: 1, title: {en: One}, when: 'count("plan") >= 1'},
                {points: 1, title: {en: Two}, when: 'count("plan") >= 2'}],
               deadlines: [{code: D1, due: --02-29, title: {en: Fixed}}]},
              {code: B, title: {en: Any}, scheme: binary, points: 1, when: 'count("evidence") >= 1'}]}
            """;

    @Test
    void thePlanOfTheSecretariatHasEveryDayOfItsSheet() {
        List<String> planned =
                secretariat().stream()
                        .filter(row -> !row.fixed())
                        .collect(
                                groupingBy(
                                        row -> row.criterion().code() + " " + row.code(),
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + " " + line(entry.getValue()))
                        .toList();

        assertThat(planned).hasSize(49);
        assertThat(String.join("\n", planned) + "\n").isEqualTo(SHEET);
    }

    /** Day and owners of one milestone, of which each owner may have a row. */
    private static String line(List<Obligation> rows) {
        Obligation first = rows.getFirst();
        if (first.section() == null) {
            assertThat(rows).hasSize(1);
            return first.due() + " " + String.join(",", first.owners());
        }
        assertThat(rows)
                .allSatisfy(
                        row -> {
                            assertThat(row.due()).isEqualTo(first.due());
                            assertThat(row.owners())
                                    .containsExactly(Objects.requireNonNull(row.section()));
                        });
        List<String> sections = rows.stream().map(Obligation::section).toList();
        return first.due()
                + " "
                + (sections.equals(BuiltIn.SLK) ? "ALL" : String.join(",", sections))
                + " each";
    }

    @Test
    void withTheDeadlinesOfTheRubricAHundredAndOneRowsAreOwed() {
        List<Obligation> rows = secretariat();

        assertThat(rows).hasSize(101);
        assertThat(rows)
                .filteredOn(Obligation::fixed)
                .extracting(row -> row.criterion().code(), Obligation::due, Obligation::owners)
                .containsExactly(
                        tuple("2.1", LocalDate.of(2021, 11, 30), List.of("PLAN")),
                        tuple("2.4", LocalDate.of(2021, 11, 30), List.of("PERSONNEL")),
                        tuple("5.1", LocalDate.of(2021, 11, 30), List.of("ALL")),
                        tuple("7.2.3", LocalDate.of(2022, 2, 24), List.of("EXECUTIVE-SUPPORT")));
        assertThat(
                        rows.stream()
                                .map(r -> r.criterion().code() + ":" + r.code() + ":" + r.section())
                                .distinct())
                .hasSize(101);
    }

    @Test
    void aUnitWithoutAPlanOwesTheDeadlinesOfTheRubricAlone() {
        assertThat(rows(BuiltIn.contest(), Plan.EMPTY, PERIOD, BuiltIn.SLK))
                .hasSize(4)
                .allSatisfy(
                        row -> {
                            assertThat(row.code()).isEqualTo("D1");
                            assertThat(row.section()).isNull();
                            assertThat(row.isOwedByAll()).isTrue();
                        })
                .extracting(row -> row.criterion().code(), row -> row.due().toString())
                .containsExactly(
                        tuple("2.1", "2021-11-30"),
                        tuple("2.4", "2021-11-30"),
                        tuple("5.1", "2021-11-30"),
                        tuple("7.2.3", "2022-02-24"));
    }

    @Test
    void leavesOutADeadlineThatFallsOutsideTheCycle() {
        Period tooShort = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 6, 29));

        assertThat(rows(BuiltIn.contest(), Plan.EMPTY, tooShort, BuiltIn.SLK))
                .extracting(row -> row.criterion().code())
                .containsExactly("7.2.3");
    }

    @ParameterizedTest
    @CsvSource({"2022, 2023-02-28", "2023, 2024-02-29"})
    void theTwentyNinthOfFebruaryIsTheLastDayOfItInEveryYear(int start, LocalDate day) {
        Period period = new Period(LocalDate.of(start, 8, 1), LocalDate.of(start + 1, 7, 31));

        assertThat(rows(small(), Plan.EMPTY, period, List.of()))
                .extracting(Obligation::due)
                .containsExactly(day);
    }

    @Test
    void aDayInARuleOutsideTheCycleIsAFault() {
        Period tooShort = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 6, 29));

        assertThat(Obligations.faults(BuiltIn.contest(), tooShort))
                .extracting(ScoringFault::path, fault -> fault.message().toString())
                .contains(
                        tuple(
                                "/period",
                                "--11-30 in a rule of criterion 2.4 is outside the period 2022-01-01"
                                        + " to 2022-06-29"))
                .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("7.2.3"));
    }

    /** A deadline that is left out asks for nothing, so that its rule is no fault either. */
    @Test
    void theRuleOfADeadlineThatIsLeftOutIsNoFault() {
        Rubric rubric =
                rubric(
                        SMALL.replace(
                                "due: --02-29, title: {en: Fixed}",
                                "due: --12-31, title: {en: Fixed}, when: 'earliest(\"plan\") <="
                                        + " by(\"--12-31\")'"));
        Period tooShort = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 6, 30));

        assertThat(Obligations.faults(rubric, tooShort)).isEmpty();
        assertThat(Obligations.faults(rubric, PERIOD)).isEmpty();
    }

    @Test
    void tellsTheFirstDaysOutsideACycleAndHowManyMore() {
        var nodes =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        "{code: c%d, title: {en: e}, scheme: ladder, rungs: [%s, %s]}"
                                                .formatted(i, rung(8), rung(9)))
                        .collect(Collectors.joining(","));
        Rubric rubric =
                rubric(
                        "{rubric: r, version: v, title: {en: e, th: ท}, aggregate: sum, nodes: [%s]}"
                                .formatted(nodes));
        var tooShort = new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 6, 30));

        assertThat(Obligations.faults(rubric, tooShort))
                .hasSize(1_001)
                .extracting(ScoringFault::path, fault -> fault.message().toString())
                .last()
                .isEqualTo(tuple("/period", "and 1000 more days"));
    }

    /** A rung that names 25 days of a month. */
    private static String rung(int month) {
        return "{points: 1, title: {en: e}, when: '%s'}"
                .formatted(
                        IntStream.rangeClosed(1, 25)
                                .mapToObj(
                                        day ->
                                                "latest(\"k\")<by(\"--%02d-%02d\")"
                                                        .formatted(month, day))
                                .collect(Collectors.joining("||")));
    }

    /** The evidence shown, as kind@section, and which rows of the criterion it meets. */
    @ParameterizedTest
    @CsvSource({
        "1.1.1, guideline, ",
        "1.1.1, guideline activity acknowledgement, 1",
        "1.1.3, follow-up, ",
        "1.1.3, follow-up presentation, 1",
        "1.1.3, follow-up follow-up presentation, 1",
        "1.1.3, follow-up follow-up presentation presentation, 1 2",
        "5.4, survey, ",
        "5.4, survey@LEGAL, 1:LEGAL",
        "5.4, analysis@LEGAL, 2:LEGAL",
        "5.4, survey@PLAN analysis@LEGAL, 1:PLAN 2:LEGAL",
        "6.1, flow-chart@LEGAL, ",
        "6.1, flow-chart@LEGAL flow-chart@LEGAL exemption@SUPPLY, 1:LEGAL 1:SUPPLY",
        "7.3.1, section-meeting@LEGAL, 1:LEGAL",
        "7.3.1, section-meeting@LEGAL section-meeting@PLAN section-meeting@PLAN, 1:LEGAL 1:PLAN 2:PLAN",
        "7.3.1, section-meeting@GONE section-meeting, ",
        "7.2.3, report, 1",
        "7.2.3, report report-to-secretariat, D1 1",
        "2.4, signed-agreement@LEGAL, ",
    })
    void isMetByItsRule(String code, String shown, @Nullable String met) {
        Obligations.Evidence evidence = evidence(code, shown);

        List<String> rows =
                secretariat().stream()
                        .filter(row -> row.criterion().code().equals(code))
                        .filter(row -> Obligations.state(row, evidence, UNIT).met())
                        .map(
                                row ->
                                        row.section() == null
                                                ? row.code()
                                                : row.code() + ":" + row.section())
                        .toList();

        assertThat(String.join(" ", rows)).isEqualTo(met == null ? "" : met);
    }

    @Test
    void isMetByEveryoneWhereEverySectionMustShowSomething() {
        String all =
                BuiltIn.SLK.stream()
                        .map(section -> "signed-agreement@" + section)
                        .collect(Collectors.joining(" "));

        assertThat(Obligations.state(row("2.4", "D1", null), evidence("2.4", all), UNIT).met())
                .isTrue();
        assertThat(
                        Obligations.state(
                                        row("2.4", "D1", null),
                                        evidence("2.4", all.replace("@PLAN", "@LEGAL")),
                                        UNIT)
                                .missing())
                .containsExactly(
                        new LocalizedText(
                                "Agreement signed by the director and a section head: have 8, need"
                                        + " exactly 9 sections by 2021-11-30 (all sections); not yet:"
                                        + " Planning",
                                "คำรับรองที่ ผอ. ลงนามกับ ผอ.ส่วน/ฝ่าย: มี 8 ต้องมี 9 ส่วน/ฝ่าย"
                                        + " ภายใน 30 พ.ย. 2564 พอดี (ทุกส่วน/ฝ่าย) ยังขาด: ส่วนแผนงาน"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(
                        Obligations.state(row("1.1.3", "2", null), evidence("1.1.3", ""), UNIT)
                                .missing())
                .containsExactly(
                        new LocalizedText(
                                "Follow-up or report on results: have 0, need 2; Presented to the"
                                        + " director or the division meeting: have 0, need 2",
                                "การติดตามหรือรายงานผล: มี 0 ต้องมี 2; การนำเสนอ ผอ. หรือที่ประชุมกอง:"
                                        + " มี 0 ต้องมี 2"));
    }

    /** Each section is told what it lacks itself, whatever others have shown. */
    @Test
    void eachSectionSeesItsOwnEvidenceAsIfItWereTheWholeUnit() {
        Obligations.Evidence evidence =
                evidence(
                        "7.3.1",
                        "section-meeting@LEGAL section-meeting@LEGAL section-meeting@PLAN");

        Obligations.State done = Obligations.state(row("7.3.1", "2", "LEGAL"), evidence, UNIT);
        Obligations.State half = Obligations.state(row("7.3.1", "2", "PLAN"), evidence, UNIT);

        assertThat(done).isEqualTo(new Obligations.State(true, List.of(), List.of()));
        assertThat(half.met()).isFalse();
        assertThat(half.open()).containsExactly("PLAN");
        assertThat(half.missing())
                .extracting(LocalizedText::en)
                .containsExactly("Meeting of a section: have 1, need 2");
    }

    @Test
    void theNumberOfSectionsIsOneForEach() {
        Obligation one =
                smallRow(
                        "{code: '1', due: --03-01, each: SECTION, when: 'sections(\"plan\") =="
                                + " sectionTotal()'}",
                        "1");

        assertThat(one.section()).isEqualTo("LEGAL");
        assertThat(Obligations.state(one, evidence("A", "plan@LEGAL"), UNIT).met()).isTrue();
        assertThat(Obligations.state(one, evidence("A", "plan@PLAN"), UNIT).met()).isFalse();
    }

    @Test
    void isSettledByHandWhereEachOwesItAndNoRuleSaysWhatMeetsIt() {
        Obligation one = smallRow("{code: '1', due: --03-01, each: SECTION}", "1");

        Obligations.State state =
                Obligations.state(one, evidence("A", "plan@LEGAL plan@LEGAL"), UNIT);

        assertThat(state.met()).isFalse();
        assertThat(state.missing())
                .containsExactly(
                        new LocalizedText(
                                "done when somebody says so", "เสร็จเมื่อมีผู้แจ้งว่าทำแล้ว"));
        assertThat(state.open()).containsExactly("LEGAL");
    }

    @ParameterizedTest
    @CsvSource({"D1, Fixed", "1, Whole"})
    void isMetByFullPointsWithoutARule(String code, String title) {
        Obligation row = smallRow("{code: '1', due: --03-01}", code);

        assertThat(row.title().en()).isEqualTo(title);
        assertThat(Obligations.state(row, evidence("A", "plan"), UNIT).met()).isFalse();
        assertThat(Obligations.state(row, evidence("A", "plan"), UNIT).missing())
                .extracting(LocalizedText::th)
                .containsExactly("Two (แผน: มี 1 ต้องมี 2)");
        assertThat(Obligations.state(row, evidence("A", "plan plan"), UNIT).met()).isTrue();
    }

    @Test
    void namesTheOwnersWithoutEvidenceForIt() {
        Obligation row = row("3.4", "1", null);

        assertThat(row.owners()).containsExactly("LEGAL", "PUBLIC-RELATIONS");
        assertThat(open(row, "")).containsExactly("LEGAL", "PUBLIC-RELATIONS");
        assertThat(open(row, "procedure@LEGAL")).containsExactly("PUBLIC-RELATIONS");
        assertThat(open(row, "procedure@LEGAL publication@PUBLIC-RELATIONS")).isEmpty();
        assertThat(open(row, "procedure publication@PLAN"))
                .containsExactly("LEGAL", "PUBLIC-RELATIONS");
    }

    @Test
    void countsForAnOwnerOnlyEvidenceOfTheKindsThatTheRuleAsksFor() {
        Obligation row = smallRow("{code: '1', due: --03-01, when: 'count(\"plan\") >= 5'}", "1");

        assertThat(open(row, "photograph@LEGAL")).containsExactly("LEGAL");
        assertThat(open(row, "photograph@LEGAL plan@LEGAL")).isEmpty();
    }

    @Test
    void namesEverySectionOfTheUnitWhereAllOweIt() {
        assertThat(open(row("6.2", "1", null), "communication@LEGAL"))
                .containsExactly(
                        "EXECUTIVE-SUPPORT",
                        "FINANCE",
                        "HR-DEVELOPMENT",
                        "PERSONNEL",
                        "PLAN",
                        "PUBLIC-RELATIONS",
                        "RECORDS",
                        "SUPPLY");
    }

    @Test
    void aUnitWithoutSectionsHasNoneThatAreOpen() {
        Plan plan = plan("{code: '1', due: --03-01}", "ALL", Set.of());
        Obligation row = rows(small(), plan, PERIOD, List.of()).getLast();

        assertThat(row.isOwedByAll()).isTrue();
        Obligations.State state =
                Obligations.state(row, evidence("A", "plan"), new Scope(PERIOD, Set.of()));
        assertThat(state.met()).isFalse();
        assertThat(state.open()).isEmpty();
    }

    @Test
    void aMilestoneMayHaveOwnersOfItsOwn() {
        assertThat(secretariat())
                .filteredOn(row -> row.criterion().code().equals("4.2.4"))
                .extracting(Obligation::code, Obligation::section)
                .containsExactly(
                        tuple("1", "RECORDS"),
                        tuple("2", "EXECUTIVE-SUPPORT"),
                        tuple("3", "HR-DEVELOPMENT"),
                        tuple("4", "PERSONNEL"),
                        tuple("5", "PUBLIC-RELATIONS"));
    }

    @Test
    void bearsRoundPersonsAndTitle() {
        Plan plan =
                plan(
                        "{code: '1', due: --03-01, round: 2, title: {th: ครั้งที่สอง}}",
                        "LEGAL], persons: [slk-legal-head",
                        Set.of("LEGAL"));

        assertThat(rows(small(), plan, PERIOD, List.of("LEGAL")))
                .extracting(
                        Obligation::code,
                        Obligation::round,
                        Obligation::persons,
                        row -> row.title().filled())
                .containsExactly(
                        tuple(
                                "D1",
                                null,
                                List.of("slk-legal-head"),
                                new LocalizedText("Fixed", "Fixed")),
                        tuple(
                                "1",
                                2,
                                List.of("slk-legal-head"),
                                new LocalizedText("ครั้งที่สอง", "ครั้งที่สอง")));
    }

    private static List<String> open(Obligation row, String shown) {
        return Obligations.state(row, evidence(row.criterion().code(), shown), UNIT).open();
    }

    private static List<Obligation> secretariat() {
        return rows(BuiltIn.contest(), BuiltIn.plan(), PERIOD, BuiltIn.SLK);
    }

    private static Obligation row(String criterion, String code, @Nullable String section) {
        return secretariat().stream()
                .filter(row -> row.criterion().code().equals(criterion) && row.code().equals(code))
                .filter(row -> Objects.equals(row.section(), section))
                .findFirst()
                .orElseThrow();
    }

    /** A row of criterion A of the small rubric, whose plan has this milestone, owed by LEGAL. */
    private static Obligation smallRow(String milestone, String code) {
        Plan plan = plan(milestone, "LEGAL", Set.of("LEGAL"));
        return rows(small(), plan, PERIOD, List.of("LEGAL")).stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Plan plan(String milestone, String owners, Set<String> sections) {
        String document =
                "{criteria: {A: {owners: [%s], milestones: [%s]}}}".formatted(owners, milestone);
        Reading<Plan> reading =
                PlanDocument.parse(
                        document.getBytes(StandardCharsets.UTF_8),
                        new PlanBasis(small(), sections, PERIOD));
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Plan>) reading).content();
    }

    private static Rubric small() {
        return rubric(SMALL);
    }

    private static Rubric rubric(String document) {
        Reading<Rubric> reading = RubricDocument.parse(document);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Rubric>) reading).content();
    }

    private static List<Obligation> rows(
            Rubric rubric, Plan plan, Period period, Collection<String> sections) {
        var compiler = new RuleCompiler(new Suggestions(), rubric.vocabulary());
        return Obligations.of(
                rubric,
                plan,
                period,
                sections,
                (criterion, source) -> rule(compiler, criterion, source));
    }

    private static Rule rule(RuleCompiler compiler, Criterion criterion, String source) {
        return Objects.requireNonNull(
                compiler.compile(source, Set.copyOf(criterion.kinds())).rule());
    }

    /** Items of a criterion on the first day, written as kind or kind@section. */
    private static Obligations.Evidence evidence(String criterion, String shown) {
        List<EvidenceItem> items = new ArrayList<>();
        Stream.of(shown.split(" ", -1))
                .filter(item -> !item.isEmpty())
                .map(item -> item.split("@", -1))
                .forEach(
                        parts ->
                                items.add(
                                        new EvidenceItem(
                                                criterion,
                                                parts[0],
                                                null,
                                                parts.length > 1 ? parts[1] : null,
                                                PERIOD.start(),
                                                null,
                                                Set.of(),
                                                null)));
        return new Obligations.Evidence() {
            @Override
            public Facts of(String code) {
                return Tally.of(items, PERIOD, null).of(code);
            }

            @Override
            public Facts of(String code, String section) {
                return Tally.of(
                                items.stream()
                                        .filter(item -> section.equals(item.section()))
                                        .toList(),
                                PERIOD,
                                null)
                        .of(code);
            }
        };
    }
}
