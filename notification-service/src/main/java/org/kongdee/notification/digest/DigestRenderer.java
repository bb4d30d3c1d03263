package org.kongdee.notification.digest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kongdee.notification.board.Board;
import org.kongdee.notification.calendar.CalendarWriter;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.message.MailConfig;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Entry;
import org.kongdee.notification.planning.Occasion;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;

/** Writes digests: subject, HTML, plain text and calendar, in the recipient's language. */
@Singleton
public class DigestRenderer {

    /** What stands under a heading, in the order of the headings. */
    private enum Kind {
        TODAY(Phrase.TODAY, "#8a5200", entry -> isDue(entry) && entry.first().daysLeft() == 0),
        SOON(Phrase.SOON, "#1f4e79", entry -> isDue(entry) && entry.first().daysLeft() > 0),
        MOVED(Phrase.MOVED_TITLE, "#1f4e79", entry -> entry.occasion() == Occasion.MOVED),
        OVERDUE(Phrase.OVERDUE, "#b3261e", entry -> isDue(entry) && entry.first().daysLeft() < 0),
        UNDATED(Phrase.UNDATED, "#4a5764", entry -> entry.occasion() == Occasion.UNDATED),
        SETTLED(Phrase.SETTLED_TITLE, "#2e6b34", entry -> entry.occasion() == Occasion.SETTLED);

        private final Phrase heading;
        private final String colour;
        private final Predicate<Entry> which;

        Kind(Phrase heading, String colour, Predicate<Entry> which) {
            this.heading = heading;
            this.colour = colour;
            this.which = which;
        }

        private static boolean isDue(Entry entry) {
            return entry.occasion() == Occasion.DUE;
        }
    }

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
        ItemWriter writer = new ItemWriter(digest.recipient(), wording, links, frontend, now);
        List<DigestView.Group> groups = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<DigestView.Item> items =
                    digest.shown().stream().filter(kind.which).map(writer::item).toList();
            if (!items.isEmpty()) {
                groups.add(
                        new DigestView.Group(
                                wording.phrase(kind.heading),
                                wording.number(items.size()),
                                kind.colour,
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
