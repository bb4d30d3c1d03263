package org.kongdee.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.test.Packaged;
import org.kongdee.test.TestTokens;

/** Calls a packaged service; bodies of any size are streamed. */
public final class PackagedApi implements AutoCloseable {

    private static final String BOUNDARY = "kongdee-boundary";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What a file was: its length and the hash of its bytes. */
    public record Received(int status, long length, String sha256) {}

    /** Makes a collection and enrols a unit. */
    public Place place(Packaged service, String collection, String unit) throws Exception {
        send(
                service,
                "PUT",
                "/v1/collections/" + collection,
                TestTokens.token("service"),
                """
                {"period":{"start":"2021-08-01","end":"2022-07-30"},"timeZone":"Asia/Bangkok","status":"OPEN","review":"PEER","slots":[
                  {"code":"1.1.2","title":{"en":"Communicated","th":"สื่อสาร"},"kinds":[
                     {"code":"communication","title":{"en":"Communication","th":"การสื่อสาร"}}],"channels":["line"]}]}
                """);
        send(
                service,
                "PUT",
                "/v1/collections/%s/units/%s".formatted(collection, unit),
                TestTokens.token("service"),
                "{\"title\":{\"en\":\"Office\",\"th\":\"สำนัก\"},\"sections\":[{\"code\":\"LEGAL\",\"title\":{\"en\":\"Legal\",\"th\":\"นิติการ\"}}]}");
        return new Place(collection, unit);
    }

    private void send(Packaged service, String method, String path, String token, String body)
            throws Exception {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(service.uri(path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** Files one PDF of these bytes. */
    public HttpResponse<String> upload(Packaged service, Place place, Supplier<InputStream> bytes)
            throws IOException, InterruptedException {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                        .formatted(BOUNDARY, place.metadata(""), BOUNDARY);
        String tail = "\r\n--%s--\r\n".formatted(BOUNDARY);
        var request =
                HttpRequest.newBuilder(service.uri(place.files()))
                        .header(
                                "Authorization",
                                "Bearer " + TestTokens.token("officer", place.unit()))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () ->
                                                new SequenceInputStream(
                                                        Collections.enumeration(
                                                                List.of(
                                                                        stream(head),
                                                                        bytes.get(),
                                                                        stream(tail))))))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Fetches a path as an organiser and hashes what comes. */
    public Received fetch(Packaged service, String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                client.send(get(service, path).build(), BodyHandlers.ofInputStream());
        return received(answer);
    }

    /** Fetches a part of a path. */
    public Received fetch(Packaged service, String path, String range)
            throws IOException, InterruptedException {
        return received(
                client.send(
                        get(service, path).header("Range", range).build(),
                        BodyHandlers.ofInputStream()));
    }

    /** Fetches a text. */
    public String text(Packaged service, String path, String accept)
            throws IOException, InterruptedException {
        return client.send(
                        get(service, path).header("Accept", accept).build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest.Builder get(Packaged service, String path) {
        return HttpRequest.newBuilder(service.uri(path))
                .header("Authorization", "Bearer " + TestTokens.token("organiser"));
    }

    private static Received received(HttpResponse<InputStream> answer) throws IOException {
        var digest = Sha256.newDigest();
        long length = 0;
        byte[] buffer = new byte[256 * 1024];
        try (InputStream in = answer.body()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                length += count;
            }
        }
        return new Received(answer.statusCode(), length, Sha256.of(digest).hex());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
