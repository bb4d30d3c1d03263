package org.kongdee.notification.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;

/**
 * The 47 milestones of the 2565 contest, as rubric-service answers them, and people for each
 * section.
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
                    1,
                    7,
                    7,
                    LocalTime.of(8, 0),
                    BANGKOK,
                    Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    List.of(),
                    null,
                    null);

    private Contest2565() {}

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
        SECTIONS.forEach(section -> people.add(person("head-" + section, Role.HEAD, section)));
        people.add(person("director", Role.DIRECTOR));
        return List.copyOf(people);
    }

    static Recipient person(String id, Role role, String... sections) {
        return new Recipient(
                id,
                id + "@slk.example",
                id,
                Language.TH,
                "SLK",
                Set.of(sections),
                role,
                null,
                null);
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
                new Policies(List.of(DEFAULT_POLICY), Map.of()),
                Map.of(),
                said,
                BANGKOK,
                lastPass);
    }

    private static Deadline deadline(JsonNode item) {
        Set<String> sections = new HashSet<>();
        item.get("sections").forEach(section -> sections.add(section.asText()));
        List<LocalizedText> missing = new ArrayList<>();
        item.get("missing").forEach(text -> missing.add(text(text)));
        return new Deadline(
                item.get("id").asText(),
                1,
                item.get("unit").asText(),
                "division-contest-2565",
                item.get("criterion").asText(),
                item.get("round").isNull() ? null : item.get("round").asInt(),
                LocalDate.parse(item.get("due").asText()),
                false,
                sections,
                Set.of(),
                DeadlineStatus.valueOf(item.get("status").asText()),
                text(item.get("title")),
                missing,
                START,
                END,
                detail(item));
    }

    private static MilestoneDetail detail(JsonNode item) {
        List<SectionTitle> sectionTitles = new ArrayList<>();
        item.get("sectionTitles")
                .forEach(
                        section ->
                                sectionTitles.add(
                                        new SectionTitle(
                                                section.get("code").asText(),
                                                text(section.get("title")))));
        return new MilestoneDetail(
                null, sectionTitles, Set.of(), text(item.get("criterionTitle")), null);
    }

    private static LocalizedText text(JsonNode text) {
        return new LocalizedText(text.get("en").asText(), text.get("th").asText());
    }
}
