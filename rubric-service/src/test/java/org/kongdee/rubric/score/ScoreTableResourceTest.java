package org.kongdee.rubric.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;

/** Scores as CSV and XLSX, in and out. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ScoreTableResourceTest {

    private static final String CSV = "text/csv";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TempDir private Path folder = Path.of("");

    private Contest contest = new Contest("", "", "");

    @BeforeEach
    void open() {
        contest = Contest.unplanned();
    }

    @Test
    void takesEveryKindOfClaimAsCsvAndTellsLinesOfTheFile() {
        String csv =
                """
                \uFEFFUnit;Criterion;Claim;Note;ETag
                @;1.1.2;2;"two
                lines";
                ;;;;

                @;๓.๑;"a=3;b=1";;
                @;7.5.1;GOVERNMENT:relatedToMission;;
                @;1.1.1;0;;*
                @;1.1.3;;;
                @;9.9.9;1;;
                NOWHERE;1.1.2;1;;
                @;1.1.4;yes;;
                @;1.1.5;;no claim;
                """
                        .replace("@", contest.unit());

        post("", CSV, csv.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("outcomes.line", contains(2, 6, 7, 8, 10, 11, 12, 13))
                .body("outcomes.status", contains(201, 201, 201, 412, 422, 422, 422, 422))
                .body("outcomes[4].problem.errors[0].pointer", equalTo("/criterion"))
                .body("outcomes[5].problem.errors[0].pointer", equalTo("/unit"))
                .body("outcomes[6].problem.errors[0].pointer", equalTo("/claim"))
                .body(
                        "outcomes[6].problem.detail",
                        containsString(
                                "'yes' is no claim for criterion 1.1.4, which is scored by ladder and takes 0–"))
                .body("outcomes[7].problem.detail", containsString("Column claim is empty"));

        score("1.1.2").then().body("claim.rung", equalTo(2)).body("note", equalTo("two\nlines"));
        score("3.1").then().body("claim.parts.a", equalTo(3));
        score("7.5.1").then().body("claim.tiers[0].variant", equalTo("relatedToMission"));
    }

    @Test
    void takesAWorkbookAndRefusesWhatASpreadsheetHasMadeSomethingElseOf() throws IOException {
        byte[] file =
                workbook(
                        sheet -> {
                            row(sheet, 0, "CRITERION", "unit", "claim", "note", "etag");
                            row(sheet, 1, "1.1.2", contest.unit(), 2, 5);
                            row(sheet, 2, 2.1, contest.unit(), 1);
                            row(sheet, 4, LocalDate.of(2002, 1, 1), contest.unit(), 1);
                            row(sheet, 5, "1.1.1", contest.unit(), 0.5);
                            sheet.style(5, 2).format("0%").set();
                            row(sheet, 6, " 1.1.3\u00A0", contest.unit(), "๑", "=1+1");
                        });

        post("", XLSX, file)
                .then()
                .statusCode(200)
                .body("outcomes.line", contains(2, 3, 5, 6, 7))
                .body("outcomes.status", contains(201, 400, 400, 422, 201))
                .body("outcomes[1].problem.errors[0].pointer", equalTo("/criterion"))
                .body(
                        "outcomes[1].problem.detail",
                        equalTo(
                                "Cell A3 is no text: a spreadsheet has made 2.1 of what was typed. Format column criterion as text, and write it again."))
                .body(
                        "outcomes[2].problem.detail",
                        containsString("Cell A5 is no text: a spreadsheet has made 2002-01-01"))
                .body("outcomes[3].problem.errors[0].pointer", equalTo("/claim"))
                .body("outcomes[3].problem.detail", containsString("Cell C6 is 50%"));

        score("1.1.2").then().body("claim.rung", equalTo(2)).body("note", equalTo("5"));
        score("1.1.3").then().body("claim.rung", equalTo(1)).body("note", equalTo("=1+1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX})
    void aTemplateThatIsSentBackChangesNothingAndWhatWasEditedIsWritten(String type)
            throws IOException {
        put("1.1.2", "{\"claim\":{\"rung\":2},\"note\":\" =1+1\\n'ก_x000D_\"}");
        put("3.1", "{\"claim\":{\"parts\":{\"a\":1,\"b\":0}}}");
        put("7.5.1", "{\"claim\":{\"tiers\":[]},\"note\":\"-\"}");
        byte[] template = template(type, "?unit=" + contest.unit());

        post("", type, template)
                .then()
                .statusCode(200)
                .body("outcomes.line", hasSize(3))
                .body("outcomes.status", everyItem(equalTo(200)));
        as("automation")
                .get(path("").replace("/scores", "/assessments/" + contest.unit() + "/history"))
                .then()
                .body("items", hasSize(3));

        byte[] edited = edited(type, template, text -> text.replace("a=1;b=0", "a=2;b=1"));
        put("1.1.2", "{\"claim\":{\"rung\":1}}", "*");

        post("", type, edited)
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(412, 200, 200))
                .body("outcomes[0].problem.detail", containsString("its ETag is now"));
        score("3.1").then().body("claim.parts.a", equalTo(2));
        score("1.1.2").then().body("claim.rung", equalTo(1));
    }

    @Test
    void aTemplateHasEveryCriterionOfEveryUnitWithItsTitle() {
        String other = freshUnit();
        Contest.unit(other);
        contest.enrol(other).then().statusCode(201);

        List<String> all =
                csv(
                        as("organiser")
                                .header("Accept-Language", "th")
                                .accept(CSV)
                                .get(path("/template")));
        List<String> own =
                csv(
                        as("officer", contest.unit())
                                .accept(CSV)
                                .get(path("/template?stage=COMMITTEE")));

        assertThat(all).hasSize(1 + 2 * 51);
        assertThat(all.getFirst())
                .isEqualTo("\uFEFFunit,criterion,title,stage,form,claim,note,etag");
        assertThat(all.get(1))
                .startsWith(
                        List.of(contest.unit(), other).stream().sorted().findFirst().orElseThrow()
                                + ",1.1.1,")
                .matches(".*[ก-๙].*,SELF,0–[0-9],,,");
        assertThat(own).hasSize(52).allMatch(line -> !line.contains(other));
        assertThat(own.get(1)).contains(",COMMITTEE,");
        as("officer", other + "X")
                .accept(CSV)
                .get(path("/template?unit=" + contest.unit()))
                .then()
                .statusCode(404);
        as("organiser").accept(CSV).get(path("/template?unit=NOWHERE")).then().statusCode(404);
        as("organiser")
                .accept(XLSX)
                .get("/v1/cycles/nowhere/scores/template")
                .then()
                .statusCode(404);
        as("organiser")
                .accept(XLSX)
                .get(path("/template?unit=" + contest.unit()))
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .header(
                        "Content-Disposition",
                        equalTo(
                                "attachment; filename=\"scores-%s-%s.xlsx\""
                                        .formatted(contest.cycle(), contest.unit())));
    }

    @Test
    void modesDryRunsAndKeysAreThoseOfOtherFormats() {
        String csv = "unit,criterion,claim\n@,1.1.2,2\n@,1.1.1,7\n".replace("@", contest.unit());
        byte[] body = csv.getBytes(StandardCharsets.UTF_8);
        String key = UUID.randomUUID().toString();

        post("?mode=atomic", CSV, body)
                .then()
                .statusCode(422)
                .body("outcomes.line", contains(2, 3));
        post("?dryRun=true", CSV, body).then().body("outcomes.status", contains(201, 422));
        score("1.1.2").then().statusCode(404);
        for (String replayed : new String[] {null, "true"}) {
            Response answer =
                    as("automation")
                            .header("Idempotency-Key", key)
                            .contentType(named(CSV))
                            .body(body)
                            .post(path(""));
            answer.then().body("outcomes.status", contains(201, 422));
            assertThat(answer.header("Idempotency-Replayed")).isEqualTo(replayed);
        }
        post("", CSV, body.clone()).then().body("outcomes.status", contains(200, 422));
        post("?overwrite=true", CSV, csv.replace(",2\n", ",1\n").getBytes(StandardCharsets.UTF_8))
                .then()
                .body("outcomes.status", contains(200, 422));
        score("1.1.2").then().body("claim.rung", equalTo(1));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        post("", CSV, "unit,criterion,claim,remark\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("detail", containsString("unit, criterion, claim, stage, note, etag"))
                .body("errors[0].detail", equalTo("The column 'remark' is not known."));
        post("", XLSX, "unit,criterion,claim\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("detail", containsString("no .xlsx workbook"));
        as("automation")
                .header("Accept-Language", "th")
                .contentType(XLSX)
                .body(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                .post(path(""))
                .then()
                .statusCode(400)
                .body("detail", containsString("รหัสผ่าน"));
        post("", "application/vnd.ms-excel", new byte[] {1}).then().statusCode(415);
        post("", XLSX, new byte[(10 << 20) + 1]).then().statusCode(413);
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int i = 0; i < 65; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        post("", XLSX, bomb.toByteArray())
                .then()
                .statusCode(413)
                .body("detail", containsString("when it is unpacked"));
    }

    /** The client would name another charset by itself. */
    private static String named(String type) {
        return type.equals(CSV) ? CSV + "; charset=UTF-8" : type;
    }

    private Response post(String query, String type, byte[] body) {
        return as("automation").contentType(named(type)).body(body).post(path(query));
    }

    private byte[] template(String type, String query) {
        Response answer = as("officer", contest.unit()).accept(type).get(path("/template" + query));
        answer.then().statusCode(200);
        return answer.asByteArray();
    }

    private String path(String more) {
        return "/v1/cycles/" + contest.cycle() + "/scores" + more;
    }

    private Response score(String criterion) {
        return as("automation")
                .get(
                        "/v1/cycles/%s/assessments/%s/scores/%s"
                                .formatted(contest.cycle(), contest.unit(), criterion));
    }

    private void put(String criterion, String body, String... ifMatch) {
        var request = as("officer", contest.unit()).body(body);
        for (String tag : ifMatch) {
            request.header("If-Match", tag);
        }
        request.put(
                        "/v1/cycles/%s/assessments/%s/scores/%s"
                                .formatted(contest.cycle(), contest.unit(), criterion))
                .then()
                .statusCode(ifMatch.length == 0 ? 201 : 200);
    }

    private static List<String> csv(Response answer) {
        answer.then().statusCode(200).contentType("text/csv;charset=UTF-8");
        return new String(answer.asByteArray(), StandardCharsets.UTF_8).lines().toList();
    }

    /** The same file after somebody has edited it. */
    private byte[] edited(String type, byte[] file, UnaryOperator<String> edit) throws IOException {
        if (type.equals(CSV)) {
            return edit.apply(new String(file, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
        }
        Path saved = Files.write(folder.resolve("template.xlsx"), file);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipFile(saved.toFile());
                var edited = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().toList()) {
                String part =
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                edited.putNextEntry(new ZipEntry(entry.getName()));
                edited.write(edit.apply(part).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Test", "1.0")) {
            filling.fill(workbook.newWorksheet("Sheet1"));
        }
        return out.toByteArray();
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case Number number -> sheet.value(row, i, number);
                case LocalDate day -> {
                    sheet.value(row, i, day);
                    sheet.style(row, i).format("d.m.yy").set();
                }
                default -> sheet.value(row, i, cells[i].toString());
            }
        }
    }
}
