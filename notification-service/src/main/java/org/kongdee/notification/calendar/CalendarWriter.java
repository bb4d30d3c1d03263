package org.kongdee.notification.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Detail;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.notification.wording.Wording;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Text;

/**
 * Writes deadlines as all-day events. The UID of a deadline never changes and SEQUENCE grows when
 * it changes, so that a calendar moves the event instead of adding another. Texts from outside are
 * one line each; commas and the like the library escapes.
 */
public final class CalendarWriter {

    private static final String PRODUCT = "-//kongdee.org//notification-service//EN";

    /** From the beginning of the due day: nine in the morning of the day before. */
    private static final Duration ALARM = Duration.ofHours(-15);

    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private static final int MAX_OCTETS = 75;

    private CalendarWriter() {}

    /**
     * @param stamp when this was written; it is part of every event
     */
    public static byte[] write(List<Deadline> deadlines, Wording wording, Instant stamp) {
        return bytes(calendar(deadlines, wording, stamp));
    }

    /** The same to subscribe to, which says how often to look again. */
    public static byte[] feed(List<Deadline> deadlines, Wording wording, Instant stamp) {
        Calendar calendar = calendar(deadlines, wording, stamp);
        // RFC 7986, and what Outlook reads in its place.
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), LOOK_AGAIN));
        calendar.add(new XProperty("X-PUBLISHED-TTL", LOOK_AGAIN.toString()));
        return bytes(calendar);
    }

    private static Calendar calendar(List<Deadline> deadlines, Wording wording, Instant stamp) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", wording.phrase(Phrase.CALENDAR_NAME)));
        deadlines.forEach(deadline -> calendar.add(event(deadline, wording, stamp)));
        return calendar;
    }

    private static byte[] bytes(Calendar calendar) {
        return folded(calendar.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(Deadline deadline, Wording wording, Instant stamp) {
        VEvent event = new VEvent(false);
        event.add(new Uid(Text.oneLine(deadline.uid())));
        event.add(new DtStamp(stamp));
        event.add(new Sequence(deadline.sequence()));
        event.add(new DtStart<>(deadline.day()));
        event.add(new DtEnd<>(deadline.day().plusDays(1)));
        event.add(new Summary(summary(deadline, wording)));
        event.add(new Description(description(deadline, wording)));
        event.add(new Categories(new TextList(Text.oneLine(deadline.unit()))));
        event.add(ImmutableTransp.TRANSPARENT);
        event.add(new Status(status(deadline.status())));
        if (deadline.status().isOpen()) {
            event.add(alarm(deadline, wording));
        }
        return event;
    }

    private static VAlarm alarm(Deadline deadline, Wording wording) {
        VAlarm alarm = new VAlarm();
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Trigger(ALARM));
        alarm.add(new Description(summary(deadline, wording)));
        return alarm;
    }

    private static String status(DeadlineStatus status) {
        return status == DeadlineStatus.CANCELLED || status == DeadlineStatus.WAIVED
                ? "CANCELLED"
                : "CONFIRMED";
    }

    private static String summary(Deadline deadline, Wording wording) {
        String title = deadline.title().in(wording.language());
        String label = deadline.detail().criterionLabel();
        String about = label == null ? deadline.criterion() : label;
        String text = about == null ? title : about + " " + title;
        String round = deadline.round() == null ? "" : ", " + wording.round(deadline.round());
        return (deadline.status().isOpen() || deadline.status() == DeadlineStatus.CANCELLED
                        ? ""
                        : "✓ ")
                + Text.oneLine(text)
                + round;
    }

    private static String description(Deadline deadline, Wording wording) {
        Detail detail = deadline.detail();
        List<String> lines = new ArrayList<>();
        lines.add(
                Stream.of(deadline.unit(), section(detail, wording), wording.due(deadline.day()))
                        .filter(Objects::nonNull)
                        .map(Text::oneLine)
                        .collect(Collectors.joining(", ")));
        LocalizedText about = detail.criterionTitle();
        if (about != null && !about.equals(deadline.title())) {
            lines.add(in(wording, about));
        }
        if (!deadline.missing().isEmpty()) {
            lines.add(wording.phrase(Phrase.MISSING) + ":");
            deadline.missing().forEach(text -> lines.add("- " + in(wording, text)));
        }
        if (detail.example() != null) {
            lines.add(wording.phrase(Phrase.EXAMPLE) + ": " + in(wording, detail.example()));
        }
        return String.join("\n", lines);
    }

    /** Of several sections that owe the same, each has its event. */
    private static @Nullable String section(Detail detail, Wording wording) {
        if (detail.section() == null) {
            return null;
        }
        return detail.ownerTitles().stream()
                .map(section -> section.title().in(wording.language()))
                .findFirst()
                .orElse(detail.section());
    }

    private static String in(Wording wording, LocalizedText text) {
        return Text.oneLine(text.in(wording.language()));
    }

    /**
     * Folds lines at 75 octets (RFC 5545, 3.1). The library folds by characters, which in Thai are
     * three octets each.
     */
    private static String folded(String calendar) {
        StringBuilder out = new StringBuilder(calendar.length() * 5 / 4);
        int octets = 0;
        for (int i = 0; i < calendar.length(); ) {
            int c = calendar.codePointAt(i);
            int size = octets(c);
            if (c == '\r' || c == '\n') {
                octets = 0;
            } else if (octets + size > MAX_OCTETS) {
                out.append("\r\n ");
                octets = 1 + size;
            } else {
                octets += size;
            }
            out.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static int octets(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
