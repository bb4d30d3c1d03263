package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.web.text.LocalizedText;

/**
 * What a gate asks for and a unit does not have.
 *
 * @param required points of the criterion, at least
 * @param has the points that it has
 */
public record Unmet(Criterion criterion, BigDecimal required, BigDecimal has) {

    public LocalizedText because() {
        LocalizedText title = criterion.title().filled();
        String name = criterion.shown();
        String needs = Exact.plain(required).toPlainString();
        String there = Exact.plain(has).toPlainString();
        return new LocalizedText(
                "%s (%s) needs %s points and has %s".formatted(name, title.en(), needs, there),
                "%s (%s) ต้องได้อย่างน้อย %s คะแนน แต่ได้ %s คะแนน"
                        .formatted(name, title.th(), needs, there));
    }
}
