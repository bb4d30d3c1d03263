package org.kongdee.stack.demo;

import java.util.UUID;

/** A {@code multipart/form-data} body of evidence: its metadata, then one text file. */
record Multipart(String boundary, String body) {

    private static final String LINE = "\r\n";

    static Multipart of(String metadata, String fileName, String text) {
        String boundary = "kongdee-" + UUID.randomUUID();
        return new Multipart(
                boundary,
                part(boundary, "name=\"metadata\"", "application/json", metadata)
                        + part(
                                boundary,
                                "name=\"file\"; filename=\"" + fileName + "\"",
                                "text/plain; charset=UTF-8",
                                text)
                        + "--"
                        + boundary
                        + "--"
                        + LINE);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
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
