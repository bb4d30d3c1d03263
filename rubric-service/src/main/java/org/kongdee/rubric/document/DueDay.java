package org.kongdee.rubric.document;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kongdee.rubric.facts.Period;

/** The day on which something is due: the same of every year, or one day of one year. */
public sealed interface DueDay {

    /** What a day looks like; whether there is such a day is another question. */
    Pattern FORM = Pattern.compile("--\\d{2}-\\d{2}|\\d{4}-\\d{2}-\\d{2}");

    /** The same day of every year. */
    record Yearly(MonthDay day) implements DueDay {

        @Override
        public Optional<LocalDate> in(Period period) {
            return period.dateOf(day);
        }

        @Override
        public Yearly yearsLater(int years) {
            return this;
        }

        @Override
        public MonthDay monthDay() {
            return day;
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /** A day of one year. */
    record Fixed(LocalDate date) implements DueDay {

        @Override
        public Optional<LocalDate> in(Period period) {
            return Optional.of(date).filter(period::contains);
        }

        @Override
        public Fixed yearsLater(int years) {
            return new Fixed(date.plusYears(years));
        }

        @Override
        public MonthDay monthDay() {
            return MonthDay.from(date);
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    /**
     * @throws java.time.DateTimeException if there is no such day
     */
    static DueDay parse(String text) {
        return text.startsWith("--")
                ? new Yearly(MonthDay.parse(text))
                : new Fixed(LocalDate.parse(text));
    }

    /** The day in a cycle; empty if it falls outside. */
    Optional<LocalDate> in(Period period);

    /** What it is in a plan that serves so many years later. */
    DueDay yearsLater(int years);

    MonthDay monthDay();
}
