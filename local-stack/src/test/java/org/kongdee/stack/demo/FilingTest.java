package org.kongdee.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.rest.FakeService;
import org.kongdee.stack.rest.RestClient;

class FilingTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String FACTS =
            """
            {"units":[{"unit":"SLK","slots":[{"slot":"2.4","kinds":[
              {"kind":"agreement","count":1,"sections":{},"channels":[],"first":"2021-11-15","last":"2021-11-15"},
              {"kind":"signed-agreement","count":2,"sections":{"LEGAL":{},"PLAN":{}},"channels":[],
               "first":"2021-11-15","last":"2021-11-16"}]}]}]}
            """;

    private final List<ObjectNode> items = new ArrayList<>();

    @Test
    void filesEveryItemOnceAndHasAnotherOfficerAccept() throws Exception {
        try (FakeService asUploader = new FakeService(this::answer);
                FakeService asReviewer = new FakeService(this::answer)) {
            String first = file(asUploader, asReviewer, "en");
            String again = file(asUploader, asReviewer, "en");

            assertThat(first).contains("40 items filed").contains("40 accepted by another");
            assertThat(again).contains("0 items filed").contains("40 were there already");
            assertThat(again).contains("40 files of 400 bytes");
            assertThat(asUploader.requests("POST /v1/collections")).hasSize(40);
            assertThat(asUploader.requests("POST /v1/evidence")).isEmpty();
            assertThat(asReviewer.requests("POST /v1/evidence")).hasSize(40);
        }
    }

    @Test
    void sendsTheMetadataFirstThenATextFile() throws Exception {
        try (FakeService service = new FakeService(this::answer)) {
            file(service, service, "en");

            assertThat(service.requests("POST /v1/collections").get(8).body())
                    .containsSubsequence(
                            "name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n{",
                            "\"slot\":\"2.4\"",
                            "name=\"file\"; filename=\"2.4-signed-agreement-LEGAL.txt\"",
                            "คำรับรองที่ลงนามกับเลขานุการกรม");
        }
    }

    @Test
    void acceptsWhatAnInterruptedRunLeftPending() throws Exception {
        try (FakeService service = new FakeService(this::answer)) {
            file(service, service, "en");
            items.getLast().put("status", "PENDING");

            assertThat(file(service, service, "en")).contains("0 items filed", "1 accepted");
        }
    }

    @Test
    void showsTheFactsOfSeveralItemsInThaiToo() throws Exception {
        try (FakeService service = new FakeService(this::answer)) {
            assertThat(file(service, service, "th"))
                    .contains("เจ้าหน้าที่ SLK ยื่น 40 รายการ เพื่อนร่วมงานรับรอง 40 รายการ")
                    .containsPattern("2\\.4 +signed-agreement +2 +2 +15 พฤศจิกายน 2564")
                    .doesNotContainPattern("2\\.4 +agreement")
                    .doesNotContain("Evidence");
        }
    }

    private String answer(FakeService.Request request) {
        if (request.line().equals("GET /v1/collections/division-contest-2565/evidence")) {
            return "{\"items\":" + items.reversed() + ",\"total\":" + items.size() + "}";
        }
        if (request.line().equals("POST /v1/collections/division-contest-2565/evidence/files")) {
            int start = request.body().indexOf('{');
            ObjectNode item =
                    (ObjectNode)
                            FakeService.parse(
                                    request.body()
                                            .substring(
                                                    start, request.body().indexOf("\r\n", start)));
            item.put("id", Integer.toString(items.size())).put("status", "PENDING");
            item.putArray("files").add(new ObjectMapper().createObjectNode().put("size", 10));
            items.add(item);
            return item.deepCopy().put("httpStatus", 201).toString();
        }
        if (request.line().endsWith("/review")) {
            ObjectNode item =
                    items.get(
                            Integer.parseInt(
                                    request.line().replaceAll("\\D*1/evidence/(\\d+)/.*", "$1")));
            return item.put("status", "ACCEPTED").toString();
        }
        return FACTS;
    }

    private static String file(FakeService asUploader, FakeService asReviewer, String language)
            throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RestClient uploader = asUploader.client();
                RestClient reviewer = asReviewer.client()) {
            PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            new Filing(uploader, reviewer, ROOT, out, false).run(language);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
