package org.kongdee.client.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.client.Kongdee;
import org.kongdee.client.rubric.HistoryEntry;
import org.kongdee.client.rubric.ScoreAction;

/** The example job as a process, killed half-way through 5,000 scores and run again. */
class NightlyJobIT {

    private static final int SCORES = 5_000;
    private static final int UNITS = 100;
    private static final int BATCH = 250;
    private static final int BEFORE_THE_KILL = 2_000;
    private static final int RUN_IT_AGAIN = 3;
    private static final int MOST_RUNS = 4;

    @TempDir private Path folder;

    @Test
    void writesEachScoreOnceThoughItIsKilledHalfWay() throws Exception {
        String cycle = World.cycle(UNITS);
        Path csv = csv(cycle);

        Process killed = start(cycle, csv, "killed.log");
        // As a batch goes out, after half of the others.
        waitUntil(killed, () -> outcomes() >= BEFORE_THE_KILL && last().startsWith("{\"sent\""));
        killed.destroyForcibly().waitFor();
        assertThat(killed.exitValue()).isNotZero();
        int told = outcomes();
        assertThat(told).isBetween(BEFORE_THE_KILL, SCORES - BATCH);

        // As a timer does: again while the service can't be reached or refuses.
        int exit = RUN_IT_AGAIN;
        for (int run = 1; run <= MOST_RUNS && exit == RUN_IT_AGAIN; run++) {
            told = outcomes();
            Process again = start(cycle, csv, "again.log");
            assertThat(again.waitFor(5, TimeUnit.MINUTES)).isTrue();
            exit = again.exitValue();
        }
        assertThat(Files.readString(folder.resolve("again.log")))
                .isEqualTo(
                        "5000 scores: 5000 taken, 0 refused; %d of them by an earlier run%n"
                                .formatted(told));
        assertThat(exit).isZero();
        assertThat(outcomes()).isEqualTo(SCORES);

        Kongdee organiser = World.organiser();
        int entries = 0;
        for (String unit : World.units(cycle, UNITS)) {
            List<HistoryEntry> history =
                    organiser.rubric().listHistory(cycle, unit).size(200).all().toList();
            assertThat(history).extracting(HistoryEntry::criterion).doesNotHaveDuplicates();
            assertThat(history).allMatch(entry -> entry.action() == ScoreAction.SCORED);
            entries += history.size();
        }
        assertThat(entries).isEqualTo(SCORES);
    }

    @Test
    void namesTheRowsThatAreRefusedInThai() throws Exception {
        String cycle = World.cycle(1);
        String unit = World.units(cycle, 1).get(0);
        Path csv =
                Files.writeString(
                        folder.resolve("scores.csv"),
                        "unit,criterion,claim\n%s,1.1.1,1\n%s,1.1.2,99\n".formatted(unit, unit));
        Process job = start(cycle, csv, "job.log", "KONGDEE_LANGUAGE", "th");
        assertThat(job.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("job.log")))
                .startsWith("แถว 3, " + unit + " 1.1.2: ")
                .endsWith("คะแนน 2 รายการ: รับแล้ว 1 ไม่รับ 1 (ทำไว้แล้วในรอบก่อน 0)\n");
        assertThat(job.exitValue()).isEqualTo(1);
    }

    @Test
    void sendsNothingOfAFileWithFaults() throws Exception {
        String cycle = World.cycle(1);
        String unit = World.units(cycle, 1).get(0);
        Path csv =
                Files.writeString(
                        folder.resolve("scores.csv"),
                        "unit,criterion,claim\n%s,1.1.1,1\n%s,1.1.2,many\n".formatted(unit, unit));
        Process job = start(cycle, csv, "job.log");
        assertThat(job.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("job.log")))
                .contains("row 3: \"many\" is no claim here; expected is a rung, such as 2")
                .endsWith("Nothing was sent: the file has 1 faults\n");
        assertThat(job.exitValue()).isEqualTo(2);
        assertThat(World.organiser().rubric().listScores(cycle, unit).send().items()).isEmpty();
    }

    private Path csv(String cycle) throws IOException {
        var rows = new ArrayList<>(List.of("unit,criterion,stage,claim,note"));
        var criteria = World.criteria(World.rubric().get("nodes"));
        for (String unit : World.units(cycle, UNITS)) {
            for (var criterion : criteria) {
                if (rows.size() <= SCORES) {
                    rows.add(
                            String.join(
                                    ",",
                                    unit,
                                    criterion.get("code").asText(),
                                    "SELF",
                                    World.claim(criterion),
                                    "\"จากระบบบุคคล, คืนนี้\""));
                }
            }
        }
        assertThat(rows).hasSize(SCORES + 1);
        return Files.write(folder.resolve("scores.csv"), rows);
    }

    private Process start(String cycle, Path csv, String log, String... environment)
            throws IOException {
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "NightlyJob",
                        cycle,
                        csv.toString(),
                        "--job",
                        "tonight",
                        "--journal",
                        journal().toString(),
                        "--batch",
                        Integer.toString(BATCH));
        command.environment().put("KONGDEE_RUBRIC_URL", World.setting("RUBRIC_URL"));
        command.environment().put("KONGDEE_TOKEN", World.setting("AUTOMATION_TOKEN"));
        for (int at = 0; at < environment.length; at += 2) {
            command.environment().put(environment[at], environment[at + 1]);
        }
        return command.redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }

    private Path journal() {
        return folder.resolve("journal");
    }

    private int outcomes() {
        return (int) lines().stream().filter(line -> line.startsWith("{\"unit\"")).count();
    }

    private String last() {
        List<String> lines = lines();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private List<String> lines() {
        try {
            return Files.exists(journal()) ? Files.readAllLines(journal()) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void waitUntil(Process process, BooleanSupplier reached)
            throws InterruptedException {
        while (!reached.getAsBoolean()) {
            assertThat(process.waitFor(5, TimeUnit.MILLISECONDS))
                    .as("the job ended before it could be killed")
                    .isFalse();
        }
    }
}
