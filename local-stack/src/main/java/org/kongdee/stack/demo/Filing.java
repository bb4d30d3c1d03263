package org.kongdee.stack.demo;

import static org.kongdee.stack.demo.Evidence.UNIT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kongdee.stack.rest.RestClient;
import org.kongdee.stack.text.Columns;

/**
 * Files the division's evidence as we read it from the minutes, each item with a file, has a
 * colleague of the uploader accept it, and prints what it amounts to. Safe to repeat: what is filed
 * already is not filed again.
 */
public final class Filing {

    private static final String CYCLE = "division-contest-2565";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SLOT = 8;
    private static final int KIND = 24;
    private static final int NUMBER = 10;

    /**
     * What tells one item from another: the agreements of nine sections have one title and date.
     */
    private record Key(
            String slot, String kind, String channel, String section, String title, String date) {

        static Key of(JsonNode item) {
            return new Key(
                    item.path("slot").asText(),
                    item.path("kind").asText(),
                    item.path("channel").asText(""),
                    item.path("section").asText(""),
                    item.path("title").asText(),
                    item.path("date").asText());
        }

        /** Its parts are codes, which need no quoting in a header. */
        String fileName() {
            return (slot + "-" + kind + (section.isEmpty() ? "" : "-" + section)) + ".txt";
        }
    }

    private final Evidence evidence;
    private final Path root;
    private final PrintStream out;
    private final boolean terminal;

    /**
     * @param uploader an officer of the unit
     * @param reviewer another officer of the unit: nobody accepts what they have filed
     * @param root the folder that has the demo's data in {@code demo}
     * @param terminal whether a person watches, so that progress is shown in place
     */
    public Filing(
            RestClient uploader,
            RestClient reviewer,
            Path root,
            PrintStream out,
            boolean terminal) {
        this.evidence = Evidence.of(CYCLE, uploader, reviewer);
        this.root = root;
        this.out = out;
        this.terminal = terminal;
    }

    /** How we know of an item; each in the words of both languages. */
    private enum Basis {
        STATED("The minutes state it.", "รายงานการประชุมระบุไว้"),
        INFERRED("Inferred from the minutes.", "อนุมานจากรายงานการประชุม"),
        PLANNED("The minutes only plan it.", "รายงานการประชุมเพียงวางแผนไว้");

        private final String en;
        private final String th;

        Basis(String en, String th) {
            this.en = en;
            this.th = th;
        }

        static Basis of(JsonNode given) {
            return valueOf(given.path("basis").asText().toUpperCase(Locale.ROOT));
        }

        String said() {
            return th + " / " + en;
        }
    }

    /** Returns the day that the evidence stands for. */
    public LocalDate run(String language) throws IOException {
        Words words = Words.of(language);
        JsonNode data = JSON.readTree(root.resolve("demo/slk-2021-12-20.json").toFile());
        LocalDate asOf = LocalDate.parse(data.path("asOf").asText());
        Map<Key, JsonNode> stored = stored();
        int filed = 0;
        int accepted = 0;
        int done = 0;
        for (JsonNode given : data.path("evidence")) {
            ObjectNode metadata = metadata(given);
            Key key = Key.of(metadata);
            JsonNode item = stored.get(key);
            if (item == null) {
                item = file(key, metadata, words);
                filed++;
            }
            if (item.path("status").asText().equals("PENDING")) {
                item = evidence.accept(item);
                accepted++;
            }
            stored.put(key, item);
            progress(words, ++done, data.path("evidence").size());
        }
        out.printf(
                words.in(
                                "Evidence: %d items filed by one officer of %s, %d accepted by another; %d were there already.",
                                "หลักฐาน: เจ้าหน้าที่ %2$s ยื่น %1$d รายการ เพื่อนร่วมงานรับรอง %3$d รายการ มีอยู่ก่อนแล้ว %4$d รายการ")
                        + "%n",
                filed,
                UNIT,
                accepted,
                done - filed);
        total(words, stored.values());
        out.println();
        facts(words, asOf);
        return asOf;
    }

    private Map<Key, JsonNode> stored() {
        Map<Key, JsonNode> items = new HashMap<>();
        // An older version does not stand for the item.
        evidence.all().reversed().forEach(item -> items.put(Key.of(item), item));
        return items;
    }

    /** Titled in Thai, as staff would; what it rests on is said where a reviewer reads it. */
    private static ObjectNode metadata(JsonNode given) {
        ObjectNode metadata = given.deepCopy();
        metadata.set("slot", metadata.remove("criterion"));
        metadata.remove(Set.of("basis", "why"));
        return metadata.put("unit", UNIT)
                .put("title", given.path("title").path("th").asText())
                .put("description", description(given));
    }

    private static String description(JsonNode given) {
        String said = given.path("title").path("en").asText() + "\n" + Basis.of(given).said();
        String why = given.path("why").asText();
        return why.isEmpty() ? said : said + "\n" + why;
    }

    private JsonNode file(Key key, ObjectNode metadata, Words words) {
        String text =
                String.join(
                                "\n",
                                key.title,
                                "",
                                UNIT + " " + key.slot + " " + key.kind,
                                key.section,
                                key.channel,
                                words.date(LocalDate.parse(key.date)))
                        + "\n";
        return evidence.file(metadata, key.fileName(), text);
    }

    private void progress(Words words, int done, int all) {
        if (terminal) {
            out.printf(
                    words.in("\rFiling evidence … %d of %d", "\rกำลังยื่นหลักฐาน … %d จาก %d"),
                    done,
                    all);
            out.print(done == all ? "\r\u001b[K" : "");
            out.flush();
        }
    }

    private void total(Words words, Collection<JsonNode> items) {
        long accepted = 0;
        long files = 0;
        long bytes = 0;
        for (JsonNode item : items) {
            accepted += item.path("status").asText().equals("ACCEPTED") ? 1 : 0;
            for (JsonNode file : item.path("files")) {
                files++;
                bytes += file.path("size").asLong();
            }
        }
        out.printf(
                words.in(
                                "%s now has %d items, %d of them accepted, with %d files of %,d bytes.",
                                "ขณะนี้ %s มีหลักฐาน %d รายการ รับรองแล้ว %d รายการ ไฟล์ %d ไฟล์ รวม %,d ไบต์")
                        + "%n",
                UNIT,
                items.size(),
                accepted,
                files,
                bytes);
    }

    /** Of each kind that more than one item shows. */
    private void facts(Words words, LocalDate asOf) {
        JsonNode facts =
                evidence.uploader()
                        .get(evidence.collection() + "/facts?unit=" + UNIT + "&asOf=" + asOf)
                        .expecting(200)
                        .body();
        out.printf(
                words.in(
                                "What the accepted evidence amounts to on %s, where several items stand together",
                                "ผลรวมของหลักฐานที่รับรองแล้ว ณ วันที่ %s เฉพาะเรื่องที่มีหลายรายการ")
                        + "%n%n",
                words.date(asOf));
        row(
                words.in("Slot", "ข้อ"),
                words.in("Kind", "ประเภท"),
                words.in("items", "รายการ"),
                words.in("sections", "ส่วน"),
                words.in("channels", "ช่องทาง"),
                words.in("from – to", "ตั้งแต่ – ถึง"));
        for (JsonNode slot : facts.path("units").path(0).path("slots")) {
            for (JsonNode kind : slot.path("kinds")) {
                if (kind.path("count").asInt() > 1) {
                    row(
                            slot.path("slot").asText(),
                            kind.path("kind").asText(),
                            kind.path("count").asText(),
                            count(kind.path("sections")),
                            count(kind.path("channels")),
                            day(words, kind.path("first")) + " – " + day(words, kind.path("last")));
                }
            }
        }
    }

    private void row(
            String slot, String kind, String items, String sections, String channels, String days) {
        out.println(
                Columns.left(slot, SLOT)
                        + Columns.left(kind, KIND)
                        + Columns.right(items, NUMBER)
                        + Columns.right(sections, NUMBER)
                        + Columns.right(channels, NUMBER)
                        + "   "
                        + days);
    }

    private static String count(JsonNode container) {
        return container.isEmpty() ? "" : Integer.toString(container.size());
    }

    private static String day(Words words, JsonNode date) {
        return words.date(LocalDate.parse(date.asText()));
    }
}
