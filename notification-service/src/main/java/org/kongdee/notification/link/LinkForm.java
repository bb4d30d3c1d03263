package org.kongdee.notification.link;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.task.Done;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.web.json.Decimals;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Text;

/**
 * What was sent by the page of a link, as people write it.
 *
 * @param days for a snooze
 * @param answer null if nothing
 * @param figures by code, those that are filled in
 */
record LinkForm(int days, @Nullable String answer, Map<String, String> figures) {

    static final LinkForm EMPTY = new LinkForm(1, null, Map.of());

    /** Why it is not taken. */
    record Fault(Phrase why, @Nullable String what) {}

    static LinkForm of(int days, @Nullable String answer, List<String> codes, List<String> values) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(codes.size(), values.size()); i++) {
            if (!values.get(i).isBlank()) {
                figures.put(codes.get(i), values.get(i).strip());
            }
        }
        String text = answer == null ? "" : answer.replace("\r\n", "\n").strip();
        return new LinkForm(days, text.isEmpty() ? null : text, figures);
    }

    /** Null if there is none. */
    @Nullable Fault fault() {
        if (answer != null) {
            if (answer.length() > Done.LONGEST) {
                return new Fault(Phrase.ANSWER_TOO_LONG, null);
            }
            if (Text.LINES.fault(answer).isPresent()) {
                return new Fault(Phrase.NO_TEXT, null);
            }
        }
        for (String value : figures.values()) {
            try {
                Decimals.parse(plain(value));
            } catch (Malformed e) {
                return new Fault(Phrase.NO_NUMBER, value);
            }
        }
        return null;
    }

    Done done() {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        figures.forEach((code, value) -> numbers.put(code, Decimals.parse(plain(value))));
        return new Done(answer, null, numbers.isEmpty() ? null : numbers);
    }

    /** Thai digits and thousands separators are how people write numbers. */
    private static String plain(String value) {
        StringBuilder plain = new StringBuilder();
        for (char c : value.toCharArray()) {
            if (c >= '๐' && c <= '๙') {
                plain.append((char) (c - '๐' + '0'));
            } else if (c != ',' && c != ' ') {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
