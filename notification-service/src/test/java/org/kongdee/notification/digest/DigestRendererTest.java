package org.kongdee.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Sequence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kongdee.notification.link.LinkSigner;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Detail;
import org.kongdee.notification.planning.Entry;
import org.kongdee.notification.planning.Given;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Post;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Role;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;

class DigestRendererTest {

    private static final LocalDate DAY = LocalDate.of(2022, 1, 7);
    private static final Instant NOW = Instant.parse("2022-01-07T01:00:00Z");

    private static final LinkSigner SIGNER = new LinkSigner(new byte[32]);
    private static final Links LINKS =
            new Links(SIGNER, URI.create("https://kongdee.example"), Duration.ofDays(60));

    /** The links of a mail, read back. */
    private static List<String> links(String text) {
        return Pattern.compile("https://kongdee.example/links/(\\S+)")
                .matcher(text)
                .results()
                .map(link -> SIGNER.read(link.group(1)).orElseThrow())
                .map(link -> link.action() + " " + link.deadline())
                .toList();
    }

    private static Recipient recipient(Language language, String name) {
        return new Recipient(
                "head",
                "head@slk.example",
                name,
                language,
                null,
                List.of(new Post("SLK", Set.of("LEGAL"), Role.HEAD)),
                null,
                null,
                7);
    }

    private static Plan.Line line(String criterion, @Nullable Integer round, LocalDate due) {
        return line(
                criterion,
                round,
                due,
                List.of(
                        new LocalizedText("Signed by the director", "ผอ. ลงนาม"),
                        new LocalizedText("A second channel", "ช่องทางที่ 2")));
    }

    private static Plan.Line line(
            String criterion, @Nullable Integer round, LocalDate due, List<LocalizedText> missing) {
        return line(criterion, round, due, missing, Detail.NONE);
    }

    private static Plan.Line line(
            String criterion,
            @Nullable Integer round,
            LocalDate due,
            List<LocalizedText> missing,
            Detail detail) {
        Deadline deadline =
                new Deadline(
                        "c:SLK:" + criterion + ":1",
                        2,
                        "SLK",
                        "c",
                        criterion,
                        round,
                        due,
                        false,
                        Set.of("LEGAL"),
                        Set.of(),
                        DeadlineStatus.PLANNED,
                        new LocalizedText("Guideline <b>\"A&B\"</b>", "แนวทางป้องกันการทุจริต"),
                        missing,
                        null,
                        null,
                        DAY,
                        DAY.plusDays(300),
                        detail);
        return Plan.Line.due(deadline, 7, DAY, 0);
    }

    private static DigestContent digest(Language language, String name) {
        return content(
                recipient(language, name),
                line("1.1.3", 1, DAY.minusDays(3)),
                line("1.1.2", null, DAY),
                line("1.1.1", null, DAY.plusDays(8)));
    }

    private static DigestContent content(Recipient recipient, Plan.Line... lines) {
        return new DigestContent(
                recipient, DAY, Entry.of(List.of(lines)), 12, 1, 0, List.of(), null);
    }

    private static RenderedDigest render(Language language) {
        return Templates.renderer().render(digest(language, "สมหญิง ใจดี"), LINKS, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void callsACriterionByItsLabel(Language language) {
        var labelled = new Detail(null, List.of(), null, "Safeguard 1.1", null, null);

        RenderedDigest mail =
                Templates.renderer()
                        .render(
                                content(
                                        recipient(language, "x"),
                                        line("1.1.1", null, DAY, List.of(), labelled)),
                                LINKS,
                                NOW);

        assertThat(mail.text()).contains("* Safeguard 1.1 ");
        assertThat(mail.html()).contains("Safeguard 1.1");
    }

    @Test
    void saysAsOfWhenItIsKnownWhileRubricServiceIsAway() {
        var heard = DAY.minusDays(1).atTime(16, 5);
        for (Language language : Language.values()) {
            DigestContent known = digest(language, "x");
            var stale =
                    new DigestContent(
                            known.recipient(), DAY, known.entries(), 12, 1, 0, List.of(), heard);
            RenderedDigest mail = Templates.renderer().render(stale, LINKS, NOW);
            String expected =
                    language == Language.TH
                            ? "ข้อมูล ณ วันที่ พฤ. ๖ ม.ค. ๖๕ เวลา ๑๖.๐๕ น."
                            : "As of Thu 2022-01-06, 16:05";
            assertThat(mail.text()).contains(expected);
            assertThat(mail.html()).contains(expected);
            assertThat(render(language).text()).doesNotContain(expected.substring(0, 5) + " ");
        }
    }

    @Test
    void saysInThaiWhatIsDueAndWhatIsMissing() {
        assertThat(render(Language.TH).text())
                .startsWith("เรียน สมหญิง ใจดี\n")
                .contains("== เกินกำหนด (๑) ==\n")
                .contains(
                        "* ๑.๑.๑ แนวทางป้องกันการทุจริต\n  SLK · กำหนด ส. ๑๕ ม.ค. ๖๕ · เหลือ ๘ วัน\n")
                .contains("  สิ่งที่ยังขาด:\n  - ผอ. ลงนาม\n  - ช่องทางที่ ๒\n")
                .contains("* ๑.๑.๓ แนวทางป้องกันการทุจริต, รอบที่ ๑\n");
    }

    @Test
    void saysInOneLineWhatIsMissing() {
        var missing = List.of(new LocalizedText("Two pages:\nA\nB", "สองหน้า"));
        var digest = content(recipient(Language.EN, "x"), line("1.1.1", null, DAY, missing));

        RenderedDigest mail = Templates.renderer().render(digest, LINKS, NOW);

        assertThat(mail.text()).contains("  - Two pages: A B\n");
        assertThat(mail.html()).contains("&ndash; Two pages: A B");
    }

    @Test
    void groupsByUrgency() {
        assertThat(render(Language.EN).text())
                .containsSubsequence(
                        "Due today (1)", "1.1.2", "Due soon (1)", "1.1.1", "Overdue (1)", "1.1.3");
    }

    @Test
    void offersToSnoozeOnlyWhereADayIsLeft() {
        assertThat(links(render(Language.EN).text()))
                .containsExactly(
                        "DONE c:SLK:1.1.2:1",
                        "NOT_MINE c:SLK:1.1.2:1",
                        "DONE c:SLK:1.1.1:1",
                        "SNOOZE c:SLK:1.1.1:1",
                        "NOT_MINE c:SLK:1.1.1:1",
                        "DONE c:SLK:1.1.3:1",
                        "NOT_MINE c:SLK:1.1.3:1",
                        "PAUSE ");
    }

    @Test
    void offersNoSnoozeOfWhatCannotBePutOff() {
        DigestContent any = digest(Language.EN, "x");
        DigestContent none =
                new DigestContent(
                        any.recipient(), DAY, any.entries(), 12, 1, 0, List.of(), null, Set.of());

        RenderedDigest mail = Templates.renderer().render(none, LINKS, NOW);

        assertThat(links(mail.text())).noneMatch(link -> link.startsWith("SNOOZE"));
        assertThat(links(mail.html().replace("\"", " ")))
                .isNotEmpty()
                .noneMatch(link -> link.startsWith("SNOOZE"));
    }

    @Test
    void publishesItsCalendar() throws Exception {
        Calendar calendar =
                new CalendarBuilder()
                        .build(
                                new StringReader(
                                        Published.by(
                                                "organiser@slk.example",
                                                render(Language.TH).calendar())));

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(calendar.getRequiredProperty(Property.METHOD).getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.<VEvent>getComponents(Component.VEVENT))
                .hasSize(3)
                .allSatisfy(
                        event ->
                                assertThat(event.getRequiredProperty(Property.ORGANIZER).getValue())
                                        .isEqualTo("mailto:organiser@slk.example"));
    }

    @Test
    void escapesTitlesAndNamesInHtmlAndLeavesThemInText() {
        RenderedDigest rendered =
                Templates.renderer()
                        .render(digest(Language.EN, "<script>alert(1)</script>"), LINKS, NOW);

        assertThat(rendered.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;&quot;A&amp;B&quot;")
                .doesNotContain("<script>");
        assertThat(rendered.text()).contains("<script>", "Guideline <b>\"A&B\"</b>");
    }

    @ParameterizedTest
    @EnumSource
    void noTextFromOutsideMakesLinesOfItsOwn(Language language) throws Exception {
        String harmless = "x";
        String evil =
                "x\n\nDone: https://evil.example/\r\n\u2028Done: https://evil.example/\u0085\u202Ey\u0000\u000Bz\u2029";
        String oneLine = "x Done: https://evil.example/ Done: https://evil.example/ y z";

        RenderedDigest mail = Templates.renderer().render(all(language, evil), LINKS, NOW);

        RenderedDigest plain = Templates.renderer().render(all(language, harmless), LINKS, NOW);
        assertThat(mail.text().lines()).hasSameSizeAs(plain.text().lines().toList());
        assertThat(mail.text().lines()).noneMatch(line -> line.startsWith("Done:"));
        assertThat(mail.text()).contains("* " + oneLine, "- " + oneLine);
        assertThat(mail.html().lines()).hasSameSizeAs(plain.html().lines().toList());
        assertThat(mail.html()).contains(oneLine);
        assertThat(mail.text() + mail.html() + mail.subject())
                .doesNotContain("\u2028", "\u2029", "\u0085", "\u202E", "\u0000", "\u000B");
        assertThat(mail.calendar()).doesNotContain("\\n\\n", "\u2028", "\u202E", "\u0000");
        VEvent event =
                (VEvent)
                        new CalendarBuilder()
                                .build(new StringReader(mail.calendar()))
                                .getComponents(Component.VEVENT)
                                .getFirst();
        assertThat(event.getRequiredProperty(Property.SUMMARY).getValue()).contains(oneLine);
        assertThat(event.getRequiredProperty(Property.DESCRIPTION).getValue().lines())
                .noneMatch(line -> line.startsWith("Done:"));
    }

    /** A digest of one deadline, with one text wherever texts come from outside. */
    private static DigestContent all(Language language, String text) {
        var both = new LocalizedText(text, text);
        var deadline =
                new Deadline(
                        "c:SLK:1.1.1:1:LEGAL",
                        2,
                        text,
                        "c",
                        text,
                        null,
                        DAY.plusDays(8),
                        false,
                        Set.of("LEGAL"),
                        Set.of(),
                        DeadlineStatus.PLANNED,
                        both,
                        List.of(both),
                        null,
                        null,
                        DAY,
                        DAY.plusDays(300),
                        new Detail(
                                "LEGAL",
                                List.of(new SectionTitle("LEGAL", both)),
                                new LocalizedText(text + "!", text + "!"),
                                null,
                                both,
                                new Given(text, text, text, null)));
        return content(recipient(language, text), Plan.Line.due(deadline, 7, DAY, 0));
    }

    @ParameterizedTest
    @EnumSource
    void attachesEventsThatCalendarsCanFollow(Language language) throws Exception {
        Calendar calendar =
                new CalendarBuilder().build(new StringReader(render(language).calendar()));

        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events)
                .extracting(e -> e.getUid().orElseThrow().getValue())
                .containsExactly(
                        "c:SLK:1.1.2:1@kongdee", "c:SLK:1.1.1:1@kongdee", "c:SLK:1.1.3:1@kongdee");
        assertThat(events)
                .allSatisfy(
                        e -> assertThat(e.getProperty(Property.SEQUENCE)).contains(new Sequence(2)))
                .allSatisfy(e -> assertThat(e.getAlarms()).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void writesNoLongLinesInTheCalendar(Language language) {
        assertThat(render(language).calendar().split("\r\n", -1))
                .allSatisfy(
                        l ->
                                assertThat(l.getBytes(StandardCharsets.UTF_8).length)
                                        .isLessThanOrEqualTo(75));
    }
}
