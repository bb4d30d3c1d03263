package org.kongdee.notification.deadline;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;

@QuarkusTest
@LocalStack
class DeadlineResourceTest {

    @Test
    void listsTasksAmongWhatIsDue() {
        String unit = freshUnit();
        String task = task(unit, "2022-01-15");

        as("officer", unit)
                .queryParam("from", "2022-01-01")
                .get("/v1/deadlines")
                .then()
                .body("items.deadline", contains(task))
                .body("items.source", contains("TASK"))
                .body("items.status", contains("PLANNED"))
                .body("items.overdue", contains(true));
        as("viewer")
                .get("/v1/deadlines/" + task)
                .then()
                .body("source", equalTo("TASK"))
                .body("due", equalTo("2022-01-15"));
        as("officer", "OTHER").get("/v1/deadlines/" + task).then().statusCode(404);
    }

    @Test
    void limitsThePeriodOfAList() {
        as("viewer")
                .queryParam("from", "2022-01-01")
                .queryParam("to", "2024-01-01")
                .get("/v1/deadlines")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("to"));
    }
}
