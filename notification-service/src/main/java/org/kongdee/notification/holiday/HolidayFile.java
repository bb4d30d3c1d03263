package org.kongdee.notification.holiday;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/**
 * The days off of an iCalendar file (RFC 5545): its events of whole days, with their recurrences up
 * to a horizon. What is no day off is refused by itself, and the others are taken.
 *
 * @param days the name of each day
 * @param until the last day up to which the file is complete: its X-KONGDEE-COMPLETE-UNTIL, else
 *     its last day off that no rule without end names
 * @param horizon the day up to which rules were followed; null if none goes on after it
 * @param refused events that are no days off, in the order of their lines
 * @param warnings what a person should look at
 */
public record HolidayFile(
        Map<LocalDate, String> days,
        LocalDate until,
        @Nullable LocalDate horizon,
        List<RefusedEvent> refused,
        List<HolidayWarning> warnings) {

    private static final String INVALID = "invalid-holidays";
    private static final String COMPLETE_UNTIL = "X-KONGDEE-COMPLETE-UNTIL";
    private static final Set<String> METHODS = Set.of("PUBLISH", "REQUEST", "ADD");

    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_ERRORS = 1_000;

    public HolidayFile {
        days = Map.copyOf(days);
        refused = List.copyOf(refused);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param filter which of its events are taken
     * @throws Malformed if it is no iCalendar file
     * @throws RuleBroken if none of its events is a day off
     */
    public static HolidayFile read(String ics, HolidayFilter filter) {
        IcsFile file = IcsFile.read(ics);
        check(file);
        var harvest = new Harvest(file, filter);
        harvest.take();
        Optional<LocalDate> until = until(file);
        if (harvest.days().isEmpty()) {
            if (!harvest.refused().isEmpty()) {
                throw refusal(harvest.refused());
            }
            if (harvest.isBare()) {
                throw new RuleBroken(
                        INVALID,
                        Message.of(
                                "No event of the file is a day off; it has %d. Days off are events of whole days that are not cancelled.",
                                file.events().size()));
            }
        }
        return new HolidayFile(
                harvest.days(),
                until.orElseGet(harvest::until),
                harvest.isCut() ? Expansion.HORIZON : null,
                harvest.refused(),
                harvest.warnings());
    }

    /**
     * That every event is a day off.
     *
     * @throws RuleBroken naming all that are not
     */
    public void requireWhole() {
        if (!refused.isEmpty()) {
            throw refusal(refused);
        }
    }

    private static RuleBroken refusal(List<RefusedEvent> refused) {
        RefusedEvent first = refused.getFirst();
        List<FieldError> errors =
                refused.stream()
                        .limit(MOST_ERRORS)
                        .map(
                                each ->
                                        new FieldError(
                                                "",
                                                null,
                                                Message.of(
                                                        "The event %s is no day off: %s.",
                                                        each.label(), each.why()),
                                                each.line(),
                                                null))
                        .toList();
        return new RuleBroken(
                INVALID,
                refused.size() == 1
                        ? Message.of(
                                "The event %s is no day off, at line %d: %s.",
                                first.label(), first.line(), first.why())
                        : Message.of(
                                "%d events are no days off; the first is %s, at line %d: %s.",
                                refused.size(), first.label(), first.line(), first.why()),
                errors);
    }

    private static void check(IcsFile file) {
        if (file.says("VERSION").filter("1.0"::equals).isPresent()) {
            throw new RuleBroken(
                    INVALID,
                    Message.of(
                            "The file is of vCalendar 1.0; export it as iCalendar, whose VERSION is 2.0."));
        }
        file.says("CALSCALE")
                .filter(scale -> !scale.equalsIgnoreCase("GREGORIAN"))
                .ifPresent(
                        scale -> {
                            throw new RuleBroken(
                                    INVALID,
                                    Message.of(
                                            "CALSCALE is GREGORIAN, not '%s'; other calendars are not known here.",
                                            scale));
                        });
        file.says("METHOD")
                .filter(method -> !METHODS.contains(method.toUpperCase(Locale.ROOT)))
                .ifPresent(
                        method -> {
                            throw new RuleBroken(
                                    INVALID,
                                    Message.of(
                                            "METHOD is %s, so the file is no list of days off; export it with METHOD PUBLISH, or without one.",
                                            method));
                        });
        if (file.events().isEmpty()) {
            throw new RuleBroken(INVALID, Message.of("The file has no events."));
        }
        if (file.events().size() > MOST_EVENTS) {
            throw new RuleBroken(
                    INVALID,
                    Message.of(
                            "The file has %d events, and at most %d are taken.",
                            file.events().size(), MOST_EVENTS));
        }
    }

    private static Optional<LocalDate> until(IcsFile file) {
        return file.says(COMPLETE_UNTIL)
                .map(
                        value -> {
                            try {
                                return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
                            } catch (DateTimeParseException e) {
                                throw new RuleBroken(
                                        INVALID,
                                        Message.of(
                                                "%s is a date such as 20271231, not '%s'.",
                                                COMPLETE_UNTIL, value));
                            }
                        });
    }
}
