package org.kongdee.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What was read in a list can be changed without reading it alone: its ETag is the same. */
@QuarkusTest
@LocalStack
class ListTagsResourceTest {

    private final String unit = freshUnit();

    @Test
    void recipientsHaveTheirTags() {
        String head = recipient(unit, "HEAD", "th", "LEGAL");
        String officer = recipient(unit, "OFFICER", "th", "PLAN");
        String list = "/v1/recipients?unit=" + unit;
        same(list, "recipient", head, "/v1/recipients/" + head);
        same(list, "recipient", officer, "/v1/recipients/" + officer);
        as("organiser")
                .header("If-Match", tag("/v1/recipients/" + officer))
                .delete("/v1/recipients/" + officer)
                .then()
                .statusCode(204);
    }

    @Test
    void tasksAndPoliciesHaveTheirTags() {
        String task = task(unit, "2022-01-15");
        same("/v1/tasks?unit=" + unit, "task", task, "/v1/tasks/" + task);

        as("organiser")
                .get("/v1/policies")
                .then()
                .statusCode(200)
                .body("find { it.policy == 'default' }.etag", equalTo(tag("/v1/policies/default")));
    }

    @Test
    void outcomesTellTheTagThatIsThereNow() {
        String key = freshKey("head");
        for (String name : new String[] {"A", "A", "B"}) {
            as("automation")
                    .body(
                            """
                            [{"recipient": "%1$s", "email": "%1$s@slk.example", "name": "%2$s", "language": "th",
                              "posts": [{"unit": "%3$s", "sections": [], "role": "HEAD"}]}, {"recipient": "!"}]"""
                                    .formatted(key, name, unit))
                    .post("/v1/recipients")
                    .then()
                    .statusCode(200)
                    .body("outcomes[0].etag", equalTo(tag("/v1/recipients/" + key)))
                    .body("outcomes[1].etag", nullValue());
        }
        String task = freshKey("task");
        for (String due : new String[] {"2022-01-15", "2022-01-15", "2022-01-16"}) {
            as("automation")
                    .body(
                            """
                            [{"task": "%s", "title": {"en": "Report", "th": "รายงาน"}, "unit": "%s", "sections": ["LEGAL"], "due": "%s"}]"""
                                    .formatted(task, unit, due))
                    .post("/v1/tasks")
                    .then()
                    .statusCode(200)
                    .body("outcomes[0].etag", equalTo(tag("/v1/tasks/" + task)));
        }
    }

    private static void same(String list, String key, String value, String one) {
        as("organiser")
                .get(list)
                .then()
                .statusCode(200)
                .body("items.find { it.%s == '%s' }.etag".formatted(key, value), equalTo(tag(one)));
    }

    private static String tag(String path) {
        return as("organiser").get(path).then().statusCode(200).extract().header("ETag");
    }
}
