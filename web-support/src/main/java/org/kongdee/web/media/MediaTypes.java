package org.kongdee.web.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers of media types as RFC 9110 (8.3.1, 12.5.1) writes them, or not at all. What the
 * framework makes of one that it cannot read depends on who reads it first.
 */
final class MediaTypes {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")[ \t]*");
    private static final Pattern PARAMETER =
            Pattern.compile(";[ \t]*(?:(" + TOKEN + ")=(" + TOKEN + "|\"[^\"\\\\]*\"))?[ \t]*");
    private static final Pattern COMMAS = Pattern.compile("[ \t,]*");
    private static final Pattern QUALITY = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    private final String header;
    private int at;

    private MediaTypes(String header) {
        this.header = header;
    }

    /** The ranges of an {@code Accept} header; none if it is empty or cannot be read. */
    static List<MediaRange> accepted(String header) {
        var reading = new MediaTypes(header);
        var ranges = new ArrayList<MediaRange>();
        reading.next(COMMAS);
        while (reading.at < header.length()) {
            MediaRange range = reading.range();
            boolean ends = reading.at == header.length() || header.charAt(reading.at) == ',';
            if (range == null || !ends) {
                return List.of();
            }
            ranges.add(range);
            reading.next(COMMAS);
        }
        return ranges;
    }

    /** Whether a {@code Content-Type} header names one type. */
    static boolean isOne(String header) {
        var reading = new MediaTypes(header);
        MediaRange type = reading.range();
        return type != null
                && !type.subtype().equals(MediaRange.ANY)
                && reading.at == header.length();
    }

    private @Nullable MediaRange range() {
        Matcher name = next(TYPE);
        if (name == null) {
            return null;
        }
        String type = name.group(1).toLowerCase(Locale.ROOT);
        String subtype = name.group(2).toLowerCase(Locale.ROOT);
        double quality = 1;
        for (Matcher each = next(PARAMETER); each != null; each = next(PARAMETER)) {
            if ("q".equalsIgnoreCase(each.group(1))) {
                if (!QUALITY.matcher(each.group(2)).matches()) {
                    return null;
                }
                quality = Double.parseDouble(each.group(2));
            }
        }
        boolean known = !type.equals(MediaRange.ANY) || subtype.equals(MediaRange.ANY);
        return known ? new MediaRange(type, subtype, quality) : null;
    }

    private @Nullable Matcher next(Pattern pattern) {
        Matcher matcher = pattern.matcher(header).region(at, header.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }
}
