package org.kongdee.notification.people;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;

@QuarkusTest
@LocalStack
class DutyResourceTest {

    private final String unit = freshUnit();

    @Test
    void showsWhatIsAPersonsOwnAndNothingSettled() {
        String head = recipient(unit, "HEAD", "th", "LEGAL");
        String other = recipient(unit, "HEAD", "th", "PLAN");
        String late = task(unit, Noon.today().minusDays(5).toString());
        String next = task(unit, Noon.today().plusDays(5).toString());
        String done = task(unit, Noon.today().plusDays(6).toString());
        as("officer", unit).post("/v1/tasks/" + done + "/done");
        String undated = freshKey("undated");
        as("organiser")
                .body(
                        "{\"title\": \"X\", \"unit\": \"%s\", \"recipients\": [\"%s\"]}"
                                .formatted(unit, head))
                .put("/v1/tasks/" + undated);

        as("officer", unit)
                .get("/v1/people/" + head + "/duties")
                .then()
                .statusCode(200)
                .body("items.deadline", contains(late, next, undated))
                .body("items.overdue", contains(true, false, false))
                .body("total", equalTo(3));
        as("organiser").get("/v1/people/" + other + "/duties").then().body("total", equalTo(0));
        as("officer", "OTHER").get("/v1/people/" + head + "/duties").then().statusCode(404);
    }

    @Test
    void meIsWhoeverHasTheSubjectOfTheToken() {
        String key = freshKey("head");
        as("organiser")
                .body(
                        """
                        {"email": "%1$s@slk.example", "name": "A", "language": "en", "subject": "officer-%2$s",
                         "posts": [{"unit": "%2$s", "sections": ["LEGAL"], "role": "HEAD"}]}"""
                                .formatted(key, unit))
                .put("/v1/recipients/" + key)
                .then()
                .statusCode(201);
        String task = task(unit, Noon.today().plusDays(5).toString());

        as("officer", unit)
                .get("/v1/people/me/duties")
                .then()
                .statusCode(200)
                .body("items.deadline", contains(task));
        as("officer", freshUnit()).get("/v1/people/me/duties").then().statusCode(404);
    }

    @Test
    void whatIsNobodysIsTheDirectors() {
        String director = recipient(unit, "DIRECTOR", "th", "");
        String nobodys = freshKey("nobodys");
        as("organiser")
                .body("{\"title\": \"X\", \"unit\": \"%s\"}".formatted(unit))
                .put("/v1/tasks/" + nobodys);
        task(unit, Noon.today().plusDays(5).toString());

        as("organiser")
                .get("/v1/people/" + director + "/duties")
                .then()
                .body("items.deadline", contains(nobodys));
    }
}
