package org.kongdee.rubric.rule;

import java.time.LocalDate;
import org.kongdee.web.text.LocalizedText;

/** A comparison of a fact with what is needed, and how to say it. */
enum Operator {
    AT_LEAST("_>=_"),
    MORE("_>_"),
    EQUAL("_==_"),
    AT_MOST("_<=_"),
    LESS("_<_"),
    OTHER("_!=_");

    private final String celName;

    Operator(String celName) {
        this.celName = celName;
    }

    static Operator of(String celName) {
        for (Operator operator : values()) {
            if (operator.celName.equals(celName)) {
                return operator;
            }
        }
        throw new IllegalArgumentException(celName + " compares nothing");
    }

    /** The same comparison with its sides exchanged. */
    Operator flipped() {
        return switch (this) {
            case AT_LEAST -> AT_MOST;
            case MORE -> LESS;
            case AT_MOST -> AT_LEAST;
            case LESS -> MORE;
            case EQUAL, OTHER -> this;
        };
    }

    /**
     * Whether it holds, given how the left side compares to the right ({@link
     * Comparable#compareTo}).
     */
    boolean holds(int compared) {
        return switch (this) {
            case AT_LEAST -> compared >= 0;
            case MORE -> compared > 0;
            case EQUAL -> compared == 0;
            case AT_MOST -> compared <= 0;
            case LESS -> compared < 0;
            case OTHER -> compared != 0;
        };
    }

    /** "need 2 channels" */
    LocalizedText needs(long number, Term.Suffix unit) {
        long least = this == MORE ? number + 1 : number;
        String en = least + unit.en();
        String th = least + unit.th();
        return switch (this) {
            case AT_LEAST, MORE -> new LocalizedText("need " + en, "ต้องมี " + th);
            case EQUAL -> new LocalizedText("need exactly " + en, "ต้องมี " + th + " พอดี");
            case AT_MOST -> new LocalizedText("at most " + en, "ต้องไม่เกิน " + th);
            case LESS -> new LocalizedText("less than " + en, "ต้องน้อยกว่า " + th);
            case OTHER -> new LocalizedText("not " + en, "ต้องไม่ใช่ " + th);
        };
    }

    /** "need by 2021-11-30" */
    LocalizedText needs(LocalDate date) {
        String thai = Dates.thai(date);
        return switch (this) {
            case AT_LEAST -> new LocalizedText("need from " + date + " on", "ต้องตั้งแต่ " + thai);
            case MORE -> new LocalizedText("need after " + date, "ต้องหลัง " + thai);
            case EQUAL -> new LocalizedText("need on " + date, "ต้องเป็น " + thai);
            case AT_MOST -> new LocalizedText("need by " + date, "ต้องภายใน " + thai);
            case LESS -> new LocalizedText("need before " + date, "ต้องก่อน " + thai);
            case OTHER -> new LocalizedText("not on " + date, "ต้องไม่ใช่ " + thai);
        };
    }
}
