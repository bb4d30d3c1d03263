package org.kongdee.evidence;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.kongdee.test.TestTokens;

/** How tests call the service, and fresh keys so that no test sees another's data. */
public final class Api {

    /** A small PDF, different each time it is made. */
    public static byte[] pdf(String text) {
        return ("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n% " + text + "\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static {
        io.restassured.RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    private Api() {}

    public static RequestSpecification as(String role) {
        return bearer(TestTokens.token(role));
    }

    public static RequestSpecification as(String role, String unit) {
        return bearer(TestTokens.token(role, unit));
    }

    /** A request by a certain person. */
    public static RequestSpecification as(String subject, String role, String unit) {
        return bearer(TestTokens.token(subject, role, unit));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** An officer of a unit who sends files. */
    public static RequestSpecification upload(String unit, String metadata) {
        return upload("officer-" + unit, unit, metadata);
    }

    public static RequestSpecification upload(String subject, String unit, String metadata) {
        return given().config(
                        RestAssuredConfig.config()
                                .httpClient(
                                        HttpClientConfig.httpClientConfig()
                                                .httpMultipartMode(HttpMultipartMode.RFC6532)))
                .auth()
                .oauth2(TestTokens.token(subject, "officer", unit))
                .multiPart("metadata", metadata, "application/json; charset=UTF-8");
    }

    public static String freshUnit() {
        return "U" + fresh().toUpperCase(Locale.ROOT);
    }

    /**
     * A new open collection with the slots 1.1.2 and 2.4 and one unit that has the sections LEGAL
     * and PLAN.
     */
    public static Place place() {
        return place("PEER");
    }

    public static Place place(String review) {
        var place = new Place("contest-" + fresh(), freshUnit());
        put(place, "OPEN", review).statusCode(201);
        enrol(place.collection(), place.unit());
        return place;
    }

    public static ValidatableResponse put(Place place, String status, String review) {
        return put(place, status, review, "2022-07-30");
    }

    /** Makes or changes it, with a period that ends so. */
    public static ValidatableResponse put(Place place, String status, String review, String end) {
        var request = as("service");
        if (!status.equals("OPEN") || !end.equals("2022-07-30")) {
            request.header("If-Match", "*");
        }
        return request.body(
                        """
                        {"period":{"start":"2021-08-01","end":"%s"},"timeZone":"Asia/Bangkok","status":"%s","review":"%s","slots":[
                          {"code":"1.1.2","title":{"en":"Communicated","th":"สื่อสาร"},"kinds":[
                             {"code":"communication","title":{"en":"Communication","th":"การสื่อสาร"}},{"code":"report","title":{"en":"Report","th":"รายงาน"}}],"channels":["line","website"]},
                          {"code":"2.4","title":{"en":"Agreements","th":"คำรับรอง"},"kinds":[
                             {"code":"signed-agreement","title":{"en":"Signed agreement","th":"คำรับรองที่ลงนาม"}}]}]}
                        """
                                .formatted(end, status, review))
                .put("/v1/collections/" + place.collection())
                .then();
    }

    public static void enrol(String collection, String unit) {
        as("service")
                .body(
                        """
                        {"title":{"en":"Office","th":"สำนัก"},"sections":[
                          {"code":"LEGAL","title":{"en":"Legal","th":"นิติการ"}},{"code":"PLAN","title":{"en":"Planning","th":"แผนงาน"}}]}
                        """)
                .put("/v1/collections/%s/units/%s".formatted(collection, unit))
                .then()
                .statusCode(201);
    }

    /** A collection and a unit in it. */
    public record Place(String collection, String unit) {

        public String path() {
            return "/v1/collections/" + collection + "/evidence";
        }

        /** Where evidence is filed with files. */
        public String files() {
            return path() + "/files";
        }

        /**
         * Metadata of an item in slot 1.1.2; {@code more} adds or overrides nothing, it only adds.
         */
        public String metadata(String more) {
            return """
                    {"unit":"%s","slot":"1.1.2","kind":"communication","channel":"line","section":"LEGAL",
                     "title":"ประกาศงดรับของขวัญ","date":"2022-01-10"%s}
                    """
                    .formatted(unit, more.isEmpty() ? "" : "," + more);
        }

        /** Files a PDF and says its id. */
        public String filePdf(byte[] bytes) {
            return upload(unit, metadata(""))
                    .multiPart("file", "ประกาศ.pdf", bytes)
                    .post(files())
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        /** Files a link and says its id. */
        public String fileLink(String metadata) {
            return as("officer", unit)
                    .body(metadata)
                    .post(path())
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        /** A colleague accepts an item. */
        public void accept(String id) {
            as("colleague", "officer", unit)
                    .body("{\"decision\":\"ACCEPT\"}")
                    .post("/v1/evidence/" + id + "/review")
                    .then()
                    .statusCode(200);
        }
    }

    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    }
}
