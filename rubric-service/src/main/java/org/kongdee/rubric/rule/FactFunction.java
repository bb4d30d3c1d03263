package org.kongdee.rubric.rule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.KindFacts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.web.text.LocalizedText;

/**
 * The functions of the rule language: each reads one fact. Their arguments are literals, so that
 * they can be checked at import.
 */
enum FactFunction {
    /** How many items of the kind. */
    COUNT("count", Argument.KIND),
    /** How many items of the kind state all of the fields. */
    COUNT_WITH("countWith", Argument.KIND, Argument.FIELDS),
    /** How many distinct channels the items of the kind name. */
    CHANNELS("channels", Argument.KIND),
    /** How many sections of the unit have an item of the kind. */
    SECTIONS("sections", Argument.KIND),
    /** How many sections of the unit have at least so many items of the kind. */
    SECTIONS_WITH("sectionsWith", Argument.KIND, Argument.NUMBER),
    /** How many sections of the unit have an item of the kind by that day of the cycle. */
    SECTIONS_BY("sectionsBy", Argument.KIND, Argument.MONTH_DAY),
    /** How many sections the unit has; cannot be told of a unit without sections. */
    SECTION_TOTAL("sectionTotal"),
    /** The date of the first item of the kind; cannot be told without one. */
    EARLIEST("earliest", Argument.KIND),
    /** The date of the last item of the kind; cannot be told without one. */
    LATEST("latest", Argument.KIND),
    /** That month-day inside the cycle. */
    BY("by", Argument.MONTH_DAY),
    /** The longest run of calendar months that the items of the kind cover day by day. */
    MONTHS("months", Argument.KIND);

    /** What stands at a place of the argument list. */
    enum Argument {
        KIND,
        FIELDS,
        NUMBER,
        MONTH_DAY
    }

    /** A call with its literal arguments. Unused ones are empty or zero. */
    record Call(
            FactFunction function,
            String kind,
            List<String> fields,
            long number,
            MonthDay monthDay) {

        static final MonthDay NO_DAY = MonthDay.of(1, 1);

        Call {
            fields = List.copyOf(fields);
        }

        /** The call with these arguments, which have passed the check of {@link RuleCompiler}. */
        static Call of(FactFunction function, List<?> arguments) {
            String kind = "";
            List<String> fields = List.of();
            long number = 0;
            MonthDay monthDay = NO_DAY;
            for (int i = 0; i < arguments.size(); i++) {
                Object value = arguments.get(i);
                switch (function.arguments.get(i)) {
                    case KIND -> kind = (String) value;
                    case FIELDS ->
                            fields = ((List<?>) value).stream().map(String::valueOf).toList();
                    case NUMBER -> number = (Long) value;
                    case MONTH_DAY ->
                            monthDay =
                                    value instanceof LocalDate date
                                            ? MonthDay.from(date)
                                            : MonthDay.parse((String) value);
                }
            }
            return new Call(function, kind, fields, number, monthDay);
        }

        /** The fact as CEL knows it: a whole number, or a date. */
        Object value(Facts facts, Scope scope) {
            return function.isDate() ? date(facts, scope) : number(facts, scope);
        }

        long number(Facts facts, Scope scope) {
            if (function == SECTION_TOTAL) {
                return sectionTotal(scope);
            }
            Optional<KindFacts> found = facts.of(kind);
            if (found.isEmpty()) {
                return 0;
            }
            KindFacts of = found.get();
            return switch (function) {
                case COUNT -> of.count();
                case COUNT_WITH -> of.countWith(fields);
                case CHANNELS -> of.channels().size();
                case SECTIONS -> of.sectionsWith(scope.sections(), 1);
                case SECTIONS_WITH -> of.sectionsWith(scope.sections(), number);
                case SECTIONS_BY -> of.sectionsBy(scope.sections(), cycleDay(scope));
                case MONTHS -> of.months();
                case SECTION_TOTAL, EARLIEST, LATEST, BY ->
                        throw new IllegalStateException(function + " is no number of a kind");
            };
        }

        LocalDate date(Facts facts, Scope scope) {
            return switch (function) {
                case EARLIEST -> dated(facts).first();
                case LATEST -> dated(facts).last();
                case BY -> cycleDay(scope);
                case COUNT,
                        COUNT_WITH,
                        CHANNELS,
                        SECTIONS,
                        SECTIONS_WITH,
                        SECTIONS_BY,
                        SECTION_TOTAL,
                        MONTHS ->
                        throw new IllegalStateException(function + " is no date");
            };
        }

        private KindFacts dated(Facts facts) {
            return facts.of(kind)
                    .orElseThrow(
                            () -> new CannotTell(vocabulary -> noEvidence(vocabulary.kind(kind))));
        }

        private static LocalizedText noEvidence(LocalizedText kind) {
            return new LocalizedText(
                    kind.en() + ": no evidence yet", kind.th() + ": ยังไม่มีหลักฐาน");
        }

        private static long sectionTotal(Scope scope) {
            if (scope.sections().isEmpty()) {
                throw new CannotTell(
                        new LocalizedText("the unit has no sections", "หน่วยงานไม่มีส่วน/ฝ่าย"));
            }
            return scope.sections().size();
        }

        LocalDate cycleDay(Scope scope) {
            return scope.period()
                    .dateOf(monthDay)
                    .orElseThrow(
                            () ->
                                    new CannotTell(
                                            new LocalizedText(
                                                    monthDay + " is outside the cycle",
                                                    monthDay + " อยู่นอกรอบการประเมิน")));
        }
    }

    private final String celName;
    private final List<Argument> arguments;

    FactFunction(String celName, Argument... arguments) {
        this.celName = celName;
        this.arguments = List.of(arguments);
    }

    String celName() {
        return celName;
    }

    List<Argument> arguments() {
        return arguments;
    }

    /** Whether the fact is a date; all others are whole numbers. */
    boolean isDate() {
        return this == EARLIEST || this == LATEST || this == BY;
    }

    /** Whether it counts sections of the unit by what they show. */
    boolean countsSections() {
        return this == SECTIONS || this == SECTIONS_WITH || this == SECTIONS_BY;
    }

    static Optional<FactFunction> named(String celName) {
        return Arrays.stream(values()).filter(f -> f.celName.equals(celName)).findFirst();
    }
}
