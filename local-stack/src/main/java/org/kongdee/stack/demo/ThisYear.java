package org.kongdee.stack.demo;

import static org.kongdee.stack.demo.Evidence.UNIT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.text.Columns;

/**
 * Leaves the current year's contest in a state worth exploring: one piece of evidence is accepted,
 * one waits for a colleague's review; and prints what is due next. Safe to repeat.
 */
public final class ThisYear {

    private static final int SHOWN = 5;
    private static final int DUE = 20;
    private static final int DAYS = 8;
    private static final int CRITERION = 9;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Evidence evidence;
    private final RestClient rubricService;
    private final String cycle;
    private final LocalDate today;
    private final PrintStream out;

    /**
     * @param uploader an officer of the unit, to evidence-service
     * @param reviewer another one
     * @param rubricService as an officer of the unit
     * @param cycle the current contest
     */
    public ThisYear(
            RestClient uploader,
            RestClient reviewer,
            RestClient rubricService,
            String cycle,
            LocalDate today,
            PrintStream out) {
        this.evidence = Evidence.of(cycle, uploader, reviewer);
        this.rubricService = rubricService;
        this.cycle = cycle;
        this.today = today;
        this.out = out;
    }

    public void run(String language) {
        Words words = Words.of(language);
        if (evidence.all().isEmpty()) {
            evidence.accept(file("line", words.in("Message in the LINE group", "แจ้งในกลุ่มไลน์")));
            file("website", words.in("Published on the website", "เผยแพร่บนเว็บไซต์"));
        }
        out.printf(
                words.in(
                                "This year's contest, %s: one piece of evidence for 1.1.2 is accepted, one waits for your review.",
                                "การประกวดปีนี้ %s: หลักฐานข้อ 1.1.2 รับรองแล้วหนึ่งรายการ รอการตรวจอีกหนึ่งรายการ")
                        + "%n",
                cycle);
        out.println();
        out.println(words.in("Due next", "กำหนดงานถัดไป"));
        upcoming(words);
        out.println();
        out.println(words.in("Try:", "ลองต่อ:"));
        out.println("  TOKEN=$(./suite token --role officer --unit " + UNIT + ")");
        out.printf(
                "  curl -H \"Authorization: Bearer $TOKEN\" %s/v1/cycles/%s/assessments/%s/next-steps%n",
                rubricService.base(), cycle, UNIT);
        out.printf(
                "  curl -H \"Authorization: Bearer $TOKEN\" '%s/v1/collections/%s/evidence?unit=%s&status=PENDING'%n",
                evidence.uploader().base(), cycle, UNIT);
        out.println("  ./suite inbox");
    }

    private JsonNode file(String channel, String title) {
        ObjectNode metadata =
                JSON.createObjectNode()
                        .put("unit", UNIT)
                        .put("slot", "1.1.2")
                        .put("kind", "communication")
                        .put("channel", channel)
                        .put("section", "LEGAL")
                        .put("title", title)
                        .put("date", today.toString());
        return evidence.file(metadata, channel + ".txt", title + "\n");
    }

    private void upcoming(Words words) {
        JsonNode milestones =
                rubricService
                        .get(
                                "/v1/cycles/%s/milestones?unit=%s&status=PLANNED&dueFrom=%s&size=%d"
                                        .formatted(cycle, UNIT, today, SHOWN))
                        .expecting(200)
                        .body();
        for (JsonNode milestone : milestones.path("items")) {
            LocalDate due = LocalDate.parse(milestone.path("due").asText());
            out.println(
                    "  "
                            + Columns.left(words.date(due), DUE)
                            + Columns.right(
                                    words.in("%d days", "%d วัน")
                                            .formatted(ChronoUnit.DAYS.between(today, due)),
                                    DAYS)
                            + "  "
                            + Columns.left(milestone.path("criterion").asText(), CRITERION)
                            + words.in(milestone.path("title")));
        }
    }
}
