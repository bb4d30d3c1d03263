package org.kongdee.notification.digest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.calendar.CalendarWriter;
import org.kongdee.notification.link.LinkAction;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;

/** Writes digests: subject, HTML, plain text and calendar, in the recipient's language. */
@Singleton
public class DigestRenderer {

    private static final String RED = "#b3261e";
    private static final String AMBER = "#8a5200";
    private static final String BLUE = "#1f4e79";

    private final Template html;
    private final Template text;

    public DigestRenderer(
            @Location("digest.html") Template html, @Location("digest.txt") Template text) {
        this.html = html;
        this.text = text;
    }

    public RenderedDigest render(DigestContent digest, Links links, Instant now) {
        Wording wording = Wording.in(digest.recipient().language());
        DigestView view = view(digest, links, now, wording);
        List<Deadline> deadlines = digest.lines().stream().map(Plan.Line::deadline).toList();
        return new RenderedDigest(
                view.subject(),
                html.data("digest", view).render(),
                text.data("digest", view).render(),
                new String(CalendarWriter.write(deadlines, wording, now), StandardCharsets.UTF_8));
    }

    private static DigestView view(
            DigestContent digest, Links links, Instant now, Wording wording) {
        Recipient recipient = digest.recipient();
        List<DigestView.Group> groups = new ArrayList<>();
        addGroup(groups, Phrase.OVERDUE, RED, digest, links, now, wording, l -> l.daysLeft() < 0);
        addGroup(groups, Phrase.TODAY, AMBER, digest, links, now, wording, l -> l.daysLeft() == 0);
        addGroup(groups, Phrase.SOON, BLUE, digest, links, now, wording, l -> l.daysLeft() > 0);
        DigestView.Item first = groups.getFirst().items().getFirst();
        return new DigestView(
                recipient.language().tag(),
                wording.subject(digest.lines().stream().map(Plan.Line::daysLeft).toList()),
                first.title() + " · " + first.due(),
                texts(wording),
                recipient.name(),
                wording.date(digest.date()),
                groups,
                digest.knownAsOf() == null ? null : wording.stale(digest.knownAsOf()),
                links.toPause(recipient, now));
    }

    private static DigestView.Texts texts(Wording wording) {
        return new DigestView.Texts(
                wording.phrase(Phrase.PRODUCT),
                wording.phrase(Phrase.GREETING),
                wording.phrase(Phrase.INTRODUCTION),
                wording.phrase(Phrase.MISSING),
                wording.phrase(Phrase.DONE),
                wording.phrase(Phrase.SNOOZE),
                wording.phrase(Phrase.NOT_MINE),
                wording.phrase(Phrase.ATTACHED),
                wording.phrase(Phrase.WHY),
                wording.phrase(Phrase.PAUSE));
    }

    private static void addGroup(
            List<DigestView.Group> groups,
            Phrase heading,
            String colour,
            DigestContent digest,
            Links links,
            Instant now,
            Wording wording,
            Predicate<Plan.Line> which) {
        List<DigestView.Item> items =
                digest.lines().stream()
                        .filter(which)
                        .map(line -> item(line, digest.recipient(), links, now, wording))
                        .toList();
        if (!items.isEmpty()) {
            groups.add(
                    new DigestView.Group(
                            wording.phrase(heading), wording.number(items.size()), colour, items));
        }
    }

    private static DigestView.Item item(
            Plan.Line line, Recipient recipient, Links links, Instant now, Wording wording) {
        Deadline deadline = line.deadline();
        return new DigestView.Item(
                deadline.unit(),
                deadline.criterion(),
                deadline.title().in(wording.language()),
                round(deadline, wording),
                wording.due(deadline.due()),
                wording.daysLeft(line.daysLeft()),
                deadline.missing().stream().map(missing -> missing.in(wording.language())).toList(),
                links.to(LinkAction.DONE, recipient, deadline, now),
                line.daysLeft() > 1 ? links.to(LinkAction.SNOOZE, recipient, deadline, now) : null,
                links.to(LinkAction.NOT_MINE, recipient, deadline, now));
    }

    private static @Nullable String round(Deadline deadline, Wording wording) {
        return deadline.round() == null ? null : wording.round(deadline.round());
    }
}
