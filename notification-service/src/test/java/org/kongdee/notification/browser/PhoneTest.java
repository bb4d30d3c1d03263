package org.kongdee.notification.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.notification.board.Board;
import org.kongdee.notification.digest.DigestContent;
import org.kongdee.notification.digest.Templates;
import org.kongdee.notification.link.LinkPage;
import org.kongdee.notification.link.LinkSigner;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Detail;
import org.kongdee.notification.planning.Entry;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Post;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Role;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.test.Chromium;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;

/**
 * Mails and pages on a narrow phone: nothing in them is wider. Skipped where there is no Chromium.
 */
@Tag("slow")
class PhoneTest {

    private static final int WIDTH = 360;
    private static final LocalDate DAY = LocalDate.of(2022, 1, 7);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What people paste into titles: addresses, words without an end, Thai without a space. */
    private static final String LONG =
            "https://kongdee.example/%s ๆ%s %s"
                    .formatted("x".repeat(300), "รายงานผลการดำเนินงาน".repeat(20), "W".repeat(300));

    @TempDir Path folder;

    private int width(String html) throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "needs chromium: apt-get install chromium");
        try (Chromium chromium = Chromium.start(program.get(), folder)) {
            return chromium.evaluate(
                            """
                            new Promise(done => {
                              const phone = document.createElement('iframe');
                              phone.style = 'border: 0; width: %dpx; height: 640px';
                              phone.onload = () => done(phone.contentDocument.documentElement.scrollWidth);
                              phone.srcdoc = %s;
                              document.body.append(phone);
                            })
                            """
                                    .formatted(WIDTH, JSON.writeValueAsString(html)))
                    .asInt();
        }
    }

    @Test
    void aDigestIsNoWiderThanThePhone() throws Exception {
        LocalizedText text = new LocalizedText(LONG, LONG);
        Deadline deadline =
                new Deadline(
                        "c:SLK:1.1.1:1:LEGAL",
                        1,
                        "SLK",
                        "c",
                        "1.1.1",
                        null,
                        DAY.plusDays(7),
                        false,
                        Set.of("LEGAL"),
                        Set.of(),
                        DeadlineStatus.PLANNED,
                        text,
                        List.of(text),
                        null,
                        null,
                        DAY,
                        DAY.plusDays(300),
                        new Detail(
                                "LEGAL",
                                List.of(new SectionTitle("LEGAL", text)),
                                null,
                                null,
                                text,
                                null));
        Recipient director =
                new Recipient(
                        "director",
                        "director@slk.example",
                        LONG,
                        Language.TH,
                        null,
                        List.of(new Post("SLK", Set.of(), Role.DIRECTOR)),
                        null,
                        null,
                        1);
        Board.Numbers numbers =
                new Board.Numbers(
                        1000,
                        1000,
                        1000,
                        1000,
                        List.of(
                                new Board.CyclePoints(
                                        "c",
                                        1,
                                        new BigDecimal("100.25"),
                                        BigDecimal.ONE,
                                        new BigDecimal("120.00"))));
        Board board =
                new Board(
                        "SLK",
                        text,
                        DAY,
                        List.of(new Board.SectionRow("LEGAL", text, numbers)),
                        numbers);
        DigestContent digest =
                new DigestContent(
                        director,
                        DAY,
                        Entry.of(List.of(Plan.Line.due(deadline, 7, DAY, 0))),
                        12,
                        1,
                        3,
                        List.of(board),
                        null);
        Links links =
                new Links(
                        new LinkSigner(new byte[32]),
                        URI.create("https://kongdee.example"),
                        Duration.ofDays(1));

        assertThat(width(Templates.renderer().render(digest, links, Instant.EPOCH).html()))
                .isPositive()
                .isLessThanOrEqualTo(WIDTH);
    }

    @Test
    void aPageIsNoWiderThanThePhone() throws Exception {
        LinkPage page =
                new LinkPage(
                        422,
                        "th",
                        "Kongdee",
                        LONG,
                        List.of(LONG, LONG),
                        LONG,
                        "OK",
                        "days",
                        7,
                        LONG,
                        LONG,
                        List.of(new LinkPage.Field("x", LONG, LONG)),
                        "token",
                        "Undo");

        assertThat(width(Templates.page(page))).isPositive().isLessThanOrEqualTo(WIDTH);
    }
}
