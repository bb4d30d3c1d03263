package org.kongdee.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The demo's own words, in the language asked for. */
public enum Words {
    EN(
            Locale.ENGLISH,
            "uuuu-MM-dd",
            "%s, evidence of %s",
            "Dimension",
            "Points",
            "Max",
            "Total",
            "What is missing for the next points",
            "and %d more"),
    TH(
            Locale.forLanguageTag("th"),
            "d MMMM y",
            "%s หลักฐาน ณ วันที่ %s",
            "มิติ",
            "คะแนน",
            "เต็ม",
            "รวม",
            "สิ่งที่ยังขาดเพื่อได้คะแนนถัดไป",
            "และอีก %d รายการ");

    final Locale locale;
    final String heading;
    final String dimension;
    final String points;
    final String max;
    final String total;
    final String missing;
    final String more;
    private final String datePattern;

    Words(
            Locale locale,
            String datePattern,
            String heading,
            String dimension,
            String points,
            String max,
            String total,
            String missing,
            String more) {
        this.locale = locale;
        this.datePattern = datePattern;
        this.heading = heading;
        this.dimension = dimension;
        this.points = points;
        this.max = max;
        this.total = total;
        this.missing = missing;
        this.more = more;
    }

    public static Words of(String language) {
        return switch (language) {
            case "en" -> EN;
            case "th" -> TH;
            default ->
                    throw new IllegalArgumentException(
                            "--lang must be th or en, and is '" + language + "'");
        };
    }

    /** The text of a field that has both languages. */
    String in(JsonNode localized) {
        return localized.path(locale.getLanguage()).asText();
    }

    /** The one of the two that is in this language. */
    public String in(String english, String thai) {
        return this == TH ? thai : english;
    }

    /** Thai dates count years from the Buddhist era. */
    String date(LocalDate day) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(datePattern, locale);
        return this == TH
                ? format.withChronology(ThaiBuddhistChronology.INSTANCE).format(day)
                : format.format(day);
    }
}
