package org.kongdee.rubric.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.facts.EvidenceItem;
import org.kongdee.rubric.facts.Period;

/**
 * What one division, the Secretariat, could really show on 20 December 2021, in the contest of
 * fiscal year 2565. The points expected here were worked out by hand from the evidence.
 */
class SecretariatTest {

    private static final Evaluation.Request REQUEST = demo();
    private static final Scorer SCORER = new Scorer(BuiltIn.contest());

    @ParameterizedTest
    @CsvSource({
        // two channels, no proof that they are used
        "1.1.5, 2, 1.5",
        // plan, and signed on 25 October
        "2.1, 3, 2",
        // the website only
        "2.2, 1, 1",
        // followed up once
        "2.3, 1, 1",
        // signed with all nine sections on 15 November
        "2.4, 3, 2",
        // a web application, but the director does not use it yet
        "4.1.1, 2, 1.5",
        // agreements of 12 November, memo in time
        "5.1, 3, 2",
        // appointed, never met
        "5.3, 1, 1",
        "6.7, 2, 1.5",
        // one activity held, no report yet that all of the plan were
        "7.2.2, 2, 1.5",
        // three activities, none with the director
        "7.7.1, 1, 1",
    })
    void hasThePointsItsEvidenceShows(String criterion, int rung, String points) {
        Evaluation.CriterionReport report = report(criterion);

        assertThat(report.support().claim()).isEqualTo(new Claim.Rung(rung));
        assertThat(report.support().points()).isEqualByComparingTo(points);
    }

    @Test
    void reachesNeighbouringRungsWithTheSameThresholdTogether() {
        Evaluation.CriterionReport report = report("4.2.4");

        assertThat(report.support().claim()).isEqualTo(new Claim.Parts(Map.of("a", 3, "b", 3)));
        assertThat(report.support().points()).isEqualByComparingTo("2");
        assertThat(report.support().missing()).isEmpty();
    }

    @Test
    void hasEighteenPointsSixOfThemInDimensionTwo() {
        Result result = evaluate(REQUEST).result();

        assertThat(result.root().points()).isEqualTo("18");
        assertThat(result.root().exact()).isEqualTo("18");
        assertThat(result.root().max()).isEqualTo("120");
        assertThat(result.root().percent()).isEqualTo("15");
        assertThat(result.scored()).isEqualTo(12);
        assertThat(result.criteria()).isEqualTo(51);
        assertThat(result.complete()).isFalse();
        assertThat(result.rating()).isNull();
        assertThat(byDimension(result))
                .containsExactly(
                        entry("1", "1.5"),
                        entry("2", "6"),
                        entry("3", "0"),
                        entry("4", "3.5"),
                        entry("5", "3"),
                        entry("6", "1.5"),
                        entry("7", "2.5"));
    }

    @Test
    void saysWhyAndWhatIsMissingInBothLanguages() {
        Support support = report("1.1.5").support();

        assertThat(support.reasons())
                .extracting(Support.Reason::rung, Support.Reason::met, r -> r.because().en())
                .containsExactly(
                        tuple(
                                1,
                                true,
                                "Channel through which spending can be checked: have 2, need 1 channels"),
                        tuple(
                                2,
                                true,
                                "Channel through which spending can be checked: have 2, need 2 channels"),
                        tuple(
                                3,
                                false,
                                "Proof that the channels are known or were used: have 0, need 1"));
        Support.Missing missing = support.missing().getFirst();
        assertThat(missing.rung()).isEqualTo(3);
        assertThat(missing.points()).isEqualByComparingTo("0.5");
        assertThat(missing.needs().en())
                .isEqualTo(
                        "There is proof that the channels are known, or that spending was checked through"
                                + " them (Proof that the channels are known or were used: have 0, need 1)");
        assertThat(missing.needs().th())
                .isEqualTo(
                        "มีหลักฐานว่ามีผู้รู้จักช่องทางเหล่านั้น หรือเข้าตรวจสอบการใช้จ่ายผ่านช่องทางเหล่านั้นแล้ว"
                                + " (หลักฐานการรับรู้หรือเข้าตรวจสอบการใช้จ่าย: มี 0 ต้องมี 1)");
    }

    @Test
    void asksForTheReportThatShowsEveryPlannedActivityHeld() {
        assertThat(report("7.2.2").support().missing().getFirst().needs().en())
                .isEqualTo(
                        "All activities of the plan held"
                                + " (Report that shows every planned activity held: have 0, need 1)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfTheEvidencePlaysNoPart(long seed) {
        List<EvidenceItem> shuffled = new ArrayList<>(REQUEST.evidence());
        Collections.shuffle(shuffled, new Random(seed));

        Evaluation.Evaluated evaluated = evaluate(with(REQUEST, shuffled, REQUEST.asOf()));

        assertThat(evaluated.result()).isEqualTo(evaluate(REQUEST).result());
        assertThat(evaluated.criteria()).isEqualTo(evaluate(REQUEST).criteria());
    }

    @Test
    void leavesOutWhatWasNotThereYet() {
        Evaluation.Evaluated evaluated =
                evaluate(with(REQUEST, REQUEST.evidence(), LocalDate.of(2021, 11, 1)));

        assertThat(evaluated.result().root().points()).isLessThan(new BigDecimal("18"));
        assertThat(evaluated.ignored())
                .isNotEmpty()
                .allSatisfy(
                        ignored -> {
                            assertThat(ignored.item().date()).isAfter("2021-11-01");
                            assertThat(ignored.reason().en()).isEqualTo("dated after 2021-11-01");
                        });
    }

    @ParameterizedTest
    @CsvSource({"2021-12-20, 18", "2021-11-25, 10.75", "2021-11-12, 8"})
    void growsWithItsEvidence(LocalDate asOf, BigDecimal points) {
        assertThat(evaluate(with(REQUEST, REQUEST.evidence(), asOf)).result().root().points())
                .isEqualByComparingTo(points);
    }

    /** What the minutes state, what they let us infer, and what they only plan. */
    @ParameterizedTest
    @CsvSource({"stated inferred planned, 18, 40", "stated inferred, 14, 34", "stated, 5, 8"})
    void restsOnWhatTheMinutesSay(String bases, BigDecimal points, int count) {
        Evaluation.Request request = demo(Set.of(bases.split(" ")));

        assertThat(request.evidence()).hasSize(count);
        assertThat(evaluate(request).result().root().points()).isEqualByComparingTo(points);
    }

    private static Evaluation.Request with(
            Evaluation.Request request, List<EvidenceItem> evidence, @Nullable LocalDate asOf) {
        return new Evaluation.Request(
                request.period(), asOf, request.sections(), Map.of(), true, evidence);
    }

    private static Evaluation.Evaluated evaluate(Evaluation.Request request) {
        Evaluation.Outcome outcome = Evaluation.evaluate(SCORER, request);
        assertThat(outcome).isInstanceOf(Evaluation.Evaluated.class);
        return (Evaluation.Evaluated) outcome;
    }

    private static Evaluation.CriterionReport report(String criterion) {
        return evaluate(REQUEST).criteria().stream()
                .filter(report -> report.criterion().code().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> byDimension(Result result) {
        return result.root().nodes().stream()
                .collect(
                        Collectors.toMap(
                                node -> node.node().code(),
                                node -> node.points().toPlainString(),
                                (a, b) -> a,
                                TreeMap::new));
    }

    /** The request the demo sends. */
    private static Evaluation.Request demo() {
        return demo(Set.of("stated", "inferred", "planned"));
    }

    private static Evaluation.Request demo(Set<String> bases) {
        try {
            JsonNode json =
                    new ObjectMapper()
                            .readTree(Files.readString(Path.of("../demo/slk-2021-12-20.json")));
            List<EvidenceItem> items = new ArrayList<>();
            for (JsonNode item : json.get("evidence")) {
                if (bases.contains(item.get("basis").asText())) {
                    items.add(item(item));
                }
            }
            Set<String> sections = new HashSet<>();
            json.get("sections").forEach(section -> sections.add(section.asText()));
            return new Evaluation.Request(
                    new Period(
                            LocalDate.parse(json.at("/period/start").asText()),
                            LocalDate.parse(json.at("/period/end").asText())),
                    LocalDate.parse(json.get("asOf").asText()),
                    sections,
                    Map.of(),
                    true,
                    items);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvidenceItem item(JsonNode item) {
        return new EvidenceItem(
                item.get("criterion").asText(),
                item.get("kind").asText(),
                item.path("channel").asText(null),
                item.path("section").asText(null),
                LocalDate.parse(item.get("date").asText()),
                null,
                fields(item),
                item.path("title").path("en").asText());
    }

    private static Set<String> fields(JsonNode item) {
        Set<String> fields = new HashSet<>();
        item.path("fields").forEach(field -> fields.add(field.asText()));
        return fields;
    }
}
