package org.kongdee.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.delivery.ScriptedSmtpServer.Arrived;
import org.kongdee.test.StackResource;

/** Once, whatever happens: real processes on one database, and a count of what arrived. */
class OnceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final StackResource stack = new StackResource();
    private final ScriptedSmtpServer smtp = new ScriptedSmtpServer();
    private final Map<String, String> settings = new HashMap<>(stack.start());

    OnceIT() {
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.port", Integer.toString(smtp.port()));
        settings.put("quarkus.mailer.timeout", "3s");
        settings.put("kongdee.delivery.lease", "PT6S");
        settings.put("kongdee.delivery.every", "1s");
        settings.put("kongdee.pass.every", "1s");
        settings.put("kongdee.pass.delayed", "0s");
        settings.put("kongdee.links.secret", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.put("quarkus.profile", "local");
    }

    @AfterEach
    void close() throws IOException {
        smtp.close();
        stack.stop();
    }

    private static void people(Replica replica, Stream<String> names) {
        StringBuilder csv = new StringBuilder("recipient,email,name,language,unit,role\n");
        names.forEach(
                name ->
                        csv.append(
                                "%s,%s@slk.example,สมหญิง,th,SLK,OFFICER\n".formatted(name, name)));
        assertThat(
                        replica.organiser()
                                .contentType("text/csv; charset=UTF-8")
                                .body(csv.toString())
                                .post("/v1/recipients")
                                .jsonPath()
                                .getInt("rejected"))
                .isZero();
    }

    private static void deadline(Replica replica, String due) {
        assertThat(
                        replica.organiser()
                                .body(
                                        """
                                        {"title": "รายงาน", "unit": "SLK", "sections": ["ALL"], "due": "%s"}"""
                                                .formatted(due))
                                .put("/v1/tasks/report-" + due)
                                .statusCode())
                .isEqualTo(201);
    }

    private List<String> arrivedTo() {
        return smtp.arrived().stream().map(Arrived::recipient).toList();
    }

    /** A lead day of one task, and on the first working day of the month what has no date. */
    private static final int LINES = 2;

    private static void undated(Replica replica) {
        assertThat(
                        replica.organiser()
                                .body(
                                        """
                                        {"title": "ตั้งคณะทำงาน", "unit": "SLK", "sections": ["ALL"]}""")
                                .put("/v1/tasks/undated")
                                .statusCode())
                .isEqualTo(201);
    }

    @Test
    void twoReplicasOneOfThemKilledInTheMiddleSendEachMailOnce() throws Exception {
        int people = 1500;
        try (Replica survivor = Replica.start(settings)) {
            Replica victim = Replica.start(settings);
            people(victim, IntStream.range(0, people).mapToObj(i -> "p" + i));
            deadline(victim, "2022-02-15");
            undated(victim);
            Thread.ofVirtual().start(() -> victim.run("2022-02-01"));
            await().atMost(PATIENCE).until(() -> smtp.arrived().size() > 50);

            victim.kill();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> survivor.run("2022-02-01") == 200);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(
                            () ->
                                    survivor.count("SENT") + survivor.count("UNCONFIRMED")
                                            == LINES * people);
            assertThat(survivor.run("2022-02-01")).isEqualTo(200);

            assertThat(arrivedTo()).doesNotHaveDuplicates();
            assertThat(arrivedTo().size()).isBetween(survivor.count("SENT") / LINES, people);
            // At most what the killed worker's connections had under way.
            assertThat(survivor.count("UNCONFIRMED")).isLessThanOrEqualTo(4 * LINES);
        }
    }

    /**
     * 400 digests; 4,000 with {@code -Dkongdee.long=true}. Every mail whose end the server has
     * taken arrived, none twice; each that is in doubt here is one whose sender the server left
     * without a word.
     */
    @Test
    void aServerThatIsKilledAtRandomGetsEachMailOnce() throws Exception {
        int people = Boolean.getBoolean("kongdee.long") ? 4000 : 400;
        Random random = new Random(20220107);
        Map<String, String> hasty = new HashMap<>(settings);
        hasty.put("kongdee.delivery.back-off", "PT1S");
        hasty.put("kongdee.delivery.max-attempts", "100000");
        try (Replica replica = Replica.start(hasty)) {
            people(replica, IntStream.range(0, people).mapToObj(i -> "p" + i));
            deadline(replica, "2022-01-15");
            assertThat(replica.run("2022-01-07")).isEqualTo(200);

            for (int kills = 0; kills < people / 40; kills++) {
                Thread.sleep(random.nextInt(50, 500));
                smtp.kill();
                Thread.sleep(random.nextInt(50, 300));
                smtp.startAgain();
            }
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> replica.count("SENT") + replica.count("UNCONFIRMED") == people);

            List<String> doubtful = replica.recipients("UNCONFIRMED");
            List<String> sent = replica.recipients("SENT");
            assertThat(arrivedTo()).doesNotHaveDuplicates();
            assertThat(arrivedTo()).containsAll(sent);
            assertThat(smtp.inDoubt()).containsAll(doubtful);
            assertThat(Stream.concat(sent.stream(), doubtful.stream())).hasSize(people);
        }
    }

    @Test
    void aTroubledServerHoldsNothingBackAndLeavesDoubtWhereThereIsDoubt() throws Exception {
        try (Replica replica = Replica.start(settings)) {
            people(
                    replica,
                    Stream.of("refuse", "later", "hangup", "hang", "full", "good", "better"));
            deadline(replica, "2022-01-15");

            assertThat(replica.run("2022-01-07")).isEqualTo(200);

            await().atMost(PATIENCE).until(() -> replica.statusOf("good"), startsWith("SENT 250"));
            await().atMost(PATIENCE)
                    .until(() -> replica.statusOf("better"), startsWith("SENT 250"));
            await().atMost(PATIENCE)
                    .until(() -> replica.statusOf("refuse"), startsWith("FAILED 550 5.1.1"));
            await().atMost(PATIENCE)
                    .until(() -> replica.statusOf("full"), startsWith("FAILED 552 5.2.2"));
            await().atMost(PATIENCE)
                    .until(() -> replica.statusOf("later"), startsWith("RETRY 451 4.3.0"));
            await().atMost(PATIENCE)
                    .until(
                            () -> replica.statusOf("hang"),
                            startsWith("RETRY connection lost before DATA"));
            await().atMost(PATIENCE)
                    .until(
                            () -> replica.statusOf("hangup"),
                            startsWith("UNCONFIRMED connection lost after DATA"));
            assertThat(arrivedTo())
                    .containsExactlyInAnyOrder(
                            "good@slk.example", "better@slk.example", "hangup@slk.example");
        }
    }

    @Test
    void aClockThatJumpsForthAndBackSaysEachThingOnce() throws Exception {
        // Half a minute to midnight in Bangkok, in the afternoon of the 6th in UTC.
        try (Replica replica = replicaAt("2022-01-06T23:59:35+07:00")) {
            people(replica, Stream.of("head"));
            deadline(replica, "2022-01-15");
            await().atMost(PATIENCE).until(() -> replica.count("QUEUED") == 1);
            assertThat(said(replica)).containsExactly("2022-01-07 7 8 QUEUED");
            assertThat(smtp.arrived()).isEmpty();
        }
        try (Replica replica = replicaAt("2022-01-07T08:00:05+07:00")) {
            await().atMost(PATIENCE).until(() -> smtp.arrived().size() == 1);
            assertThat(said(replica)).containsExactly("2022-01-07 7 8 SENT");
        }
        // Down over the 12th (3 days) and the 14th (due day): one line on Monday the 17th.
        try (Replica replica = replicaAt("2022-01-17T09:00:00+07:00")) {
            await().atMost(PATIENCE).until(() -> smtp.arrived().size() == 2);
            assertThat(said(replica))
                    .containsExactlyInAnyOrder(
                            "2022-01-07 7 8 SENT",
                            "2022-01-17 -1 -2 SENT",
                            "2022-01-17 0 -2 SUPPRESSED",
                            "2022-01-17 1 -2 SUPPRESSED",
                            "2022-01-17 3 -2 SUPPRESSED");
        }
        try (Replica replica = replicaAt("2022-01-07T09:00:00+07:00")) {
            assertThat(replica.run("2022-01-07")).isEqualTo(200);
            assertThat(said(replica)).hasSize(5);
        }
        assertThat(smtp.arrived()).hasSize(2);
    }

    private Replica replicaAt(String time) throws Exception {
        Duration shift = Duration.between(Instant.now(), ZonedDateTime.parse(time).toInstant());
        Map<String, String> shifted = new HashMap<>(settings);
        shifted.put("kongdee.clock.shift", shift.toString());
        return Replica.start(shifted);
    }

    private static List<String> said(Replica replica) {
        var json = replica.organiser().get("/v1/reminders").jsonPath();
        return IntStream.range(0, json.getInt("total"))
                .mapToObj(
                        i ->
                                "%s %s %s %s"
                                        .formatted(
                                                json.getString("items[" + i + "].date"),
                                                json.getString("items[" + i + "].leadDays"),
                                                json.getString("items[" + i + "].daysLeft"),
                                                json.getString("items[" + i + "].status")))
                .toList();
    }
}
