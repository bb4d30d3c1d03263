package org.kongdee.notification.digest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kongdee.notification.board.Board;
import org.kongdee.notification.calendar.CalendarWriter;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.message.MailConfig;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Urgency;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;

/** Writes digests: subject, HTML, plain text and calendar, in the recipient's language. */
@Singleton
public class DigestRenderer {

    private final Template html;
    private final Template text;
    private final FrontendConfig frontend;
    private final MailConfig mail;

    public DigestRenderer(
            @Location("digest.html") Template html,
            @Location("digest.txt") Template text,
            FrontendConfig frontend,
            MailConfig mail) {
        this.html = html;
        this.text = text;
        this.frontend = frontend;
        this.mail = mail;
    }

    public RenderedDigest render(DigestContent digest, Links links, Instant now) {
        Wording wording = Wording.in(digest.recipient().language());
        DigestView view = view(digest, links, now, wording);
        List<Deadline> dated =
                digest.shown().stream()
                        .flatMap(entry -> entry.rows().stream())
                        .filter(deadline -> deadline.due() != null)
                        .toList();
        return new RenderedDigest(
                view.subject(),
                html.data("digest", view).render(),
                text.data("digest", view).render(),
                new String(CalendarWriter.write(dated, wording, now), StandardCharsets.UTF_8));
    }

    private DigestView view(DigestContent digest, Links links, Instant now, Wording wording) {
        ItemWriter writer = new ItemWriter(digest, wording, links, frontend, now);
        List<DigestView.Group> groups = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            List<DigestView.Item> items =
                    digest.shown().stream()
                            .filter(entry -> entry.urgency() == urgency)
                            .map(writer::item)
                            .toList();
            if (!items.isEmpty()) {
                groups.add(
                        new DigestView.Group(
                                wording.phrase(heading(urgency)),
                                wording.number(items.size()),
                                colour(urgency),
                                items));
            }
        }
        DigestView.Item first = groups.getFirst().items().getFirst();
        return new DigestView(
                digest.recipient().language().tag(),
                wording.subject(digest.overdue(), digest.entries()),
                first.title() + " · " + first.due(),
                texts(wording),
                wording.text(digest.recipient().name()),
                wording.date(digest.date()),
                digest.boards().stream().map(board -> board(board, wording)).toList(),
                groups,
                digest.more() == 0 ? null : wording.more(digest.more()),
                digest.waiting() == 0 ? null : wording.waiting(digest.waiting()),
                digest.knownAsOf() == null ? null : wording.stale(digest.knownAsOf()),
                mail.organiser().orElse(null),
                links.toPause(digest.recipient(), now));
    }

    private static Phrase heading(Urgency urgency) {
        return switch (urgency) {
            case TODAY -> Phrase.TODAY;
            case SOON -> Phrase.SOON;
            case MOVED -> Phrase.MOVED_TITLE;
            case OVERDUE -> Phrase.OVERDUE;
            case UNDATED -> Phrase.UNDATED;
            case SETTLED -> Phrase.SETTLED_TITLE;
        };
    }

    private static String colour(Urgency urgency) {
        return switch (urgency) {
            case TODAY -> "#8a5200";
            case SOON, MOVED -> "#1f4e79";
            case OVERDUE -> "#b3261e";
            case UNDATED -> "#4a5764";
            case SETTLED -> "#2e6b34";
        };
    }

    private static DigestView.Texts texts(Wording wording) {
        return new DigestView.Texts(
                wording.phrase(Phrase.PRODUCT),
                wording.phrase(Phrase.GREETING),
                wording.phrase(Phrase.INTRODUCTION),
                wording.phrase(Phrase.MISSING),
                wording.phrase(Phrase.EXAMPLE),
                wording.phrase(Phrase.ANSWER),
                wording.phrase(Phrase.DONE),
                wording.phrase(Phrase.SNOOZE),
                wording.phrase(Phrase.NOT_MINE),
                wording.phrase(Phrase.REOPEN),
                wording.phrase(Phrase.HAND_IN),
                wording.phrase(Phrase.ATTACHED),
                wording.phrase(Phrase.CONTACT),
                wording.phrase(Phrase.WHY),
                wording.phrase(Phrase.PAUSE),
                wording.phrase(Phrase.BOARD),
                wording.phrase(Phrase.SECTION),
                wording.phrase(Phrase.OVERDUE),
                wording.phrase(Phrase.SOON),
                wording.phrase(Phrase.WAITING),
                wording.phrase(Phrase.POINTS));
    }

    private static DigestView.BoardView board(Board board, Wording wording) {
        List<DigestView.Row> rows = new ArrayList<>();
        board.sections()
                .forEach(row -> rows.add(row(wording.text(row.title()), row.numbers(), wording)));
        rows.add(row(wording.phrase(Phrase.WHOLE_UNIT), board.total(), wording));
        return new DigestView.BoardView(wording.text(board.title()), rows);
    }

    private static DigestView.Row row(String name, Board.Numbers numbers, Wording wording) {
        return new DigestView.Row(
                name,
                wording.number(numbers.overdue()),
                wording.number(numbers.dueSoon()),
                wording.number(numbers.waiting()),
                numbers.cycles().stream()
                        .map(
                                in ->
                                        points(in.backed(), wording)
                                                + " / "
                                                + points(in.possible(), wording))
                        .collect(Collectors.joining("; ")));
    }

    private static String points(BigDecimal points, Wording wording) {
        return wording.text(points.stripTrailingZeros().toPlainString());
    }
}
