package org.kongdee.evidence.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.pdf;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.evidence.storage.FullDisk;
import org.kongdee.evidence.storage.StorageConfig;
import org.kongdee.test.StackResource;

/** On a real disk of 6 MiB; skipped, visibly, where none can be mounted. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(value = FullDisk.class, restrictToAnnotatedClass = true)
class FullDiskResourceTest {

    @Inject StorageConfig storage;

    @Test
    void aFullDiskIsAClear507AndLeavesNoHalfItem() throws IOException {
        assumeTrue(FullDisk.isMounted(), "needs root, to mount a small disk");
        Place place = place();
        List<String> filed = new ArrayList<>();
        List<Response> refused = new ArrayList<>();
        for (int i = 0; i < 8 && refused.isEmpty(); i++) {
            Response answer = send(place, i);
            if (answer.statusCode() == 201) {
                filed.add(answer.path("id"));
            } else {
                refused.add(answer);
            }
        }
        assertThat(refused).as("the first refusal").hasSize(1);
        refused.getFirst()
                .then()
                .statusCode(507)
                .body("type", equalTo("https://kongdee.org/problems/storage-full"));
        assertThat(filed).hasSizeBetween(2, 4);
        as("viewer").get(place.path()).then().body("total", equalTo(filed.size()));
        assertThat(files("incoming")).isZero();
        assertThat(files("content")).isEqualTo(filed.size());
        for (String id : filed) {
            as("officer", place.unit())
                    .get("/v1/evidence/" + id + "/content")
                    .then()
                    .statusCode(200);
        }

        as("organiser")
                .body("{\"reason\":\"room\"}")
                .post("/v1/evidence/" + filed.getFirst() + "/purge")
                .then()
                .statusCode(200);

        send(place, 9).then().statusCode(201);
    }

    private static Response send(Place place, int number) {
        byte[] bytes = Arrays.copyOf(pdf(number + " " + place), 1_600_000);
        return upload(place.unit(), place.metadata(""))
                .multiPart("file", "a.pdf", bytes)
                .post(place.files());
    }

    private long files(String part) throws IOException {
        try (Stream<Path> files = Files.walk(storage.folder().resolve(part))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
