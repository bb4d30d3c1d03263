package org.kongdee.client.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.client.Answer;
import org.kongdee.client.Claim;
import org.kongdee.client.FileCall;
import org.kongdee.client.Kongdee;
import org.kongdee.client.ProblemException;
import org.kongdee.client.ReachedTier;
import org.kongdee.client.bulk.BulkScores;
import org.kongdee.client.bulk.ClaimTexts;
import org.kongdee.client.bulk.ScoreEtags;
import org.kongdee.client.evidence.Evidence;
import org.kongdee.client.list.Feed;
import org.kongdee.client.rubric.CycleScore;
import org.kongdee.client.rubric.EvaluateRequest;
import org.kongdee.client.rubric.HistoryEntry;
import org.kongdee.client.rubric.Milestone;
import org.kongdee.client.rubric.Period;
import org.kongdee.client.rubric.PutScore;
import org.kongdee.client.rubric.Score;
import org.kongdee.client.rubric.ScoreLine;
import org.kongdee.client.rubric.ScoreOutcome;
import org.kongdee.client.rubric.Unit;

/** What programs do with a suite, by the client. */
class StoriesIT {

    private static final String LADDER = "1.1.1";

    @TempDir private Path folder;

    @Test
    void writesAScoreAndSeesThatSomebodyElseChangedIt() {
        String cycle = World.cycle(1);
        String unit = World.units(cycle, 1).get(0);
        Kongdee automation = World.as("AUTOMATION_TOKEN");
        write(automation, cycle, unit, 1);
        Answer<Score> read = automation.rubric().getScore(cycle, unit, LADDER).answer();
        assertThat(read.body().claim()).isEqualTo(Claim.rung(1));
        String etag = read.etag().orElseThrow();
        var replaced =
                automation
                        .rubric()
                        .putScores(cycle, List.of(line(unit, 2).toBuilder().ifMatch(etag).build()))
                        .once()
                        .send();
        assertThat(replaced.accepted()).isEqualTo(1);
        var stale =
                automation
                        .rubric()
                        .putScores(cycle, List.of(line(unit, 0).toBuilder().ifMatch(etag).build()))
                        .once()
                        .send();
        assertThat(stale.outcomes().get(0).problem().slug()).isEqualTo("stale-version");
    }

    @Test
    void readsBackEveryKindOfClaim() throws Exception {
        JsonNode rubric = World.everyScheme();
        String cycle = World.cycle(1, rubric);
        String unit = World.units(cycle, 1).get(0);
        var claims = ClaimTexts.of(rubric);
        Map<String, Claim> expected =
                Map.of(
                        "ladder", Claim.rung(2),
                        "composite", Claim.parts(Map.of("a", 1, "b", 0)),
                        "tiers",
                                Claim.tiers(
                                        ReachedTier.of("LOCAL"),
                                        ReachedTier.of("NATIONAL", "related")),
                        "numeric", Claim.value("4.25"),
                        "binary", Claim.met(true),
                        "exempt", Claim.notApplicable("Has no such thing"));
        Map<String, String> cells =
                Map.of(
                        "ladder", "2",
                        "composite", "a=1;b=0",
                        "tiers", "LOCAL;NATIONAL:related",
                        "numeric", "4.25",
                        "binary", "yes",
                        "exempt", "NA: Has no such thing");
        var lines =
                cells.entrySet().stream()
                        .map(
                                cell ->
                                        ScoreLine.builder()
                                                .unit(unit)
                                                .criterion(cell.getKey())
                                                .claim(claims.read(cell.getKey(), cell.getValue()))
                                                .build());
        Kongdee automation = World.as("AUTOMATION_TOKEN");
        try (var outcomes = automation.rubric().putScores(cycle, lines.iterator()).outcomes()) {
            assertThat(outcomes).extracting(ScoreOutcome::problem).containsOnlyNulls();
            assertThat(outcomes.last().accepted()).isEqualTo(cells.size());
        }
        var read = new HashMap<String, Claim>();
        automation
                .rubric()
                .listScores(cycle, unit)
                .send()
                .items()
                .forEach(score -> read.put(score.criterion(), score.claim()));
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void followsTheScoresOfACycleWithTheirVersions() {
        String cycle = World.cycle(2);
        List<String> units = World.units(cycle, 2);
        Kongdee automation = World.as("AUTOMATION_TOKEN");
        units.forEach(unit -> write(automation, cycle, unit, 1));
        var etags = new ScoreEtags();
        Feed<CycleScore> all =
                automation.rubric().listCycleScores(cycle).size(1).changes(Feed.START);
        all.forEach(etags::take);
        assertThat(etags.size()).isEqualTo(2);

        write(automation, cycle, units.get(0), 2);
        var read = automation.rubric().getScore(cycle, units.get(1), LADDER).answer();
        automation
                .rubric()
                .deleteScore(cycle, units.get(1), LADDER)
                .ifMatch(read.etag().orElseThrow())
                .send();
        var changed = new HashMap<String, CycleScore>();
        automation
                .rubric()
                .listCycleScores(cycle)
                .changes(all.cursor())
                .forEach(
                        score -> {
                            changed.put(score.unit(), score);
                            etags.take(score);
                        });
        assertThat(changed.get(units.get(0)).claim()).isEqualTo(Claim.rung(2));
        assertThat(changed.get(units.get(1)).deleted()).isTrue();
        assertThat(etags.size()).isEqualTo(1);

        var replaced =
                automation
                        .rubric()
                        .putScores(
                                cycle,
                                units.stream().map(unit -> etags.replacing(line(unit, 0))).toList())
                        .once()
                        .send();
        assertThat(replaced.accepted()).isEqualTo(2);
        try (var lines = automation.rubric().listCycleScores(cycle).lines()) {
            assertThat(lines)
                    .extracting(CycleScore::claim)
                    .containsExactly(Claim.rung(0), Claim.rung(0));
            assertThat(lines.last().cursor()).isNotBlank();
        }
    }

    @Test
    void evaluatesWithoutStoring() {
        var result =
                World.organiser()
                        .rubric()
                        .evaluate(
                                World.RUBRIC,
                                World.VERSION,
                                EvaluateRequest.builder()
                                        .period(
                                                Period.builder()
                                                        .start(LocalDate.of(2026, 8, 1))
                                                        .end(LocalDate.of(2027, 7, 30))
                                                        .build())
                                        .asOf(LocalDate.of(2027, 1, 1))
                                        .claims(Map.of(LADDER, Claim.rung(1)))
                                        .build())
                        .send();
        assertThat(result.criteria()).isNotEmpty();
    }

    @Test
    void readsListsByPagesAndLines() {
        String cycle = World.cycle(3);
        Kongdee organiser = World.organiser();
        var byPages = organiser.rubric().listUnits().size(2).all().map(Unit::unit).toList();
        assertThat(byPages).containsAll(World.units(cycle, 3)).doesNotHaveDuplicates();
        var unit = organiser.rubric().getUnit(byPages.get(0)).answer();
        assertThat(
                        organiser
                                .rubric()
                                .getUnit(byPages.get(0))
                                .ifNoneMatch(unit.etag().orElseThrow())
                                .answer()
                                .status())
                .isEqualTo(304);
        try (var lines = organiser.rubric().listUnits().lines()) {
            assertThat(lines.map(Unit::unit)).containsAll(World.units(cycle, 3));
        }
    }

    @Test
    void tellsProblemsInThai() {
        String token = World.setting("ORGANISER_TOKEN");
        var thai =
                Kongdee.builder()
                        .rubric(World.setting("RUBRIC_URL"))
                        .tokens(() -> token)
                        .language("th")
                        .build();
        var refusal =
                catchThrowableOfType(
                        ProblemException.class, () -> thai.rubric().getUnit("NOBODY").send());
        assertThat(refusal.is("not-found")).isTrue();
        assertThat(refusal.title()).matches(".*\\p{InThai}.*");
        assertThat(refusal.requestId()).isNotBlank();
    }

    @Test
    void filesEvidenceAndDownloadsIt() throws Exception {
        String cycle = World.cycleOfSlk();
        Kongdee officer = World.as("OFFICER_TOKEN");
        Path file = Files.writeString(folder.resolve("รายงาน ผล.txt"), "รายงานผล");
        var slot =
                officer.evidence().getCollection(cycle).send().slots().stream()
                        .filter(one -> !one.kinds().isEmpty())
                        .findFirst()
                        .orElseThrow();
        var filed =
                officer.evidence()
                        .uploadEvidence(
                                cycle,
                                Evidence.builder()
                                        .unit("SLK")
                                        .slot(slot.code())
                                        .kind(slot.kinds().get(0).code())
                                        .title("รายงาน")
                                        .date(
                                                officer.evidence()
                                                        .getCollection(cycle)
                                                        .send()
                                                        .period()
                                                        .start())
                                        .build(),
                                List.of(file))
                        .once()
                        .send();
        Path copy = folder.resolve("copy.txt");
        var answer = officer.evidence().getFirstFile(filed.id().toString()).to(copy);
        assertThat(copy).hasSameBinaryContentAs(file);
        assertThat(FileCall.name(answer)).contains("รายงาน ผล.txt");
        try (InputStream part =
                officer.evidence()
                        .getFile(filed.id().toString(), 1)
                        .range("bytes=0-2")
                        .open()
                        .body()) {
            assertThat(new String(part.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("ร");
        }
    }

    @Test
    void followsMilestonesFromWhereItWas() {
        String cycle = World.cycle(2);
        var organiser = World.organiser();
        Feed<Milestone> all = organiser.rubric().listMilestones(cycle).size(5).changes(Feed.START);
        var seen = new ArrayList<String>();
        all.forEach(milestone -> seen.add(milestone.id()));
        assertThat(seen).isNotEmpty().doesNotHaveDuplicates();
        assertThat(organiser.rubric().listMilestones(cycle).changes(all.cursor())).isEmpty();
    }

    @Test
    void replacesWhatLastNightWroteWithoutReadingIt() {
        String cycle = World.cycle(2);
        List<String> units = World.units(cycle, 2);
        Kongdee automation = World.as("AUTOMATION_TOKEN");
        Path lastNight = folder.resolve("last-night");
        BulkScores.into(automation.rubric(), cycle, "1", lastNight)
                .send(units.stream().map(unit -> line(unit, 1)).iterator(), result -> {});
        // Somebody else is there in between.
        write(automation, cycle, units.get(1), 2);
        var etags = ScoreEtags.ofJournal(lastNight);
        var slugs = new ArrayList<String>();
        var summary =
                BulkScores.into(automation.rubric(), cycle, "2", folder.resolve("tonight"))
                        .send(
                                units.stream()
                                        .map(unit -> etags.replacing(line(unit, 0)))
                                        .iterator(),
                                result ->
                                        slugs.add(
                                                result.accepted()
                                                        ? "taken"
                                                        : result.problem().slug()));
        assertThat(slugs).containsExactly("taken", "stale-version");
        assertThat(summary.rejected()).isEqualTo(1);
        assertThat(
                        World.organiser()
                                .rubric()
                                .listHistory(cycle, units.get(0))
                                .all()
                                .map(HistoryEntry::claimAfter))
                .containsExactlyInAnyOrder(Claim.rung(1), Claim.rung(0));
    }

    @Test
    void writesByPutWithTheVersionThatWasRead() throws InterruptedException {
        String cycle = World.cycleOfSlk();
        Kongdee officer = World.as("OFFICER_TOKEN");
        var put = PutScore.builder().claim(Claim.rung(1)).note("ก").build();
        var first = officer.rubric().putScore(cycle, "SLK", LADDER, put).answer();
        var changed = PutScore.builder().claim(Claim.rung(1)).note("ข").build();
        var second =
                officer.rubric()
                        .putScore(cycle, "SLK", LADDER, changed)
                        .ifMatch(first.etag().orElseThrow())
                        .answer();
        assertThat(second.body().note()).isEqualTo("ข");
        var stale =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                officer.rubric()
                                        .putScore(cycle, "SLK", LADDER, put)
                                        .ifMatch(first.etag().orElseThrow())
                                        .send());
        assertThat(stale.status()).isEqualTo(412);
    }

    private static void write(Kongdee client, String cycle, String unit, int rung) {
        var outcomes =
                client.rubric()
                        .putScores(cycle, List.of(line(unit, rung)))
                        .overwrite(true)
                        .once()
                        .send();
        assertThat(outcomes.accepted()).isEqualTo(1);
    }

    private static ScoreLine line(String unit, int rung) {
        return ScoreLine.builder().unit(unit).criterion(LADDER).claim(Claim.rung(rung)).build();
    }
}
