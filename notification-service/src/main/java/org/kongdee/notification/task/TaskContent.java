package org.kongdee.notification.task;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Recurrence;
import org.kongdee.notification.planning.Given;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.NotPossible;

/**
 * All that a task says, in one form: lists sorted, each code once.
 *
 * @param text more about it; null if there is no more
 * @param due the one due date (ISO, Gregorian); null if there is a rule, or none
 * @param start the day from which the rule counts; null if there is none
 * @param rrule recurrence by RFC 5545; null if there is none
 * @param criteria codes of the criteria that it serves; may be empty
 * @param figures what each report states; may be empty
 */
@Schema(
        examples =
                """
                {"unit": "SLK", "title": {"en": "Spending report", "th": "รายงานการใช้จ่าย"}, "text": null,
                 "given": {"by": "SECRETARY", "meeting": "12/2564", "item": "5 (2)", "on": "2021-12-20"}, "sections": ["FINANCE"],
                 "recipients": [], "due": null, "start": "2022-01-30", "rrule": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
                 "criteria": ["1.1.5"], "figures": [{"code": "spent", "title": {"en": "Budget spent", "th": "ผลการใช้จ่าย"}}]}""")
@JsonIgnoreProperties(ignoreUnknown = true)
public record TaskContent(
        String unit,
        LocalizedText title,
        @Nullable LocalizedText text,
        Given given,
        List<String> sections,
        List<String> recipients,
        @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Nullable String rrule,
        List<String> criteria,
        List<FigureView> figures) {

    private static final Given NOBODY = new Given(null, null, null, null);

    /**
     * @throws RuleBroken unless it has one due date, one valid rule, or neither
     */
    static TaskContent of(PutTask put) {
        return new TaskContent(
                        put.unit(),
                        put.title().text(),
                        put.text() == null ? null : put.text().text(),
                        put.given() == null ? NOBODY : put.given().given(),
                        distinct(put.sections()),
                        distinct(put.recipients()),
                        put.due(),
                        put.start(),
                        put.rrule(),
                        requireNonNullElse(put.criteria(), List.<String>of()).stream()
                                .distinct()
                                .toList(),
                        figures(put.figures()))
                .checked();
    }

    /**
     * What is absent stays; a due date replaces the rule, and back.
     *
     * @throws RuleBroken as above
     */
    TaskContent with(PatchTask change) {
        boolean dated = change.due() != null;
        boolean ruled = change.start() != null || change.rrule() != null;
        return new TaskContent(
                        unit,
                        change.title() == null ? title : change.title().text(),
                        change.text() == null ? text : change.text().text(),
                        change.given() == null ? given : change.given().given(),
                        change.sections() == null ? sections : distinct(change.sections()),
                        change.recipients() == null ? recipients : distinct(change.recipients()),
                        ruled && !dated ? null : dated ? change.due() : due,
                        dated && !ruled ? null : change.start() == null ? start : change.start(),
                        dated && !ruled ? null : change.rrule() == null ? rrule : change.rrule(),
                        change.criteria() == null
                                ? criteria
                                : change.criteria().stream().distinct().toList(),
                        change.figures() == null ? figures : figures(change.figures()))
                .checked();
    }

    boolean isDueAs(TaskContent other) {
        return Objects.equals(due, other.due)
                && Objects.equals(start, other.start)
                && Objects.equals(rrule, other.rrule);
    }

    private static List<String> distinct(@Nullable List<String> codes) {
        return requireNonNullElse(codes, List.<String>of()).stream().distinct().sorted().toList();
    }

    private static List<FigureView> figures(@Nullable List<Figure> figures) {
        return requireNonNullElse(figures, List.<Figure>of()).stream()
                .map(figure -> new FigureView(figure.code(), figure.title().text()))
                .toList();
    }

    private TaskContent checked() {
        if (due != null && (start != null || rrule != null)) {
            throw RuleBroken.at(
                    "invalid-task",
                    "/due",
                    Message.of("A task has either due, or start and rrule, or neither."));
        }
        if ((start == null) != (rrule == null)) {
            String missing = start == null ? "start" : "rrule";
            throw RuleBroken.at(
                    "invalid-task",
                    "/" + missing,
                    Message.of("start and rrule go together; %s is missing.", missing));
        }
        if (start != null && rrule != null) {
            try {
                Recurrence.check(start, rrule);
            } catch (NotPossible e) {
                throw RuleBroken.at("invalid-task", "/rrule", Message.of("rrule: %s.", e.told()));
            }
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < figures.size(); i++) {
            if (!codes.add(figures.get(i).code())) {
                throw RuleBroken.at(
                        "invalid-task",
                        "/figures/%d/code".formatted(i),
                        Message.of("The figure '%s' stands twice.", figures.get(i).code()));
            }
        }
        return this;
    }
}
