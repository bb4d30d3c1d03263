package org.kongdee.notification.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Recurrence;
import org.kongdee.web.text.LocalizedText;

/**
 * The 101 milestones of the Secretariat in the 2565 contest, as rubric-service answers them, its
 * tasks, and people for each section.
 */
final class Contest2565 {

    static final LocalDate START = LocalDate.of(2021, 8, 1);
    static final LocalDate END = LocalDate.of(2022, 7, 30);
    static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    static final List<String> SECTIONS =
            List.of(
                    "LEGAL",
                    "PLAN",
                    "FINANCE",
                    "PERSONNEL",
                    "HR-DEVELOPMENT",
                    "PUBLIC-RELATIONS",
                    "EXECUTIVE-SUPPORT",
                    "RECORDS",
                    "SUPPLY");
    static final Policy DEFAULT_POLICY =
            new Policy(
                    Policy.DEFAULT,
                    new TreeSet<>(Set.of(14, 7, 3, 1, 0)),
                    new TreeSet<>(Set.of(7, 3, 0)),
                    1,
                    DayOfWeek.MONDAY,
                    7,
                    LocalTime.of(8, 0),
                    LocalTime.of(13, 0),
                    12,
                    BANGKOK,
                    Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    List.of(),
                    null,
                    null);

    /** On which the tasks were given. */
    static final LocalDate MEETING = LocalDate.of(2021, 12, 20);

    static final Set<LocalDate> HOLIDAYS = holidays();

    private Contest2565() {}

    private static Set<LocalDate> holidays() {
        try (Stream<String> lines =
                Files.lines(Path.of("../docs/examples/thai-public-holidays.ics"))) {
            return lines.filter(line -> line.startsWith("DTSTART;VALUE=DATE:"))
                    .map(line -> line.substring(line.length() - 8))
                    .map(day -> LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The default policy as the suite seeds it. */
    static Policies policies() {
        Policy d = DEFAULT_POLICY;
        Policy observing =
                new Policy(
                        d.code(),
                        d.leadDays(),
                        d.seriesLeadDays(),
                        d.overdueFirst(),
                        d.weekly(),
                        d.escalateAfter(),
                        d.at(),
                        d.again(),
                        d.maxLines(),
                        d.timeZone(),
                        d.daysOff(),
                        List.of("thai-public"),
                        null,
                        null);
        return new Policies(
                List.of(observing),
                Map.of("thai-public", HOLIDAYS),
                Map.of("thai-public", LocalDate.of(2026, 12, 31)));
    }

    /** Milestones, and tasks with their occurrences. */
    static List<Deadline> all() {
        List<Deadline> all = new ArrayList<>(milestones());
        all.addAll(tasks());
        return List.copyOf(all);
    }

    static boolean isGivenAfter(Deadline deadline, LocalDate day) {
        return deadline.cycle() == null && day.isBefore(MEETING);
    }

    private static List<Deadline> tasks() {
        try {
            List<Deadline> tasks = new ArrayList<>();
            for (JsonNode task :
                    new ObjectMapper().readTree(Path.of("../demo/tasks.json").toFile())) {
                if (task.has("rrule")) {
                    Recurrence.of(
                                    LocalDate.parse(task.get("start").asText()),
                                    task.get("rrule").asText())
                            .between(START, END.plusYears(1))
                            .forEach(day -> tasks.add(task(task, day)));
                } else {
                    tasks.add(task(task, null));
                }
            }
            return tasks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Deadline task(JsonNode task, @Nullable LocalDate day) {
        return new Deadline(
                task.get("task").asText(),
                1,
                "SLK",
                null,
                null,
                null,
                day,
                day != null,
                texts(task.path("sections")),
                texts(task.path("recipients")),
                DeadlineStatus.PLANNED,
                text(task.get("title")),
                List.of(),
                null,
                null,
                MEETING,
                day == null ? Deadline.NEVER : day.plusDays(366),
                Detail.NONE);
    }

    static List<Deadline> milestones() {
        String file = "/rubric-service/milestones-division-contest-2565.json";
        try (InputStream in = Contest2565.class.getResourceAsStream(file)) {
            List<Deadline> deadlines = new ArrayList<>();
            new ObjectMapper()
                    .readTree(Objects.requireNonNull(in))
                    .get("items")
                    .forEach(item -> deadlines.add(deadline(item)));
            return List.copyOf(deadlines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A head for every section, and one director. */
    static List<Recipient> people() {
        List<Recipient> people = new ArrayList<>();
        SECTIONS.forEach(
                section -> people.add(Samples.person("head-" + section, Role.HEAD, section)));
        people.add(Samples.person("slk-hr-expert", Role.OFFICER, "HR-EXPERT"));
        people.add(Samples.person("slk-contest-coordinator", Role.OFFICER, "COORDINATION"));
        people.add(Samples.person("slk-it-team", Role.OFFICER, "IT-TEAM"));
        people.add(Samples.person("director", Role.DIRECTOR));
        return List.copyOf(people);
    }

    static Situation situation(List<Deadline> deadlines, List<Recipient> people) {
        return situation(deadlines, people, Set.of(), null);
    }

    static Situation situation(
            List<Deadline> deadlines,
            List<Recipient> people,
            Set<ReminderKey> said,
            @Nullable LocalDate lastPass) {
        return new Situation(
                deadlines,
                people,
                new Policies(List.of(DEFAULT_POLICY), Map.of(), Map.of()),
                Map.of(),
                said,
                BANGKOK,
                lastPass,
                false);
    }

    private static Deadline deadline(JsonNode item) {
        return new Deadline(
                item.get("id").asText(),
                1,
                item.get("unit").asText(),
                "division-contest-2565",
                item.get("criterion").asText(),
                item.get("round").isNull() ? null : item.get("round").asInt(),
                LocalDate.parse(item.get("due").asText()),
                false,
                texts(item.get("sections")),
                texts(item.path("persons")),
                DeadlineStatus.PLANNED,
                text(item.get("title")),
                List.of(),
                null,
                null,
                START,
                END,
                detail(item));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Detail detail(JsonNode item) {
        List<SectionTitle> sectionTitles = new ArrayList<>();
        item.get("sectionTitles")
                .forEach(
                        section ->
                                sectionTitles.add(
                                        new SectionTitle(
                                                section.get("code").asText(),
                                                text(section.get("title")))));
        JsonNode section = item.path("section");
        return new Detail(
                section.isTextual() ? section.asText() : null,
                sectionTitles,
                text(item.get("criterionTitle")),
                null,
                null,
                null);
    }

    private static LocalizedText text(JsonNode text) {
        return new LocalizedText(text.get("en").asText(), text.get("th").asText());
    }
}
