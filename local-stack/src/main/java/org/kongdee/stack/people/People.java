package org.kongdee.stack.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.token.Role;

/** Everybody one can be; each subject is one person's. */
public record People(List<Person> all) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those who belong to no unit that is scored. */
    private static final List<Person> WITHOUT_UNIT =
            List.of(
                    other(
                            Role.ORGANISER,
                            null,
                            "ผู้จัดการประกวดกอง",
                            new Text(
                                    "Organiser: runs the contest",
                                    "ผู้จัดการประกวด: เปิดรอบ กำหนดหน่วยงานและกำหนดการ")),
                    other(
                            Role.AUTHOR,
                            null,
                            "ผู้จัดทำเกณฑ์",
                            new Text("Author: writes rubrics", "ผู้จัดทำเกณฑ์การประเมิน")),
                    other(
                            Role.ASSESSOR,
                            "EXTERNAL",
                            "กรรมการภายนอก",
                            new Text(
                                    "Assessor from outside: scores for the committee",
                                    "กรรมการภายนอก: ให้คะแนนขั้นคณะกรรมการ")),
                    other(
                            Role.VIEWER,
                            null,
                            "ผู้อ่านผลการประเมิน",
                            new Text(
                                    "Viewer: reads all but files and recipients",
                                    "ผู้อ่าน: อ่านได้ทุกอย่าง ยกเว้นไฟล์และรายชื่อผู้รับ")));

    public People {
        all = List.copyOf(all);
        Map<String, Person> bySubject = new HashMap<>();
        for (Person person : all) {
            if (bySubject.put(person.subject(), person) != null) {
                throw new IllegalArgumentException(
                        "two people have the subject " + person.subject());
            }
        }
    }

    /**
     * @param root the folder that has recipients and units in {@code demo}
     */
    public static People in(Path root) throws IOException {
        Map<String, Text> sections = new HashMap<>();
        for (JsonNode unit : read(root, "seed.json").path("units")) {
            for (JsonNode section : unit.path("sections")) {
                sections.put(
                        unit.path("unit").asText() + "/" + section.path("code").asText(),
                        text(section.path("title")));
            }
        }
        List<Person> all = new ArrayList<>(WITHOUT_UNIT);
        for (JsonNode recipient : read(root, "recipients.json")) {
            all.add(recipient(recipient, sections));
        }
        return new People(all);
    }

    public Optional<Person> withSubject(String subject) {
        return all.stream().filter(person -> person.subject().equals(subject)).findFirst();
    }

    private static Person other(Role role, @Nullable String unit, String name, Text post) {
        return new Person(role.wireName(), name, Language.TH, role, unit, post);
    }

    /** Who acts for several sections has a post in each, all in one unit and of one kind. */
    private static Person recipient(JsonNode recipient, Map<String, Text> titles) {
        JsonNode first = recipient.path("posts").path(0);
        String unit = first.path("unit").asText();
        List<Text> sections =
                StreamSupport.stream(recipient.path("posts").spliterator(), false)
                        .flatMap(
                                post ->
                                        StreamSupport.stream(
                                                post.path("sections").spliterator(), false))
                        .map(JsonNode::asText)
                        .map(code -> titles.getOrDefault(unit + "/" + code, new Text(code, code)))
                        .toList();
        return new Person(
                recipient.path("subject").asText(),
                recipient.path("name").asText(),
                Language.preferred(recipient.path("language").asText()),
                first.path("role").asText().equals("ASSESSOR") ? Role.ASSESSOR : Role.OFFICER,
                unit,
                post(first.path("role").asText(), unit, sections));
    }

    private static Text post(String role, String unit, List<Text> sections) {
        Text what =
                switch (role) {
                    case "HEAD" -> new Text("Head", "หัวหน้า");
                    case "DIRECTOR" -> new Text("Director", "ผู้อำนวยการ");
                    case "ASSESSOR" -> new Text("Assessor", "กรรมการ");
                    default -> new Text("Officer", "เจ้าหน้าที่");
                };
        String separator = sections.isEmpty() ? "" : ": ";
        return new Text(
                what.en() + ", " + unit + separator + joined(sections, Language.EN),
                what.th() + " " + unit + separator + joined(sections, Language.TH));
    }

    private static String joined(List<Text> texts, Language language) {
        return String.join(", ", texts.stream().map(text -> text.in(language)).toList());
    }

    private static JsonNode read(Path root, String file) throws IOException {
        return JSON.readTree(root.resolve("demo").resolve(file).toFile());
    }

    private static Text text(JsonNode both) {
        return new Text(both.path("en").asText(), both.path("th").asText());
    }
}
