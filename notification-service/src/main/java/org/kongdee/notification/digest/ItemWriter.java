package org.kongdee.notification.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.link.LinkAction;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Entry;
import org.kongdee.notification.planning.Given;
import org.kongdee.notification.planning.Occasion;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.notification.planning.Settlement;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;
import org.kongdee.web.text.LocalizedText;

/** Writes the lines of one digest, for its reader and in their language. */
final class ItemWriter {

    private final Recipient reader;
    private final Set<Deadline> snoozable;
    private final Wording wording;
    private final Links links;
    private final FrontendConfig frontend;
    private final Instant now;

    ItemWriter(
            DigestContent digest,
            Wording wording,
            Links links,
            FrontendConfig frontend,
            Instant now) {
        this.reader = digest.recipient();
        this.snoozable = digest.snoozable();
        this.wording = wording;
        this.links = links;
        this.frontend = frontend;
        this.now = now;
    }

    DigestView.Item item(Entry entry) {
        Deadline deadline = entry.deadline();
        boolean open = deadline.isOpen();
        LocalizedText example = deadline.detail().example();
        return new DigestView.Item(
                deadline.unit(),
                deadline.criterion() == null
                        ? null
                        : wording.criterion(
                                deadline.criterion(), deadline.detail().criterionLabel()),
                wording.text(deadline.title()),
                about(deadline),
                deadline.round() == null ? null : wording.round(deadline.round()),
                whose(entry),
                deadline.due() == null
                        ? wording.phrase(Phrase.NO_DATE)
                        : wording.due(deadline.due()),
                urgency(entry),
                notes(entry),
                open ? entry.missing().stream().map(wording::text).toList() : List.of(),
                open && example != null ? wording.text(example) : null,
                answer(entry),
                open ? handIn(deadline) : null,
                open ? link(LinkAction.DONE, entry) : null,
                open && snoozable.contains(deadline) ? link(LinkAction.SNOOZE, entry) : null,
                open ? link(LinkAction.NOT_MINE, entry) : null,
                entry.occasion() == Occasion.SETTLED ? link(LinkAction.UNDO, entry) : null);
    }

    private String link(LinkAction action, Entry entry) {
        return links.to(action, reader, entry.deadline(), now);
    }

    private @Nullable String about(Deadline deadline) {
        LocalizedText about = deadline.detail().criterionTitle();
        return about == null || about.equals(deadline.title()) ? null : wording.text(about);
    }

    private String urgency(Entry entry) {
        return entry.deadline().due() == null || !entry.deadline().isOpen()
                ? ""
                : wording.daysLeft(entry.first().daysLeft());
    }

    /** That is news to whoever works in one of several sections, and to the director always. */
    private @Nullable String whose(Entry entry) {
        List<SectionTitle> titles = entry.sectionTitles();
        List<String> names =
                titles.isEmpty()
                        ? entry.sections()
                        : titles.stream().map(section -> wording.text(section.title())).toList();
        boolean isNews = names.size() > 1 || reader.directs(entry.deadline().unit());
        return names.isEmpty() || !isNews ? null : String.join(", ", names);
    }

    private List<String> notes(Entry entry) {
        List<String> notes = new ArrayList<>();
        if (entry.movedFrom() != null) {
            notes.add(wording.movedFrom(entry.movedFrom()));
        }
        if (entry.first().before() > 0) {
            notes.add(wording.before(entry.first().before()));
        }
        Settlement settlement = entry.deadline().settlement();
        if (entry.occasion() == Occasion.SETTLED && settlement != null) {
            notes.add(wording.settledBy(settlement.who(), settlement.on()));
        }
        Given given = entry.deadline().detail().given();
        if (given != null) {
            String text =
                    Stream.of(
                                    named(Phrase.GIVEN, given.by()),
                                    named(Phrase.MEETING, given.meeting()),
                                    named(Phrase.ITEM, given.item()))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", "));
            if (!text.isEmpty()) {
                notes.add(text);
            }
        }
        return notes;
    }

    private @Nullable String named(Phrase phrase, @Nullable String value) {
        return value == null ? null : wording.phrase(phrase) + " " + wording.text(value);
    }

    private @Nullable String answer(Entry entry) {
        Settlement settlement = entry.deadline().settlement();
        return entry.occasion() == Occasion.SETTLED && settlement != null
                ? settlement.answer()
                : null;
    }

    /** Tasks are answered by their link; evidence is handed in for milestones. */
    private @Nullable String handIn(Deadline deadline) {
        return deadline.cycle() == null
                ? null
                : frontend.handInUrl()
                        .map(address -> FrontendConfig.of(address, deadline.group()))
                        .orElse(null);
    }
}
