package org.kongdee.web.media;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One element of an {@code Accept} header: a type, all types of a kind, or all. Parameters other
 * than the quality tell no answers of ours apart, and are dropped.
 */
record MediaRange(String type, String subtype, double quality) {

    static final String ANY = "*";

    /** A type that is offered, by the range that speaks for it. */
    private record Offer(MediaType type, MediaRange range, int place) {}

    private static final Comparator<MediaRange> MOST_EXACT =
            Comparator.comparingInt(MediaRange::exactness).reversed();

    private static final Comparator<Offer> BEST =
            Comparator.<Offer>comparingDouble(offer -> offer.range.quality)
                    .reversed()
                    .thenComparing(Offer::range, MOST_EXACT)
                    .thenComparingInt(Offer::place);

    /**
     * Which of {@code offered} answers {@code ranges} best; empty if none is acceptable. Of equally
     * good ones it is the one that is named most exactly, then the one that is named first, then
     * the one that is offered first: who asks for NDJSON or anything gets NDJSON, and who asks for
     * anything our default.
     */
    static Optional<MediaType> best(List<MediaRange> ranges, List<MediaType> offered) {
        return offered.stream()
                .flatMap(
                        type ->
                                ranges.stream()
                                        .filter(range -> range.includes(type))
                                        .min(MOST_EXACT)
                                        .map(range -> offer(type, range, ranges))
                                        .stream())
                .filter(offer -> offer.range.quality > 0)
                .min(BEST)
                .map(Offer::type);
    }

    private static Offer offer(MediaType type, MediaRange range, List<MediaRange> ranges) {
        return new Offer(type, range, ranges.indexOf(range));
    }

    private boolean includes(MediaType other) {
        return (type.equals(ANY) || type.equalsIgnoreCase(other.getType()))
                && (subtype.equals(ANY) || subtype.equalsIgnoreCase(other.getSubtype()));
    }

    private int exactness() {
        return (type.equals(ANY) ? 0 : 1) + (subtype.equals(ANY) ? 0 : 1);
    }

    @Override
    public String toString() {
        return type + "/" + subtype + (quality == 1 ? "" : ";q=" + quality);
    }
}
