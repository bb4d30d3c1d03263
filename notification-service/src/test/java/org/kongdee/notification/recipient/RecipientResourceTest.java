package org.kongdee.notification.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.web.table.TableFormat;

@QuarkusTest
@LocalStack
class RecipientResourceTest {

    private static final Charset WINDOWS_THAI = Charset.forName("windows-874");

    private static final String HEADER = "recipient,email,name,language,unit,sections,role\n";

    /** Addresses that no other test uses. */
    private final String a = freshKey("a") + "@slk.example";

    private final String b = freshKey("b") + "@slk.example";

    private static String body(String email, String name) {
        return """
        {"email": "%s", "name": "%s", "language": "th", "posts": [{"unit": "SLK", "sections": ["LEGAL"], "role": "HEAD"}]}"""
                .formatted(email, name);
    }

    @Test
    void createsARecipientThatReadsBackAsWritten() {
        String key = freshKey("head");

        as("automation")
                .body(body(a, "สมหญิง ใจดี"))
                .put("/v1/recipients/" + key)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("สมหญิง ใจดี"))
                .body("posts[0].sections", contains("LEGAL"))
                .body("language", equalTo("th"));
    }

    @Test
    void theSameAgainChangesNothingAndOtherContentNeedsIfMatch() {
        String key = freshKey("head");
        as("organiser").body(body(a, "A")).put("/v1/recipients/" + key);

        as("organiser")
                .body(body(a, "A"))
                .put("/v1/recipients/" + key)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as("organiser").body(body(b, "A")).put("/v1/recipients/" + key).then().statusCode(428);
        as("organiser")
                .header("If-Match", "\"1\"")
                .body(body(b, "A"))
                .put("/v1/recipients/" + key)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "สมหญิง ใจดี",
                "Søren Ångström",
                "山田 太郎",
                "علي بن أبي طالب",
                "Nguyễn Thị Minh Khai",
                "👩‍⚖️ Ä'ö",
                "O'Neill, Jr."
            })
    void takesNamesInEveryScript(String name) {
        as("organiser")
                .body(body(a, name))
                .put("/v1/recipients/" + freshKey("name"))
                .then()
                .statusCode(201)
                .body("name", equalTo(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not-an-address             | A                    | /email",
                "a@b@slk.example            | A                    | /email",
                "a..b@slk.example           | A                    | /email",
                "a@slk.example\\nBcc:x@y.zz | A                    | /email",
                "สมชาย@slk.example          | A                    | /email",
                "a@slk.example              | A\\r\\nBcc: x@y.zz   | /name",
                "a@slk.example              | A\\u2028B            | /name",
                "a@slk.example              | A\\u202EB            | /name",
                "a@slk.example              | ''                   | /name",
                "a@slk.example              | \\u3000               | /name"
            })
    void refusesWhatCouldBreakAHeader(String email, String name, String pointer) {
        as("organiser")
                .body(body(email, name))
                .put("/v1/recipients/" + freshKey("bad"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"role\": \"HEAD\"       | \"role\": \"BOSS\"                                | /posts/0/role",
                "\"language\": \"th\"     | \"language\": \"fr\"                              | /language",
                "\"unit\": \"SLK\"        | \"unit\": \"slk\"                                 | /posts/0/unit",
                "[\"LEGAL\"]              | [\"LEGAL\", \"law\"]                              | /posts/0/sections",
                "\"language\": \"th\"     | \"language\": \"th\", \"at\": \"25:00\"              | /at",
                "\"language\": \"th\"     | \"language\": \"th\", \"nick\": \"x\"                | /nick",
                "\"language\": \"th\"     | \"language\": \"th\", \"pausedUntil\": \"2565-01-01\" | /pausedUntil"
            })
    void namesTheFieldThatIsWrong(String good, String bad, String pointer) {
        as("organiser")
                .body(body(a, "A").replace(good, bad))
                .put("/v1/recipients/" + freshKey("bad"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void refusesAPauseWithoutAForeseeableEnd() {
        as("organiser")
                .body(
                        body(a, "A")
                                .replace("\"posts\"", "\"pausedUntil\": \"2200-01-01\", \"posts\""))
                .put("/v1/recipients/" + freshKey("pause"))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/pause-too-long"))
                .body("errors[0].pointer", equalTo("/pausedUntil"));
    }

    @Test
    void aBulkLineAnswersForItself() {
        String good = freshKey("good");

        as("automation")
                .body(
                        """
                        [{"recipient": "%s", "email": "%s", "name": "A", "language": "en", "posts": [{"unit": "SLK", "role": "OFFICER"}]},
                         {"recipient": "%s", "email": "%s", "name": "B", "language": "en", "posts": [{"unit": "SLK", "role": "OFFICER"}]},
                         {"recipient": "NO!", "email": "c", "name": "C", "language": "en", "posts": [{"unit": "SLK", "role": "OFFICER"}]},
                         {"recipient": "%s", "email": "c", "name": "", "language": "en", "posts": [{"unit": "SLK", "role": "OFFICER"}]},
                         7]"""
                                .formatted(good, a, good, b, freshKey("bad")))
                .post("/v1/recipients")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(4))
                .body("outcomes.status", contains(201, 422, 400, 400, 400))
                .body("outcomes[3].problem.errors.pointer", contains("/email", "/name"));
        as("organiser").get("/v1/recipients/" + good).then().body("name", equalTo("A"));
    }

    @Test
    void takesNdjsonLineByLine() {
        String good = freshKey("good");
        as("automation")
                .contentType("application/x-ndjson")
                .body(
                        """
                        {"recipient": "%s", "email": "%s", "name": "A", "language": "en", "posts": [{"unit": "SLK", "role": "OFFICER"}]}
                        {"recipient":
                        """
                                .formatted(good, a)
                                .getBytes(StandardCharsets.UTF_8))
                .post("/v1/recipients")
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(201, 400))
                .body("outcomes[0].recipient", equalTo(good));
    }

    @Test
    void takesNoLineThatIsNoText() {
        String line =
                "{\"recipient\": \"%s\", \"email\": \"a@slk.example\", \"name\": \"สม\\u202eชาย\", \"language\": \"th\", \"posts\": [{\"unit\": \"SLK\", \"role\": \"OFFICER\"}]}\n";

        as("automation")
                .contentType("application/x-ndjson")
                .body(line.formatted(freshKey("bidi")).getBytes(StandardCharsets.UTF_8))
                .post("/v1/recipients")
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(400))
                .body("outcomes[0].problem.errors[0].pointer", equalTo("/name"))
                .body("outcomes[0].problem.detail", containsString("U+202E"));
        postCsv(
                        "text/csv; charset=UTF-8",
                        (HEADER
                                        + freshKey("bidi")
                                        + ",a@slk.example,สม\u202Eชาย,th,SLK,LEGAL,OFFICER\r\n")
                                .getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("outcomes.status", contains(400))
                .body("outcomes[0].problem.errors[0].pointer", equalTo("/name"))
                .body("outcomes[0].problem.detail", containsString("U+202E"));
    }

    @Test
    void replacesNothingInALineThatIsNotUtf8() throws IOException {
        String good = freshKey("good");
        String line =
                "{\"recipient\": \"%1$s\", \"email\": \"%1$s@slk.example\", \"name\": \"สมชาย\", \"language\": \"th\", \"posts\": [{\"unit\": \"SLK\", \"role\": \"OFFICER\"}]}\n";
        var body = new ByteArrayOutputStream();
        body.write(line.formatted(freshKey("thai")).getBytes(WINDOWS_THAI));
        body.write(line.formatted(good).getBytes(StandardCharsets.UTF_8));

        as("automation")
                .contentType("application/x-ndjson")
                .body(body.toByteArray())
                .post("/v1/recipients")
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(400, 201))
                .body("outcomes[0].problem.detail", equalTo("The line is not UTF-8 text."))
                .body("outcomes[1].recipient", equalTo(good));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00 00 00 7B FF FF FF FF",
                "7B 22 CA C1 22 3A 31 7D",
                "7B 22 6E 61 6D 65 22 3A 22 CA C1"
            })
    void aBodyThatIsNotUtf8IsRefused(String hex) {
        as("organiser")
                .body(HexFormat.ofDelimiter(" ").parseHex(hex))
                .put("/v1/recipients/" + freshKey("no"))
                .then()
                .statusCode(400)
                .body("detail", containsString("not UTF-8"));
    }

    @Test
    void takesCsvAsAThaiSpreadsheetWritesIt() {
        String key = freshKey("thai");
        byte[] csv =
                (HEADER + key + "," + a + ",สมชาย,th,SLK,LEGAL,OFFICER\r\n").getBytes(WINDOWS_THAI);

        postCsv("text/csv; charset=UTF-8", csv)
                .body("outcomes[0].status", equalTo(400))
                .body("outcomes[0].problem.detail", containsString("windows-874"));
        postCsv("text/csv; charset=windows-874", csv).body("outcomes[0].status", equalTo(201));
        as("organiser").get("/v1/recipients/" + key).then().body("name", equalTo("สมชาย"));
        postCsv("text/csv; charset=UTF-16", csv)
                .statusCode(400)
                .body("errors[0].parameter", equalTo("Content-Type"));
    }

    @Test
    void takesWhatExcelExportsAsUnicodeText() {
        String key = freshKey("unicode");
        String file =
                "\uFEFFRecipient\tE-mail\tName\tLanguage\tUnit\tSections\tRole\tPaused until\t\r\n"
                        + "\t\t\t\t\t\t\t\t\r\n"
                        + key
                        + "\t"
                        + a
                        + "\t\"ใจดี; สมชาย\"\tth\tSLK\t\"LEGAL\r\nPLAN\"\tOFFICER\t\t\r\n"
                        + "\t\t\t\t\t\t\t\t\r\n"
                        + freshKey("bad")
                        + "\tnone\tx\tth\tSLK\t\tOFFICER\t\t\r\n";

        postCsv("text/csv", file.getBytes(StandardCharsets.UTF_16LE))
                .statusCode(200)
                .body("outcomes.status", contains(201, 400))
                .body("outcomes.line", contains(3, 6))
                .body("outcomes[1].problem.errors.pointer", contains("/email"));

        as("organiser")
                .get("/v1/recipients/" + key)
                .then()
                .body("name", equalTo("ใจดี; สมชาย"))
                .body("posts[0].sections", contains("LEGAL", "PLAN"));
    }

    @Test
    void takesSemicolonsAndSaysOfEachLineWhatIsWrongWithIt() {
        String key = freshKey("semicolon");
        String csv =
                "recipient;email;name;language;unit;sections;role\r\n"
                        + key
                        + ";"
                        + a
                        + ";A;en;SLK;\"LEGAL;PLAN\";HEAD\r\n"
                        + ";;;;;;\r\n"
                        + freshKey("x")
                        + ";"
                        + b
                        + ";A;en;SLK;LEGAL;PLAN;HEAD\r\n"
                        + freshKey("y")
                        + ";"
                        + b
                        + ";\"A;en;SLK;LEGAL;HEAD\r\n"
                        + freshKey("z")
                        + ";"
                        + b
                        + ";\"A\r\nB\";en;SLK;LEGAL;HEAD\r\n";

        postCsv("text/csv; charset=UTF-8", csv.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("outcomes.line", contains(2, 4, 5, 6))
                .body("outcomes.status", contains(201, 400, 400, 400))
                .body(
                        "outcomes[1].problem.detail",
                        equalTo(
                                "The line has 8 cells; the header has 7. A cell that has a separator in it stands in quotes."))
                .body("outcomes[2].problem.detail", containsString("opened and not closed"))
                .body("outcomes[3].problem.errors.pointer", contains("/name"))
                .body("outcomes[3].problem.detail", containsString("one line"));
    }

    @Test
    void aBrokenLineKeepsItsRecipientFromLosingAPost() {
        String unit = freshUnit();
        String key = freshKey("broken");
        String line = key + "," + a + ",A,th," + unit + ",%s,HEAD\r\n";
        postCsv(HEADER + line.formatted("LEGAL") + line.formatted("PLAN"));

        JsonPath outcome = postCsv(HEADER + line.formatted("LEGAL") + line.formatted("\"PLAN"));

        assertThat(outcome.getList("outcomes.status")).isEqualTo(java.util.List.of(422, 400));
        as("organiser").get("/v1/recipients/" + key).then().body("posts.size()", equalTo(2));
    }

    @Test
    void saysHowToExportAWorkbook() {
        postCsv("text/csv", new byte[] {'P', 'K', 3, 4, 20, 0})
                .statusCode(400)
                .body("detail", containsString("CSV UTF-8"));
    }

    @Test
    void moreLinesThanAreTakenAreRefusedWholeInEveryFormat() {
        String tooMany = "https://kongdee.org/problems/too-many-lines";

        postCsv(
                        "text/csv; charset=UTF-8",
                        (HEADER + "x\n".repeat(10_001)).getBytes(StandardCharsets.UTF_8))
                .statusCode(413)
                .body("type", equalTo(tooMany));
        as("automation")
                .body("[" + "1,".repeat(10_000) + "1]")
                .post("/v1/recipients")
                .then()
                .statusCode(413)
                .body("type", equalTo(tooMany));
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void whatComesAsATableGoesInAgainAsTheSamePeople(TableFormat format) {
        String unit = freshUnit();
        String key = freshKey("head");
        as("automation")
                .body(
                        """
                        [{"recipient": "%1$s", "email": "%2$s", "name": "=สม, \\"หญิง\\"", "language": "th", "subject": "%1$s", "at": "08:30",
                          "pausedUntil": "%4$s",
                          "posts": [{"unit": "%3$s", "sections": ["LEGAL", "PLAN"], "role": "HEAD"}, {"unit": "%3$s", "sections": [], "role": "OFFICER"}]}]"""
                                .formatted(key, a, unit, Noon.today().plusDays(30)))
                .post("/v1/recipients")
                .then()
                .body("accepted", equalTo(1));
        recipient(unit, "DIRECTOR", "en", "");

        byte[] table =
                as("officer", unit)
                        .accept(format.mediaType())
                        .get("/v1/recipients?unit=" + unit)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith(format.mediaType()))
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"recipients.%s\""
                                        .formatted(format.extension()))
                        .extract()
                        .asByteArray();
        postCsv(format.mediaType(), table)
                .statusCode(200)
                .body("accepted", equalTo(3))
                .body("outcomes.line", contains(2, 3, 4))
                .body("outcomes.status", contains(200, 200, 200));
        // Nothing changed: all that a table says, it said before.
        as("organiser")
                .queryParam("unit", unit)
                .get("/v1/recipients")
                .then()
                .body("total", equalTo(2))
                .body("items.etag", contains("\"1\"", "\"1\""));
    }

    private static ValidatableResponse postCsv(String contentType, byte[] csv) {
        return as("automation").contentType(contentType).body(csv).post("/v1/recipients").then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/csv", "application/x-ndjson"})
    void showsAPersonAsJsonOrNotAtAll(String accept) {
        String key = recipient(freshUnit(), "HEAD", "th", "LEGAL");

        as("organiser")
                .accept(accept)
                .get("/v1/recipients/" + key)
                .then()
                .statusCode(406)
                .body("type", equalTo("https://kongdee.org/problems/not-acceptable"));
    }

    @Test
    void tenThousandLinesWithFaultsKeepTheGoodOnes() {
        String unit = freshUnit();
        String prefix = freshKey("p");
        StringBuilder csv = new StringBuilder("\uFEFF" + HEADER);
        for (int i = 0; i < 10_000; i++) {
            csv.append(
                    switch (i % 100) {
                        case 17 ->
                                "%s-%d,not an address,A,th,%s,LEGAL,OFFICER\r\n"
                                        .formatted(prefix, i, unit);
                        case 33 -> "%s-%d,a@slk.example,A,th\r\n".formatted(prefix, i);
                        case 57 ->
                                "%s-%d,a@slk.example,\"never closed,th,%s,LEGAL,OFFICER\r\n"
                                        .formatted(prefix, i, unit);
                        default ->
                                "%1$s-%2$d,%1$s-%2$d@slk.example,\"ใจดี, สม\"\"หญิง\"\"\",th,%3$s,LEGAL PLAN,OFFICER\r\n"
                                        .formatted(prefix, i, unit);
                    });
        }

        JsonPath first = postCsv(csv.toString());
        JsonPath second = postCsv(csv.toString());

        assertThat(first.getInt("accepted")).isEqualTo(9700);
        assertThat(first.getInt("rejected")).isEqualTo(300);
        assertThat(first.getInt("outcomes[0].status")).isEqualTo(201);
        assertThat(first.getString("outcomes[17].problem.errors[0].pointer")).isEqualTo("/email");
        // As the file counts its lines: the header is its first.
        assertThat(first.getInt("outcomes[17].line")).isEqualTo(19);
        assertThat(second.getInt("accepted")).isEqualTo(9700);
        assertThat(second.getInt("outcomes[0].status")).isEqualTo(200);
        as("organiser")
                .queryParam("unit", unit)
                .get("/v1/recipients")
                .then()
                .body("total", equalTo(9700));
        as("organiser")
                .get("/v1/recipients/" + prefix + "-0")
                .then()
                .header("ETag", "\"1\"")
                .body("name", equalTo("ใจดี, สม\"หญิง\""))
                .body("posts[0].sections", contains("LEGAL", "PLAN"));
    }

    private static JsonPath postCsv(String csv) {
        return as("automation")
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/recipients")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void refusesCsvWithUnknownOrMissingColumns() {
        as("automation")
                .contentType("text/csv; charset=UTF-8")
                .body("recipient,mail\n")
                .post("/v1/recipients")
                .then()
                .statusCode(400)
                .body("errors.detail", hasItem(containsString("'mail' is not known")))
                .body("errors.detail", hasItem(containsString("'email' is missing")));
    }

    @Test
    void anOfficerSeesTheOwnUnitOnlyAndAViewerNobody() {
        String unit = freshUnit();
        String key = recipient(unit, "HEAD", "th", "LEGAL");

        as("officer", unit).get("/v1/recipients/" + key).then().statusCode(200);
        as("officer", "OTHER").get("/v1/recipients/" + key).then().statusCode(404);
        as("viewer").get("/v1/recipients/" + key).then().statusCode(403);
        as("officer", unit).body("{}").put("/v1/recipients/" + key).then().statusCode(403);
    }

    @Test
    void removesARecipientThatWasSeen() {
        String key = recipient(freshUnit(), "HEAD", "th", "LEGAL");

        as("organiser").delete("/v1/recipients/" + key).then().statusCode(428);
        as("organiser")
                .header("If-Match", "\"1\"")
                .delete("/v1/recipients/" + key)
                .then()
                .statusCode(204);
        as("organiser").get("/v1/recipients/" + key).then().statusCode(404);
    }

    @Test
    void listsTheUnitThoseOfASectionAndThoseOfARole() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "th", "LEGAL");
        String planner = recipient(unit, "OFFICER", "th", "PLAN");
        String director = recipient(unit, "DIRECTOR", "th", "");

        of(unit).get("/v1/recipients").then().body("total", equalTo(3));
        of(unit).queryParam("section", "LEGAL")
                .get("/v1/recipients")
                .then()
                .body("items.recipient", containsInAnyOrder(head, director));
        of(unit).queryParam("role", "OFFICER")
                .get("/v1/recipients")
                .then()
                .body("items.recipient", contains(planner));
        of(unit).queryParam("failing", true).get("/v1/recipients").then().body("total", equalTo(0));
    }

    private static RequestSpecification of(String unit) {
        return as("organiser").queryParam("unit", unit);
    }

    @Test
    void aBulkLineThatDiffersChangesTheRecipientAndAnotherDoesNot() {
        String unit = freshUnit();
        String same = recipient(unit, "HEAD", "th", "LEGAL");
        String line = "%s,%s@slk.example,สมหญิง ใจดี,th,%s,LEGAL,%s\n";
        String moved = recipient(unit, "HEAD", "th", "LEGAL");

        postCsv(
                HEADER
                        + line.formatted(same, same, unit, "HEAD")
                        + line.formatted(moved, moved, unit, "OFFICER"));

        as("organiser").get("/v1/recipients/" + same).then().header("ETag", "\"1\"");
        as("organiser")
                .get("/v1/recipients/" + moved)
                .then()
                .header("ETag", "\"2\"")
                .body("posts[0].role", equalTo("OFFICER"));
    }

    @Test
    void oneAddressIsOneRecipientWhateverItsCase() {
        String first = freshKey("first");
        as("organiser").body(body(a, "A")).put("/v1/recipients/" + first);

        as("organiser")
                .body(body(a.toUpperCase(java.util.Locale.ROOT), "B"))
                .put("/v1/recipients/" + freshKey("second"))
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/address-taken"))
                .body("detail", containsString(first))
                .body("errors[0].pointer", equalTo("/email"));
        as("organiser")
                .body("[" + line(freshKey("third"), a) + "]")
                .post("/v1/recipients")
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(409))
                .body("outcomes[0].problem.detail", containsString(first));
    }

    @Test
    void twoTradeTheirAddressesInOneRequest() {
        String one = freshKey("one");
        String other = freshKey("other");
        String third = freshKey("third");
        as("organiser")
                .body("[" + line(one, a) + "," + line(other, b) + "]")
                .post("/v1/recipients")
                .then()
                .body("outcomes.status", contains(201, 201));

        as("organiser")
                .body("[" + line(one, b) + "," + line(other, a) + "," + line(third, b) + "]")
                .post("/v1/recipients")
                .then()
                .body("outcomes.status", contains(200, 200, 409));

        as("organiser").get("/v1/recipients/" + one).then().body("email", equalTo(b));
        as("organiser").get("/v1/recipients/" + other).then().body("email", equalTo(a));
    }

    private static String line(String key, String email) {
        return """
        {"recipient": "%s", "email": "%s", "name": "A", "language": "en", "posts": [{"unit": "SLK", "role": "OFFICER"}]}"""
                .formatted(key, email);
    }

    @Test
    void linesOfOneKeyAreItsPostsAndReplaceThem() {
        String unit = freshUnit();
        String key = freshKey("acting");
        String line = key + "," + a + ",A,th," + unit + ",%s,HEAD\r\n";

        JsonPath outcome =
                postCsv(HEADER + line.formatted("LEGAL") + line.formatted("SUPPLY PLAN"));

        assertThat(outcome.getList("outcomes.status")).isEqualTo(java.util.List.of(201, 201));
        as("organiser")
                .get("/v1/recipients/" + key)
                .then()
                .body("posts.sections.flatten()", contains("LEGAL", "PLAN", "SUPPLY"));
        of(unit).queryParam("section", "SUPPLY")
                .get("/v1/recipients")
                .then()
                .body("items.recipient", contains(key));
        postCsv(HEADER + line.formatted("LEGAL"));
        as("organiser").get("/v1/recipients/" + key).then().body("posts.size()", equalTo(1));
    }

    @Test
    void linesOfOneKeyAgreeOrNoneIsTaken() {
        String unit = freshUnit();
        String key = freshKey("acting");
        String head = key + "," + a + ",%s,th," + unit + ",%s,%s\r\n";

        JsonPath disagree =
                postCsv(
                        HEADER
                                + head.formatted("A", "LEGAL", "HEAD")
                                + head.formatted("B", "PLAN", "HEAD"));
        JsonPath broken =
                postCsv(
                        HEADER
                                + head.formatted("A", "LEGAL", "HEAD")
                                + head.formatted("A", "PLAN", "BOSS"));

        assertThat(disagree.getList("outcomes.problem.type"))
                .isEqualTo(
                        java.util.List.of(
                                "https://kongdee.org/problems/other-line-refused",
                                "https://kongdee.org/problems/lines-disagree"));
        assertThat(broken.getList("outcomes.status")).isEqualTo(java.util.List.of(422, 400));
        as("organiser").get("/v1/recipients/" + key).then().statusCode(404);
    }
}
