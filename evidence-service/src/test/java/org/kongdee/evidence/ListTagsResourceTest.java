package org.kongdee.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.evidence.Api.as;
import static org.kongdee.evidence.Api.place;
import static org.kongdee.evidence.Api.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.kongdee.evidence.Api.Place;
import org.kongdee.test.StackResource;

/** What was read in a list can be changed without reading it alone: its ETag is the same. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ListTagsResourceTest {

    @Test
    void collectionsAndUnitsHaveTheirTags() {
        Place place = place();
        Api.put(place, "CLOSED", "PEER").statusCode(200);
        String collection = "/v1/collections/" + place.collection();

        same("/v1/collections?size=200", "collection", place.collection(), collection);
        same(collection + "/units", "unit", place.unit(), collection + "/units/" + place.unit());
        String line =
                as("viewer").accept("application/x-ndjson").get(collection + "/units").asString();
        assertThat(line).contains("\"etag\":\"\\\"1\\\"\"");
    }

    @Test
    void evidenceHasItsTagWhereverItIsShown() {
        Place place = place();
        // The same bytes twice: where else they are filed is shown, and so a part of the tag.
        String first = filed(place);
        String second = filed(place);

        same(place.path() + "?unit=" + place.unit(), "id", first, "/v1/evidence/" + first);
        same(place.path() + "?unit=" + place.unit(), "id", second, "/v1/evidence/" + second);
        as("officer", place.unit())
                .header("If-Match", tag("/v1/evidence/" + second))
                .body("{\"title\":\"Another title\"}")
                .patch("/v1/evidence/" + second)
                .then()
                .statusCode(200)
                .body("etag", equalTo(tag("/v1/evidence/" + second)));
    }

    private static String filed(Place place) {
        return upload(place.unit(), place.metadata(""))
                .multiPart("file", "message.txt", "Please read the guideline.".getBytes(UTF_8))
                .post(place.files())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void same(String list, String key, String value, String one) {
        as("viewer")
                .get(list)
                .then()
                .statusCode(200)
                .body("items.find { it.%s == '%s' }.etag".formatted(key, value), equalTo(tag(one)));
    }

    private static String tag(String path) {
        return as("viewer").get(path).then().statusCode(200).extract().header("ETag");
    }
}
