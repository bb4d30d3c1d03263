package org.kongdee.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Follows the guide for staff in both languages: reads a real mail of a suite, opens its links,
 * presses their buttons, and finds the words that the guide says are there.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StaffGuideIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern STEP =
            Pattern.compile("(?s)<!-- shows: ([a-z, -]+) -->(.*?)(?=<!-- shows|\n#|$)");
    private static final Pattern WORDS = Pattern.compile("\\*\\*(.+?)\\*\\*");

    /** Who reads, and what the links are called in their mail. */
    private enum Reader {
        THAI(
                "slk-legal-officer",
                "legal.officer@slk.example",
                "ส่งรายชื่อผู้เข้ารับการอบรม",
                List.of("ทำเสร็จแล้ว", "เตือนภายหลัง", "ไม่ใช่งานของฉัน", "พักการแจ้งเตือน")),
        ENGLISH(
                "slk-plan-officer",
                "plan.officer@slk.example",
                "Send the list of trainees",
                List.of("Done", "Remind me later", "Not mine", "Pause reminders"));

        private static final List<String> PAGES = List.of("done", "snooze", "not-mine", "pause");
        private static final List<String> FIELDS = List.of("answer=OK", "days=1", "", "");

        private final String recipient;
        private final String address;
        private final String task;
        private final List<String> links;

        Reader(String recipient, String address, String task, List<String> links) {
            this.recipient = recipient;
            this.address = address;
            this.task = task;
            this.links = links;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private LaunchedSuite suite;
    private String organiser;
    private List<String> guide;

    /** The mails of before 15 January, by reader. */
    private final Map<Reader, String> firsts = new EnumMap<>(Reader.class);

    @BeforeAll
    void tellStaff(@TempDir Path folder) throws Exception {
        String page = Files.readString(LaunchedSuite.ROOT.resolve("docs/guides/staff.md"));
        guide = List.of(page.split("(?m)^# ", -1));
        suite = LaunchedSuite.start(folder);
        organiser = suite.token("--role organiser");
        run(LocalDate.of(2022, 1, 7));
        // What was not sent yet would go into the digests of the next pass.
        for (Reader reader : Reader.values()) {
            firsts.put(reader, mail(reader, "2022-01-15", "๑๕ ม.ค. ๖๕"));
        }
        LocalDate day = lastWorkingDay();
        for (Reader reader : Reader.values()) {
            JsonNode unused =
                    call(
                            "PUT",
                            "/v1/tasks/" + reader.recipient + "-trainees",
                            """
                            {"unit": "SLK", "title": {"th": "%s", "en": "%s"}, "due": "%s", "recipients": ["%s"]}
                            """
                                    .formatted(
                                            Reader.THAI.task,
                                            Reader.ENGLISH.task,
                                            day.plusDays(7),
                                            reader.recipient));
        }
        run(day);
    }

    @AfterAll
    void stop() throws Exception {
        suite.close();
    }

    @ParameterizedTest
    @EnumSource
    void isFollowed(Reader reader) throws Exception {
        String first = firsts.get(reader);
        String mail = mail(reader, reader.task, reader.task);
        Matcher steps = STEP.matcher(guide.get(reader.ordinal() + 1));
        Set<String> followed = new HashSet<>();
        String seen = "";
        while (steps.find()) {
            String step = steps.group(1).strip();
            boolean pressed = step.endsWith(", pressed");
            String name = step.replace(", pressed", "");
            int link = Reader.PAGES.indexOf(name);
            seen =
                    switch (name) {
                        case "mail" -> first;
                        case "duties" -> duties(reader);
                        case "calendar" -> calendar(reader);
                        default -> {
                            URI there = link(mail, reader, link);
                            yield pressed
                                    ? text(undone(there, post(there, Reader.FIELDS.get(link))))
                                    : text(get(there));
                        }
                    };
            Matcher words = WORDS.matcher(steps.group(2));
            while (words.find()) {
                assertThat(seen).as("%s, in %s", step, reader).contains(words.group(1));
            }
            followed.add(step);
        }
        assertThat(followed).hasSize(11);
    }

    /** What can be taken back is, so that the next step finds the line as it was. */
    private String undone(URI there, String page) throws Exception {
        Matcher undo = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"").matcher(page);
        if (undo.find()) {
            String unused = post(there.resolve(undo.group(1)), "");
        }
        return page;
    }

    private static URI link(String mail, Reader reader, int at) {
        String name = reader.links.get(at);
        // The last of this name before what is below the line of the task.
        Matcher links = Pattern.compile(Pattern.quote(name) + ": (http\\S+)").matcher(mail);
        int task = mail.indexOf(reader.task);
        assertThat(links.find(task)).as("a link '%s' in %s", name, mail).isTrue();
        return URI.create(links.group(1));
    }

    private String duties(Reader reader) throws Exception {
        String duties = call("GET", "/v1/people/" + reader.recipient + "/duties", "").toString();
        assertThat(duties).contains(reader.task);
        return duties;
    }

    private String calendar(Reader reader) throws Exception {
        String tokens = "/v1/recipients/" + reader.recipient + "/calendar-tokens";
        String address = call("POST", tokens, "").path("url").asText();
        assertThat(address).endsWith(".ics");
        String calendar =
                get(URI.create(suite.url("NOTIFICATION")).resolve(URI.create(address).getPath()));
        assertThat(calendar.replaceAll("\r?\n[ \t]", "")).contains(reader.task);
        return calendar;
    }

    /** The newest mail of a reader with one of two texts in it, without carriage returns. */
    private String mail(Reader reader, String... texts) {
        return await().atMost(PATIENCE).until(() -> find(reader, texts), text -> !text.isEmpty());
    }

    private String find(Reader reader, String... texts) throws Exception {
        for (String line : suite.bash("./suite inbox").lines().toList()) {
            if (line.contains(reader.address)) {
                String number = line.strip().split(" ", 2)[0];
                String mail = suite.bash("./suite inbox " + number).replace("\r", "");
                for (String text : texts) {
                    if (mail.contains(text)) {
                        return mail;
                    }
                }
            }
        }
        return "";
    }

    private void run(LocalDate day) throws Exception {
        JsonNode unused = call("POST", "/v1/runs", "{\"date\": \"%s\"}".formatted(day));
    }

    private LocalDate lastWorkingDay() throws Exception {
        Set<String> holidays = new HashSet<>();
        call("GET", "/v1/holidays/thai-public", "")
                .path("days")
                .forEach(day -> holidays.add(day.path("day").asText()));
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                || holidays.contains(day.toString())) {
            day = day.minusDays(1);
        }
        return day;
    }

    private JsonNode call(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(suite.url("NOTIFICATION") + path))
                        .header("Authorization", "Bearer " + organiser)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private String get(URI address) throws Exception {
        return page(HttpRequest.newBuilder(address).build());
    }

    private String post(URI address, String fields) throws Exception {
        return page(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build());
    }

    private String page(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", request.uri(), answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** What a reader sees of a page. */
    private static String text(String page) {
        return page.replaceAll("(?s)<style>.*?</style>|<[^>]+>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }
}
