package org.kongdee.e2e.year;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.kongdee.e2e.suite.Service.EVIDENCE;
import static org.kongdee.e2e.suite.Service.NOTIFICATION;
import static org.kongdee.e2e.suite.Service.RUBRIC;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.e2e.suite.Contest;
import org.kongdee.e2e.suite.Suite;
import org.kongdee.stack.inbox.ReceivedMail;

/**
 * Two divisions take part in the contest of 2565, from November 2021 to July 2022: the Office of
 * the Secretary with its own plan and what it could show on 20 December 2021, as we read its
 * minutes, and a centre with three sections and a plan of its own. Asserts what their people see:
 * answers, files and mail.
 */
class YearIT {

    private static final Path DEMO = Path.of("../demo");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CYCLE = "division-contest-2565";
    private static final String SLK = "/v1/cycles/" + CYCLE + "/assessments/SLK";
    private static final String EVC = "/v1/cycles/" + CYCLE + "/assessments/EVC";
    private static final String COLLECTION = "/v1/collections/" + CYCLE;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern CRITERION = Pattern.compile("(?m)^\\* ([0-9.]+) ");

    @TempDir Path folder;

    private Suite suite;
    private Contest contest;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @AfterEach
    void stop() throws InterruptedException {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    void theYearOfTheSecretariat() throws Exception {
        suite = new Suite(folder);
        contest = new Contest(suite);

        suite.moveTo(bangkok("2021-11-16T08:30"));
        theContestBegins();
        anotherDivisionPlansForItself();
        remindersGoOutFromNovemberOn();
        anOfficerClaimsWithoutEvidence();

        suite.moveTo(bangkok("2021-12-20T09:00"));
        theEvidenceIsFiledAndAccepted();
        readinessShowsWhatItSupports();
        suggestionsBecomeScores();
        resultsOfEarlierDaysStayAsTheyWere();

        suite.moveTo(bangkok("2022-01-07T08:30"));
        theDigestOfTheSeventhOfJanuarySaysWhatIsMissing();
        whatWasMissedReachesTheDirector();
        theOtherDivisionIsRemindedOfItsOwn();
        doneInAMailReachesTheContest();
        aClickSettlesWhatOneSectionOwes();

        suite.moveTo(bangkok("2022-03-01T08:30"));
        theDigestOfTheFirstOfMarchLeavesOutWhatIsDone();
        theContestEnds();
    }

    private static ZonedDateTime bangkok(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Bangkok"));
    }

    private void theContestBegins() throws IOException {
        contest.publish();
        JsonNode seed = JSON.readTree(DEMO.resolve("seed.json").toFile());
        ObjectNode unit = (ObjectNode) seed.path("units").path(0);
        unit.remove("unit");
        suite.as("organiser", RUBRIC)
                .body(unit.toString())
                .put("/v1/units/SLK")
                .then()
                .statusCode(201);
        contest.draft(CYCLE);
        contest.enrol(CYCLE, "SLK");
        contest.plan(CYCLE, "SLK", Contest.secretariatsPlan());
        contest.open(CYCLE);
        suite.as("viewer", RUBRIC)
                .get("/v1/cycles/" + CYCLE + "/milestones?unit=SLK&size=1")
                .then()
                .body("total", equalTo(101));
        suite.as("organiser", EVIDENCE)
                .get(COLLECTION)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("timeZone", equalTo("Asia/Bangkok"))
                .body("slots", hasSize(51))
                .body("slots.kinds.flatten().title.th", everyItem(not(emptyString())));
        suite.as("organiser", NOTIFICATION)
                .body(Files.readString(DEMO.resolve("recipients.json")))
                .post("/v1/recipients")
                .then()
                .statusCode(200)
                .body("rejected", equalTo(0));
        sync();
    }

    /** It joins when the contest is under way, copies what fits, and adds what is its own. */
    private void anotherDivisionPlansForItself() {
        suite.as("organiser", RUBRIC)
                .body(
                        """
                        {"title":{"en":"Evaluation Centre","th":"ศูนย์ประเมินผล"},"sections":[
                          {"code":"EVAL1","title":{"en":"Evaluation 1","th":"ส่วนประเมินผล 1"}},
                          {"code":"EVAL2","title":{"en":"Evaluation 2","th":"ส่วนประเมินผล 2"}},
                          {"code":"EVAL3","title":{"en":"Evaluation 3","th":"ส่วนประเมินผล 3"}}]}""")
                .put("/v1/units/EVC")
                .then()
                .statusCode(201);
        contest.enrol(CYCLE, "EVC");
        suite.as("organiser", RUBRIC)
                .body(
                        """
                        {"cycle":"division-contest-2565","unit":"SLK",
                         "sections":{"LEGAL":"EVAL1","PLAN":"EVAL2","FINANCE":"EVAL3"}}""")
                .post(EVC + "/plan/copy")
                .then()
                .statusCode(200)
                .body("holes.why.en", hasItem(containsString("no counterpart")));
        suite.asOfficer("officer-c", "EVC", RUBRIC)
                .body(
                        """
                        {"owners":["EVAL2"],"milestones":[
                          {"code":"1","due":"2022-01-14","title":{"th":"ทำแนวทางกำกับดูแลองค์กรที่ดี"}}]}""")
                .header("If-Match", "*")
                .put(EVC + "/plan/criteria/1.3.1")
                .then()
                .statusCode(200);
        suite.as("viewer", RUBRIC)
                .get("/v1/cycles/" + CYCLE + "/milestones?unit=EVC&size=200")
                .then()
                .body(
                        "items.sections.flatten().unique().sort()",
                        contains("ALL", "EVAL1", "EVAL2", "EVAL3"))
                .body(
                        "items.findAll { it.criterion == '6.1' }.section",
                        contains("EVAL1", "EVAL2", "EVAL3"));
        suite.as("organiser", NOTIFICATION)
                .body(
                        """
                        {"email":"eval2.head@evc.example","name":"หัวหน้าส่วนประเมินผล 2","language":"th",
                         "posts":[{"unit":"EVC","sections":["EVAL2"],"role":"HEAD"}]}""")
                .put("/v1/recipients/evc-eval2-head")
                .then()
                .statusCode(201);
        sync();
    }

    private void theOtherDivisionIsRemindedOfItsOwn() throws IOException {
        ReceivedMail head = newest("eval2.head@evc.example", 2);

        assertThat(text(head)).contains("ทำแนวทางกำกับดูแลองค์กรที่ดี", "๑๔ ม.ค. ๖๕");
        // What other sections owe, here or at the Secretariat, is none of its business.
        assertThat(criteria(head)).contains("1.3.1", "6.1").doesNotContain("1.1.1", "1.1.2");
    }

    /** Of what each section owes, a click in LEGAL's mail settles LEGAL's row alone. */
    private void aClickSettlesWhatOneSectionOwes() throws IOException {
        String done = doneLink("6.1");

        given().contentType("application/x-www-form-urlencoded").post(done).then().statusCode(200);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                milestone("6.1", "1?section=LEGAL")
                                        .body("status", equalTo("DONE"))
                                        .body("settled.by", equalTo("recipient:slk-legal-head"))
                                        .body("settled.byName", equalTo("หัวหน้าส่วนนิติการ")));
        milestone("6.1", "1?section=PLAN").body("status", equalTo("PLANNED"));
        suite.as("viewer", RUBRIC)
                .get(EVC + "/milestones/6.1/1?section=EVAL1")
                .then()
                .body("status", equalTo("PLANNED"));
    }

    private void sync() {
        suite.as("organiser", NOTIFICATION).post("/v1/sync").then().statusCode(200);
    }

    private void pass(String date) {
        suite.as("organiser", NOTIFICATION)
                .body("{\"date\":\"" + date + "\"}")
                .post("/v1/runs")
                .then()
                .statusCode(200);
    }

    private void remindersGoOutFromNovemberOn() throws IOException {
        pass("2021-11-16");

        // 30 November is two weeks ahead: the plan, and what every section owes.
        assertThat(criteria(newest("plan.head@slk.example", 1))).containsExactly("2.1", "5.1");
        assertThat(criteria(newest("personnel.head@slk.example", 1))).containsExactly("2.4", "5.1");
        ReceivedMail english = newest("plan.officer@slk.example", 1);
        assertThat(text(english))
                .contains(
                        "Tue 2021-11-30",
                        "14 days left",
                        "Acknowledged or signed by the director: no evidence yet, need by 2021-11-30");
        assertThat(text(newest("legal.head@slk.example", 1))).contains("๓๐ พ.ย. ๖๔");
        assertThat(suite.mailTo("director@slk.example")).isEmpty();
    }

    private void anOfficerClaimsWithoutEvidence() {
        suite.asOfficer("officer-a", "SLK", RUBRIC)
                .body("{\"claim\":{\"rung\":1}}")
                .put(SLK + "/scores/2.1")
                .then()
                .statusCode(201)
                .body("points", equalTo(1))
                .body("claimedWithoutEvidence", is(true));
    }

    private void theEvidenceIsFiledAndAccepted() throws IOException {
        JsonNode demo = JSON.readTree(DEMO.resolve("slk-2021-12-20.json").toFile());
        for (JsonNode given : demo.path("evidence")) {
            ObjectNode metadata = given.deepCopy();
            metadata.remove(Set.of("basis", "why"));
            metadata.set("slot", metadata.remove("criterion"));
            String title = given.path("title").path("th").asText();
            metadata.put("unit", "SLK").put("title", title);
            byte[] text =
                    ("หลักฐาน " + title + " " + given.path("section") + "\n")
                            .getBytes(StandardCharsets.UTF_8);
            String item = contest.file(CYCLE, metadata.toString(), "officer-a", "SLK", text);
            contest.accept(item, "officer-b", "SLK");
            files.put(item, text);
        }
        assertThat(files).hasSize(40);
        theFilesAreThereByteForByte();
    }

    private void theFilesAreThereByteForByte() {
        files.forEach(
                (item, text) ->
                        assertThat(
                                        suite.as("organiser", EVIDENCE)
                                                .accept(ContentType.ANY)
                                                .get("/v1/evidence/" + item + "/content")
                                                .then()
                                                .statusCode(200)
                                                .extract()
                                                .asByteArray())
                                .isEqualTo(text));
    }

    private void readinessShowsWhatItSupports() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                readiness("")
                                        .body(of("7.7.1") + ".supported.rung", equalTo(1))
                                        .body(of("2.4") + ".supported.rung", equalTo(3)));
        readiness("")
                .body("factsAsOf", containsString("2021-12-20"))
                .body(of("2.1") + ".supported.rung", equalTo(3))
                .body(of("2.1") + ".claimed.rung", equalTo(1))
                .body(of("1.1.2") + ".points", equalTo(0))
                .body(of("1.1.2") + ".missing[0].needs.th", containsString("1"));
        // What is dated later is not counted on an earlier day.
        readiness("?asOf=2021-11-14")
                .body(of("2.1") + ".supported.rung", equalTo(3))
                .body(of("2.4") + ".points", equalTo(0));
        suite.asOfficer("officer-a", "SLK", RUBRIC)
                .get(SLK + "/next-steps")
                .then()
                .statusCode(200)
                .body("items.criterion", hasItem("1.1.2"));
        milestone("2.1", "D1").body("status", equalTo("MET"));
        milestone("7.2.2", "1").body("status", equalTo("MET"));
        milestone("7.2.3", "1").body("status", equalTo("PLANNED"));
    }

    private ValidatableResponse readiness(String query) {
        return suite.asOfficer("officer-a", "SLK", RUBRIC)
                .get(SLK + "/readiness" + query)
                .then()
                .statusCode(200);
    }

    private static String of(String criterion) {
        return "criteria.find { it.criterion == '" + criterion + "' }";
    }

    private ValidatableResponse milestone(String criterion, String code) {
        return suite.as("viewer", RUBRIC)
                .get(SLK + "/milestones/" + criterion + "/" + code)
                .then()
                .statusCode(200);
    }

    private void suggestionsBecomeScores() {
        suite.asOfficer("officer-a", "SLK", RUBRIC)
                .body("{}")
                .post(SLK + "/suggestions/accept")
                .then()
                .statusCode(200)
                .body("outcomes.find { it.criterion == '2.1' }.outcome", equalTo("RAISED"))
                .body("outcomes.find { it.criterion == '2.4' }.outcome", equalTo("FILLED"));
        result("").body("points", equalTo(18)).body("percent", equalTo(15));
    }

    private void resultsOfEarlierDaysStayAsTheyWere() {
        result("?asOf=2021-12-20").body("points", equalTo(18));
        result("?asOf=2021-12-19").body("points", equalTo(1)).body("scored", equalTo(1));
        result("?asOf=2021-11-15").body("points", equalTo(0)).body("scored", equalTo(0));
    }

    private ValidatableResponse result(String query) {
        return suite.as("viewer", RUBRIC).get(SLK + "/result" + query).then().statusCode(200);
    }

    private void theDigestOfTheSeventhOfJanuarySaysWhatIsMissing() throws IOException {
        sync();
        pass("2022-01-07");

        ReceivedMail legal = newest("legal.head@slk.example", 2);
        // 5.4 twice: its second step is due on the 20th, and two weeks before were the day before.
        assertThat(criteria(legal))
                .containsExactlyInAnyOrder(
                        "1.1.1", "1.1.2", "3.4", "5.4", "6.1", "6.4", "7.3.1", "5.4");
        // Due on Saturday the 15th, the week before is said on the Friday: 8 days are left.
        assertThat(text(legal))
                .contains("๑๕ ม.ค. ๖๕", "เหลือ ๘ วัน", "แนวทาง นโยบาย หรือมาตรการ: มี ๐ ต้องมี ๑");
    }

    private void whatWasMissedReachesTheDirector() throws IOException {
        ReceivedMail director = newest("director@slk.example", 1);

        // Of the Monday before; 7.2.3 was four days late then.
        assertThat(criteria(director)).contains("4.2.1").doesNotContain("1.1.1", "2.1", "7.2.3");
        milestone("7.2.3", "1").body("status", equalTo("PLANNED")).body("due", is("2021-12-30"));
    }

    private void doneInAMailReachesTheContest() throws IOException {
        String done = doneLink("1.1.1");

        given().contentType("application/x-www-form-urlencoded").post(done).then().statusCode(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> milestone("1.1.1", "1").body("status", equalTo("DONE")));
    }

    private String doneLink(String criterion) throws IOException {
        return text(newest("legal.head@slk.example", 2))
                .lines()
                .dropWhile(line -> !plain(line).startsWith("* " + criterion + " "))
                .filter(line -> line.contains("ทำเสร็จแล้ว: "))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*: ", "");
    }

    private void theDigestOfTheFirstOfMarchLeavesOutWhatIsDone() throws IOException {
        sync();
        pass("2022-03-01");

        ReceivedMail legal = newest("legal.head@slk.example", 3);
        assertThat(criteria(legal)).contains("1.1.3", "3.2", "3.3").doesNotContain("1.1.1");
        assertThat(text(legal)).contains("๑๕ มี.ค. ๖๕", "เหลือ ๑๔ วัน");
    }

    private void theContestEnds() {
        suite.as("organiser", RUBRIC)
                .post("/v1/cycles/" + CYCLE + "/close")
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                suite.as("viewer", RUBRIC)
                                        .get("/v1/cycles/" + CYCLE)
                                        .then()
                                        .body("evidence", equalTo("REGISTERED")));

        suite.asOfficer("officer-a", "SLK", EVIDENCE)
                .contentType(ContentType.MULTIPART)
                .multiPart(
                        "metadata",
                        """
                        {"unit":"SLK","slot":"1.1.2","kind":"communication","channel":"line",
                         "title":"late","date":"2022-03-01"}""",
                        "application/json")
                .multiPart("file", "late.txt", "late\n".getBytes(StandardCharsets.UTF_8))
                .post(COLLECTION + "/evidence/files")
                .then()
                .statusCode(409);
        suite.asOfficer("officer-a", "SLK", RUBRIC)
                .body("{\"claim\":{\"rung\":1}}")
                .put(SLK + "/scores/1.1.1")
                .then()
                .statusCode(409);
        result("").body("points", equalTo(18));
        suite.as("viewer", RUBRIC)
                .get("/v1/cycles/" + CYCLE + "/ranking")
                .then()
                .body("items.unit", contains("SLK", "EVC"))
                .body("items[0].points", equalTo(18));
        theFilesAreThereByteForByte();
    }

    /** The newest mail to an address, when as many have arrived, and not more. */
    private ReceivedMail newest(String address, int count) throws IOException {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(suite.mailTo(address)).hasSize(count));
        return suite.mailTo(address).getFirst();
    }

    private static String text(ReceivedMail mail) {
        return mail.text().orElseThrow().replace("\r", "");
    }

    private static List<String> criteria(ReceivedMail mail) {
        return CRITERION.matcher(plain(text(mail))).results().map(found -> found.group(1)).toList();
    }

    /** Mails in Thai have Thai digits. */
    private static String plain(String text) {
        return text.chars()
                .mapToObj(c -> c >= '๐' && c <= '๙' ? (char) (c - '๐' + '0') : (char) c)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
