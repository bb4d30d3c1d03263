package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Rubric;

/**
 * The result of a unit.
 *
 * @param root the whole; its children are the nodes of the rubric
 * @param scored how many criteria have been scored, including those that don't apply
 * @param criteria how many criteria the unit has
 * @param unmetOfBands what the gates of bands ask for and is not there, by the code of the band
 */
public record Result(
        Rubric rubric,
        NodeScore root,
        int scored,
        int criteria,
        Map<String, List<Unmet>> unmetOfBands) {

    public Result {
        unmetOfBands = Map.copyOf(unmetOfBands);
    }

    /** Whether every criterion is scored. */
    public boolean complete() {
        return scored == criteria;
    }

    /**
     * A band that the displayed percent reaches and that is not given, since its gate is not met.
     */
    public record Withheld(Rubric.Band band, List<Unmet> unmet) {}

    /**
     * The code of the band the displayed percent falls into, of those whose gates are met; null if
     * there is none, or nothing applies.
     */
    public @Nullable String rating() {
        return reached()
                .filter(band -> !unmetOfBands.containsKey(band.code()))
                .map(Rubric.Band::code)
                .findFirst()
                .orElse(null);
    }

    /** The bands above the rating that the displayed percent reaches. */
    public List<Withheld> withheld() {
        return reached()
                .takeWhile(band -> unmetOfBands.containsKey(band.code()))
                .map(band -> new Withheld(band, unmetOfBands.getOrDefault(band.code(), List.of())))
                .toList();
    }

    private Stream<Rubric.Band> reached() {
        BigDecimal percent = root.percent();
        return rubric.bands().stream()
                .filter(band -> percent != null && percent.compareTo(band.from()) >= 0);
    }

    /**
     * Whether the displayed percent passes; null if the rubric has no pass mark, or nothing
     * applies.
     */
    public @Nullable Boolean passed() {
        BigDecimal percent = root.percent();
        BigDecimal pass = rubric.pass();
        return percent == null || pass == null ? null : percent.compareTo(pass) >= 0;
    }
}
