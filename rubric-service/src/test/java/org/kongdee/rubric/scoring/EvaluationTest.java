package org.kongdee.rubric.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.facts.Coverage;
import org.kongdee.rubric.facts.EvidenceItem;
import org.kongdee.rubric.facts.Period;
import org.kongdee.web.text.LocalizedText;

class EvaluationTest {

    private static final Period PERIOD =
            new Period(LocalDate.of(2021, 8, 1), LocalDate.of(2022, 7, 30));
    private static final Set<String> SECTIONS = Set.of("LEGAL", "PLAN", "FINANCE");
    private static final LocalDate DATE = LocalDate.of(2021, 11, 1);
    private static final Scorer CONTEST = new Scorer(BuiltIn.contest());
    private static final Scorer ITA = new Scorer(BuiltIn.ita());

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        item("9.9", "plan", null, null),
                        "/evidence/0/criterion",
                        "there is no criterion 9.9"),
                Arguments.of(
                        item("2.1", "paln", null, null),
                        "/evidence/0/kind",
                        "criterion 2.1 takes no kind \"paln\"; did you mean \"plan\"?"),
                Arguments.of(
                        item("2.1", "plan", "web-site", null),
                        "/evidence/0/channel",
                        "the rubric has no channel \"web-site\"; did you mean \"website\"?"),
                Arguments.of(
                        item("2.1", "plan", null, "LEGEL"),
                        "/evidence/0/section",
                        "the unit has no section \"LEGEL\"; did you mean \"LEGAL\"?"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesWhatTheRubricDoesNotKnow(EvidenceItem item, String path, String message) {
        assertThat(refused(Map.of(), item))
                .extracting(ScoringFault::path, fault -> fault.message().toString())
                .containsExactly(tuple(path, message));
    }

    @Test
    void reportsEveryFaultOfClaimsAndEvidence() {
        Map<String, Claim> claims =
                Map.of(
                        "9.9",
                        new Claim.Rung(1),
                        "1.1.1",
                        new Claim.Rung(7),
                        "2.1",
                        new Claim.Met(true));

        assertThat(refused(claims, item("8", "x", "y", "Z")))
                .extracting(ScoringFault::path)
                .containsExactly(
                        "/claims/1.1.1/rung",
                        "/claims/2.1",
                        "/claims/9.9",
                        "/evidence/0/criterion",
                        "/evidence/0/channel",
                        "/evidence/0/section");
    }

    /** Item by item against section by section, this would take minutes. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void tellsTheFirstThatIsWrongAndHowMuchMore() {
        String name = "SECTION-OF-WHICH-THERE-ARE-MANY-";
        List<EvidenceItem> evidence =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> item("2.1", "plan", null, name + "X" + i))
                        .toList();
        Set<String> sections =
                IntStream.range(0, 5_000).mapToObj(i -> name + i).collect(Collectors.toSet());

        Evaluation.Outcome outcome =
                Evaluation.evaluate(
                        CONTEST,
                        new Evaluation.Request(PERIOD, null, sections, Map.of(), true, evidence));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Evaluation.Refused.class,
                        refused -> {
                            assertThat(refused.faults())
                                    .hasSize(1_000)
                                    .last()
                                    .extracting(ScoringFault::path)
                                    .isEqualTo("/evidence/999/section");
                            assertThat(refused.more()).isEqualTo(9_000);
                        });
    }

    @Test
    void scoresByTheClaimWhereThereIsOneAndByEvidenceElsewhere() {
        Evaluation.Evaluated evaluated =
                evaluate(
                        CONTEST,
                        Map.of("2.1", new Claim.Rung(3)),
                        List.of(
                                item("2.1", "plan", null, null),
                                item("2.3", "follow-up", null, null)));

        assertThat(evaluated.result().root().points()).isEqualTo("3");
        assertThat(evaluated.result().scored()).isEqualTo(2);
        assertThat(report(evaluated, "2.1").support().claim()).isEqualTo(new Claim.Rung(1));
        assertThat(report(evaluated, "2.1").claim()).isEqualTo(new Claim.Rung(3));
    }

    @Test
    void showsThePartsOfAComposite() {
        Evaluation.Evaluated evaluated =
                evaluate(
                        CONTEST, Map.of("3.1", new Claim.Parts(Map.of("a", 2, "b", 0))), List.of());

        NodeScore criterion = evaluated.result().root().nodes().get(2).nodes().getFirst();
        assertThat(criterion.parts())
                .extracting(PartPoints::code, part -> part.points().toPlainString())
                .containsExactly(tuple("a", "0.75"), tuple("b", "0"));
    }

    @Test
    void neverInfersATier() {
        Evaluation.Evaluated evaluated =
                evaluate(CONTEST, Map.of(), List.of(item("7.4.1", "award", null, null)));

        assertThat(report(evaluated, "7.4.1").support().claim()).isNull();
        assertThat(evaluated.result().root().points()).isEqualTo("0");
        assertThat(evaluated.result().scored()).isEqualTo(1);
    }

    @Test
    void namesTheSectionsThatLackWhatEverySectionMustHave() {
        Evaluation.Evaluated evaluated =
                evaluate(
                        CONTEST,
                        Map.of(),
                        Stream.of("LEGAL", "PLAN")
                                .map(section -> item("6.1", "flow-chart", null, section))
                                .toList());

        assertThat(report(evaluated, "6.1").support().missing().getFirst().needs().en())
                .isEqualTo(
                        "Every section has a flow chart"
                                + " (Flow chart of a task + Restructuring order that exempts the section:"
                                + " have 2, need 3 sections (all sections); not yet: FINANCE)");
    }

    /** A section that is exempt needs no flow chart, and is none of the half that needs two. */
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "LEGAL PLAN, 0",
        "LEGAL PLAN FINANCE, 1",
        "LEGAL PLAN FINANCE-, 1",
        "LEGAL- PLAN- FINANCE-, 3",
        "LEGAL LEGAL PLAN FINANCE, 1",
        "LEGAL LEGAL PLAN FINANCE-, 2",
        "LEGAL LEGAL PLAN PLAN FINANCE, 2",
        "LEGAL LEGAL PLAN PLAN FINANCE-, 3",
        "LEGAL LEGAL PLAN PLAN FINANCE FINANCE, 3",
    })
    void leavesOutTheSectionsThatAreExempt(String shown, int rung) {
        List<EvidenceItem> evidence =
                Stream.of(shown.split(" ", -1))
                        .filter(each -> !each.isEmpty())
                        .map(
                                each ->
                                        each.endsWith("-")
                                                ? item(
                                                        "6.1",
                                                        "exemption",
                                                        null,
                                                        each.substring(0, each.length() - 1))
                                                : item("6.1", "flow-chart", null, each))
                        .toList();

        assertThat(report(evaluate(CONTEST, Map.of(), evidence), "6.1").support().claim())
                .isEqualTo(new Claim.Rung(rung));
    }

    @ParameterizedTest
    @CsvSource({"2022-02-24, 3", "2022-02-25, 2"})
    void aReportOfTheDayBeforeWhichItIsDueIsLate(LocalDate day, int rung) {
        List<EvidenceItem> evidence =
                List.of(
                        item("7.2.3", "report", null, null),
                        item("7.2.3", "presentation", null, null),
                        new EvidenceItem(
                                "7.2.3",
                                "report-to-secretariat",
                                null,
                                null,
                                day,
                                null,
                                Set.of(),
                                null));

        assertThat(report(evaluate(CONTEST, Map.of(), evidence), "7.2.3").support().claim())
                .isEqualTo(new Claim.Rung(rung));
    }

    @Test
    void countsOnlyInnovationsThatWereNotUsedBefore() {
        EvidenceItem fresh =
                new EvidenceItem(
                        "6.7",
                        "innovation",
                        null,
                        null,
                        DATE,
                        null,
                        Set.of("not-claimed-before"),
                        null);

        Support support =
                report(
                                evaluate(
                                        CONTEST,
                                        Map.of(),
                                        List.of(fresh, item("6.7", "innovation", null, null))),
                                "6.7")
                        .support();

        assertThat(support.claim()).isEqualTo(new Claim.Rung(1));
        assertThat(support.missing().getFirst().needs())
                .isEqualTo(
                        new LocalizedText(
                                "2 technologies or innovations (Technology or innovation in use: have 1,"
                                        + " need 2 with Not used in the contest of the year before)",
                                "2 เทคโนโลยีหรือนวัตกรรม (เทคโนโลยีหรือนวัตกรรมที่นำมาใช้: มี 1 ต้องมี 2"
                                        + " ที่ระบุ ไม่เคยใช้ประเมินในโครงการปีก่อน)"));
    }

    /**
     * A four-month report where six months are asked scores nothing; the fields must all be in one
     * item.
     */
    @ParameterizedTest
    @CsvSource({
        "O11, 2021-10-01, 2022-03-31, , true",
        "O11, 2021-10-01, 2022-01-31, , false",
        "O12, 2020-10-01, 2021-09-30, , true",
        "O2, , , name position photograph contact-telephone, true",
        "O2, , , name position photograph, false",
        "O1, , , , true",
        "O23, 2020-10-01, 2020-10-31, , false",
        "O23, 2020-10-01, 2021-03-31, , true",
        "O28, 2020-10-01, 2021-09-30, , true",
        "O28, , , , false",
    })
    void asksOfADisclosureWhatItRequires(
            String code,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String fields,
            boolean met) {
        EvidenceItem disclosure =
                new EvidenceItem(
                        code,
                        "disclosure",
                        "website",
                        null,
                        DATE,
                        from == null || to == null ? null : new Coverage(from, to),
                        fields == null ? Set.of() : Set.of(fields.split(" ", -1)),
                        null);

        Support support = report(evaluate(ITA, Map.of(), List.of(disclosure)), code).support();

        assertThat(support.claim()).isEqualTo(new Claim.Met(met));
        assertThat(support.points()).isEqualByComparingTo(met ? "100" : "0");
        assertThat(support.missing()).hasSize(met ? 0 : 1);
    }

    /** More evidence is never worse, whatever it is. */
    @ParameterizedTest
    @MethodSource("seeds")
    void addingEvidenceNeverLowersARung(long seed) {
        Random random = new Random(seed);
        List<EvidenceItem> evidence = new ArrayList<>();
        List<Criterion> criteria = CONTEST.criteria();
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < 40; i++) {
            evidence.add(any(criteria.get(random.nextInt(criteria.size())), random));
            BigDecimal after = evaluate(CONTEST, Map.of(), evidence).result().root().points();
            assertThat(after).isGreaterThanOrEqualTo(before);
            before = after;
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static EvidenceItem any(Criterion criterion, Random random) {
        Rubric contest = BuiltIn.contest();
        return new EvidenceItem(
                criterion.code(),
                criterion.kinds().get(random.nextInt(criterion.kinds().size())),
                contest.channels().get(random.nextInt(contest.channels().size())).code(),
                List.copyOf(SECTIONS).get(random.nextInt(SECTIONS.size())),
                PERIOD.start().plusDays(random.nextInt(300)),
                null,
                random.nextBoolean() ? Set.of("director", "not-claimed-before") : Set.of(),
                null);
    }

    private static EvidenceItem item(
            String criterion, String kind, @Nullable String channel, @Nullable String section) {
        return new EvidenceItem(criterion, kind, channel, section, DATE, null, Set.of(), null);
    }

    private static Evaluation.Outcome outcome(
            Scorer scorer, Map<String, Claim> claims, List<EvidenceItem> evidence) {
        return Evaluation.evaluate(
                scorer, new Evaluation.Request(PERIOD, null, SECTIONS, claims, true, evidence));
    }

    private static List<ScoringFault> refused(Map<String, Claim> claims, EvidenceItem item) {
        Evaluation.Outcome outcome = outcome(CONTEST, claims, List.of(item));
        assertThat(outcome).isInstanceOf(Evaluation.Refused.class);
        return ((Evaluation.Refused) outcome).faults();
    }

    private static Evaluation.Evaluated evaluate(
            Scorer scorer, Map<String, Claim> claims, List<EvidenceItem> evidence) {
        Evaluation.Outcome outcome = outcome(scorer, claims, evidence);
        assertThat(outcome).isInstanceOf(Evaluation.Evaluated.class);
        return (Evaluation.Evaluated) outcome;
    }

    private static Evaluation.CriterionReport report(Evaluation.Evaluated evaluated, String code) {
        return evaluated.criteria().stream()
                .filter(report -> report.criterion().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
