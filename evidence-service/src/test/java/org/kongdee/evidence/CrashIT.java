package org.kongdee.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.test.Packaged;
import org.kongdee.test.StackResource;

/**
 * Kills the service in the middle of uploads, again and again, and then asks for every byte it ever
 * acknowledged.
 */
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("kongdee.test.crashes", 5);
    private static final int UPLOADERS = 6;

    private final Random random = new Random(2565);
    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void losesNothingThatWasAcknowledgedAndLeavesNothingBehind() throws Exception {
        Map<String, String> settings = new HashMap<>(new StackResource().start());
        settings.put("kongdee.evidence.storage.folder", folder.resolve("files").toString());
        settings.put("kongdee.evidence.storage.reserve", "0");
        settings.put("kongdee.evidence.content.hold", "PT5S");
        settings.put("kongdee.evidence.content.sweep-every", "1s");
        settings.put("kongdee.evidence.storage.abandoned-after", "PT5S");
        Path log = Path.of("target/crash-it.log");
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        try (var api = new PackagedApi()) {
            Place place = null;
            for (int round = 0; round < ROUNDS; round++) {
                Packaged service = Packaged.start(Packaged.JAR, "256m", settings, log);
                if (place == null) {
                    place = api.place(service, "crash", "SLK");
                }
                uploadUntilKilled(service, api, place, acknowledged);
            }
            try (Packaged service = Packaged.start(Packaged.JAR, "256m", settings, log)) {
                assertThat(acknowledged)
                        .as("uploads that were acknowledged")
                        .hasSizeGreaterThan(ROUNDS);
                for (var upload : acknowledged.entrySet()) {
                    assertThat(
                                    api.fetch(
                                                    service,
                                                    "/v1/evidence/" + upload.getKey() + "/content")
                                            .sha256())
                            .isEqualTo(upload.getValue());
                }
                Set<String> filed = everyItemIsWhole(service, api);
                assertThat(filed).containsAll(new TreeSet<>(acknowledged.values()));
                nothingElseIsLeft(filed);
            }
        }
    }

    private void uploadUntilKilled(
            Packaged service, PackagedApi api, Place place, Map<String, String> acknowledged)
            throws InterruptedException {
        try (var uploaders = Executors.newFixedThreadPool(UPLOADERS)) {
            for (int i = 0; i < UPLOADERS; i++) {
                var bytes = new Random(random.nextLong());
                uploaders.execute(() -> keepUploading(service, api, place, bytes, acknowledged));
            }
            // However slow the machine is: every round has uploads behind it and others under way.
            int before = acknowledged.size();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (acknowledged.size() == before && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            Thread.sleep(random.nextInt(1000));
            service.kill();
        }
    }

    private void keepUploading(
            Packaged service,
            PackagedApi api,
            Place place,
            Random random,
            Map<String, String> acknowledged) {
        try {
            while (true) {
                byte[] bytes = new byte[1000 + random.nextInt(400_000)];
                random.nextBytes(bytes);
                byte[] start = "%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                System.arraycopy(start, 0, bytes, 0, start.length);
                HttpResponse<String> answer =
                        api.upload(service, place, () -> new ByteArrayInputStream(bytes));
                if (answer.statusCode() == 201) {
                    acknowledged.put(
                            mapper.readTree(answer.body()).get("id").asText(), sha256(bytes));
                }
            }
        } catch (IOException killed) {
            // That is the end of this round.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also of what was filed without that the answer came through. */
    private Set<String> everyItemIsWhole(Packaged service, PackagedApi api) throws Exception {
        Set<String> digests = new TreeSet<>();
        for (String line :
                api.text(service, "/v1/collections/crash/evidence", "application/x-ndjson")
                        .lines()
                        .toList()) {
            JsonNode item = mapper.readTree(line);
            var file = api.fetch(service, "/v1/evidence/" + item.get("id").asText() + "/content");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.length()).isEqualTo(item.get("files").get(0).get("size").asLong());
            digests.add(file.sha256());
        }
        return digests;
    }

    private void nothingElseIsLeft(Set<String> filed) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end
                && !(names("incoming").isEmpty() && names("content").equals(filed))) {
            Thread.sleep(200);
        }
        assertThat(names("incoming")).isEmpty();
        assertThat(names("content")).isEqualTo(filed);
    }

    private Set<String> names(String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("files").resolve(part))) {
            return new TreeSet<>(
                    files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
    }

    private static String sha256(byte[] bytes) {
        var digest = Sha256.newDigest();
        digest.update(bytes);
        return Sha256.of(digest).hex();
    }
}
