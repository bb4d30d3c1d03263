package org.kongdee.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.kongdee.stack.rest.RestClient;

/**
 * The evidence of the demo's unit in one collection.
 *
 * @param uploader an officer of the unit
 * @param reviewer another one: nobody accepts what they have filed
 * @param collection its path
 */
record Evidence(RestClient uploader, RestClient reviewer, String collection) {

    static final String UNIT = "SLK";

    private static final String LINE = "\r\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Evidence of(String cycle, RestClient uploader, RestClient reviewer) {
        return new Evidence(uploader, reviewer, "/v1/collections/" + cycle);
    }

    /** The newest comes first. */
    List<JsonNode> all() {
        return uploader.all(collection + "/evidence?unit=" + UNIT + "&size=200&page=");
    }

    /** Files an item with one text file. */
    JsonNode file(JsonNode metadata, String fileName, String text) {
        String boundary = "kongdee-" + UUID.randomUUID();
        String body =
                part(boundary, "name=\"metadata\"", "application/json", metadata.toString())
                        + part(
                                boundary,
                                "name=\"file\"; filename=\"" + fileName + "\"",
                                "text/plain; charset=UTF-8",
                                text)
                        + "--"
                        + boundary
                        + "--"
                        + LINE;
        return uploader.post(
                        collection + "/evidence/files",
                        "multipart/form-data; boundary=" + boundary,
                        body)
                .expecting(201)
                .body();
    }

    JsonNode accept(JsonNode item) {
        return reviewer.post(
                        "/v1/evidence/" + item.path("id").asText() + "/review",
                        JSON.createObjectNode().put("decision", "ACCEPT"))
                .expecting(200)
                .body();
    }

    private static String part(String boundary, String field, String type, String content) {
        return String.join(
                        LINE,
                        "--" + boundary,
                        "Content-Disposition: form-data; " + field,
                        "Content-Type: " + type,
                        "",
                        content)
                + LINE;
    }
}
