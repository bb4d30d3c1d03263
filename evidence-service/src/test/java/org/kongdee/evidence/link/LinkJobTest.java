package org.kongdee.evidence.link;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

/**
 * On a database of its own: the job looks at all links there are, and none of them may lead out of
 * this machine.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, restrictToAnnotatedClass = true)
class LinkJobTest {

    @Inject LinkJob job;

    @Test
    void writesDownHowALinkIsAndRemembersTheChange() throws Exception {
        Place place = place();
        String id = place.fileLink(place.metadata("\"link\":\"http://127.0.0.1/admin\""));

        job.run();

        as("viewer")
                .get("/v1/evidence/" + id)
                .then()
                .body("linkState.status", equalTo("UNREACHABLE"))
                .body("linkState.checkedAt", notNullValue())
                .body("linkState.note.en", equalTo("there is no such host on the public internet"))
                .body("linkState.note.th", equalTo("ไม่มีโฮสต์นี้บนอินเทอร์เน็ตสาธารณะ"))
                .header("ETag", equalTo("\"2\""));
        as("viewer")
                .get("/v1/evidence/" + id + "/history")
                .then()
                .body("items.action", contains("FILED", "LINK_CHANGED"))
                .body("items[1].detail.link.to", equalTo("UNREACHABLE"))
                .body("items[1].detail.found.th", equalTo("ไม่มีโฮสต์นี้บนอินเทอร์เน็ตสาธารณะ"))
                .body("items[1].detail.note", nullValue())
                .body("items[1].by", equalTo("evidence-service"))
                .body("items[1].byName", nullValue())
                .body("items[1].requestId", nullValue());

        job.run();

        as("viewer").get("/v1/evidence/" + id).then().header("ETag", equalTo("\"2\""));
    }
}
