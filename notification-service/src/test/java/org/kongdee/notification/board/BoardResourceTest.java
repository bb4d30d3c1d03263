package org.kongdee.notification.board;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.notification.milestone.RubricCycle;

@QuarkusTest
@LocalStack
@Tag("slow")
class BoardResourceTest {

    @Test
    void countsWhatSectionsOweAndWhereTheyStand() {
        RubricCycle cycle = new RubricCycle();
        cycle.is("OPEN");
        cycle.milestones(
                "b-1",
                cycle.owedBy("LEGAL", Noon.today().minusDays(3).toString()),
                cycle.owedBy("PLAN", Noon.today().plusDays(3).toString()));
        cycle.stands(3);
        RubricCycle.sync();
        task(cycle.unit(), Noon.today().plusDays(200).toString());

        as("officer", cycle.unit())
                .get("/v1/boards/" + cycle.unit())
                .then()
                .statusCode(200)
                .body("title.en", equalTo("Secretariat"))
                .body("sections.section", contains("LEGAL", "PLAN"))
                .body("sections[0].numbers.overdue", equalTo(1))
                .body("sections[0].numbers.waiting", equalTo(1))
                .body("sections[0].numbers.cycles.possible", contains(12))
                .body("sections[1].numbers.dueSoon", equalTo(1))
                .body("total.overdue", equalTo(1))
                .body("total.dueSoon", equalTo(1))
                .body("total.waiting", equalTo(3))
                .body("total.cycles.cycle", hasItem(cycle.key()));
    }

    @Test
    void knowsNoUnitOfWhichItHeardNothing() {
        String unit = freshUnit();

        as("viewer").get("/v1/boards/" + unit).then().statusCode(404);
        as("officer", "OTHER").get("/v1/boards/" + unit).then().statusCode(404);
    }
}
