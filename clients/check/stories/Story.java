import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kongdee.client.evidence.api.EvidenceApi;
import org.kongdee.client.evidence.api.FilesApi;
import org.kongdee.client.evidence.model.Evidence;
import org.kongdee.client.rubric.api.CyclesApi;
import org.kongdee.client.rubric.api.ScoresApi;
import org.kongdee.client.rubric.api.UnitsApi;
import org.kongdee.client.rubric.model.Claim;
import org.kongdee.client.rubric.model.MetClaim;
import org.kongdee.client.rubric.model.NotApplicableClaim;
import org.kongdee.client.rubric.model.PartsClaim;
import org.kongdee.client.rubric.model.PutScore;
import org.kongdee.client.rubric.model.ReachedTier;
import org.kongdee.client.rubric.model.RungClaim;
import org.kongdee.client.rubric.model.TiersClaim;
import org.kongdee.client.rubric.model.ValueClaim;

/** What the other clients do as well, by the Java client. */
class Story {

    private static final String CYCLE = "java";
    private static final String UNIT = "SLK";

    private static final Map<String, Claim> CLAIMS =
            Map.of(
                    "ladder", new Claim(new RungClaim().rung(2)),
                    "composite", new Claim(new PartsClaim().parts(Map.of("a", 1, "b", 0))),
                    "tiers", new Claim(new TiersClaim().tiers(tiers())),
                    "numeric", new Claim(new ValueClaim().value(new BigDecimal("4.25"))),
                    "binary", new Claim(new MetClaim().met(true)),
                    "exempt",
                            new Claim(
                                    new NotApplicableClaim().notApplicable("Has no such thing")));

    private static List<ReachedTier> tiers() {
        try {
            return List.of(
                    ReachedTier.fromJson("{\"tier\":\"LOCAL\"}"),
                    ReachedTier.fromJson("{\"tier\":\"NATIONAL\",\"variant\":\"related\"}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String... args) throws Exception {
        tell("scores", Story::scores);
        tell("pages", Story::pages);
        tell("files", Story::files);
    }

    private static void scores() throws Exception {
        var api = new ScoresApi(rubric("OFFICER_TOKEN"));
        for (var claim : CLAIMS.entrySet()) {
            String criterion = claim.getKey();
            var put = new PutScore().claim(claim.getValue());
            same(put.getClaim(), api.putScore(CYCLE, UNIT, criterion, put, null, null).getClaim());
            same(put.getClaim(), api.getScore(CYCLE, UNIT, criterion, null, null).getClaim());
        }
    }

    private static void pages() throws Exception {
        var cycles = new CyclesApi(rubric("ORGANISER_TOKEN"));
        differ(cycles.listCycles(0, 1, null).getItems(), cycles.listCycles(1, 1, null).getItems());
        var units = new UnitsApi(rubric("ORGANISER_TOKEN"));
        differ(units.listUnits(0, 1).getItems(), units.listUnits(1, 1).getItems());
    }

    private static void files() throws Exception {
        Path file = Files.writeString(Files.createTempFile("kongdee", ".txt"), "รายงานผล");
        var metadata =
                new Evidence()
                        .unit(UNIT)
                        .slot("ladder")
                        .kind("report")
                        .title("รายงาน")
                        .date(LocalDate.of(2026, 2, 1));
        var filed =
                new EvidenceApi(evidence())
                        .uploadEvidence(CYCLE, metadata, List.of(file.toFile()), null);
        String id = filed.getId().toString();
        File downloaded = new FilesApi(evidence()).getFirstFile(id, null, null, null);
        same(Files.readString(file), Files.readString(downloaded.toPath()));
    }

    private static org.kongdee.client.rubric.ApiClient rubric(String token) {
        var client = new org.kongdee.client.rubric.ApiClient();
        client.setBasePath(System.getenv("RUBRIC_URL"));
        client.setBearerToken(System.getenv(token));
        return client;
    }

    private static org.kongdee.client.evidence.ApiClient evidence() {
        var client = new org.kongdee.client.evidence.ApiClient();
        client.setBasePath(System.getenv("EVIDENCE_URL"));
        client.setBearerToken(System.getenv("OFFICER_TOKEN"));
        return client;
    }

    private interface Telling {
        void run() throws Exception;
    }

    private static void tell(String story, Telling telling) throws Exception {
        telling.run();
        System.out.println("  java: " + story);
    }

    private static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", got " + actual);
        }
    }

    private static void differ(List<?> first, List<?> second) {
        if (first.size() != 1 || second.size() != 1 || first.equals(second)) {
            throw new AssertionError("not two pages of one each: " + first + " and " + second);
        }
    }
}
