package org.kongdee.web.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.kongdee.web.table.Cell.Kind;
import org.kongdee.web.table.XlsxFormats.Shown;

/** The numbers of workbooks, as a spreadsheet shows them. */
final class XlsxNumbers {

    /** Spreadsheets calculate with binary fractions and show so many digits of them. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final int LONGEST = 64;
    private static final int LARGEST_EXPONENT = 400;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    /** Beginning with 31 December 9999, which is the last day that spreadsheets know. */
    private static final BigDecimal AFTER_ALL_DAYS = BigDecimal.valueOf(2_958_466);

    /** The day that is not: spreadsheets take 1900 for a leap year. */
    private static final long FALSE_LEAP_DAY = 60;

    private XlsxNumbers() {}

    /**
     * @param since1904 whether the workbook counts its days from 1904
     */
    static Cell cell(String stored, Shown shown, boolean since1904) {
        BigDecimal number = number(stored);
        return switch (shown) {
            case NUMBER -> new Cell(plain(number), Kind.NUMBER);
            case PERCENT -> new Cell(plain(number.multiply(HUNDRED)) + "%", Kind.PERCENT);
            case DATE ->
                    number.signum() < 0 || number.compareTo(AFTER_ALL_DAYS) >= 0
                            ? new Cell("#####", Kind.ERROR)
                            : new Cell(date(number, since1904), Kind.DATE);
        };
    }

    private static BigDecimal number(String stored) {
        try {
            if (stored.length() > LONGEST) {
                throw XlsxReader.broken();
            }
            BigDecimal number = new BigDecimal(stored.strip());
            if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
                throw XlsxReader.broken();
            }
            return number.round(DIGITS);
        } catch (NumberFormatException e) {
            throw XlsxReader.broken();
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String date(BigDecimal number, boolean since1904) {
        long seconds = number.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long day = seconds / SECONDS.longValue();
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS.longValue());
        if (day == 0) {
            return time.toString();
        }
        LocalDateTime date = first(day, since1904).plusDays(day).atTime(time);
        return time.equals(LocalTime.MIDNIGHT) ? date.toLocalDate().toString() : date.toString();
    }

    private static LocalDate first(long day, boolean since1904) {
        if (since1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return day < FALSE_LEAP_DAY ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }
}
