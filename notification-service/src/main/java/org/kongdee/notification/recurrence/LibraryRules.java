package org.kongdee.notification.recurrence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where ical4j counts other days than RFC 5545 has. What can be said so that it counts right is
 * said; what cannot is to be refused.
 */
public final class LibraryRules {

    private static final Pattern NUMBERED = Pattern.compile(".*\\d.*");
    private static final List<String> ODD = List.of("BYWEEKNO", "BYYEARDAY");

    private LibraryRules() {}

    /** Two parts of a rule that it counts otherwise together. */
    public record Pair(String one, String other) {}

    /**
     * The parts of a rule such as {@code FREQ=MONTHLY;BYMONTHDAY=30}, by their names; what is no
     * part is left out.
     */
    public static Map<String, String> parts(String rule) {
        var parts = new LinkedHashMap<String, String>();
        for (String part : rule.split(";", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                parts.put(pair[0].strip(), pair[1].strip());
            }
        }
        return parts;
    }

    public static String text(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    /** Says what goes without saying, and what the library takes for something else. */
    public static void complete(Map<String, String> parts) {
        parts.putIfAbsent("WKST", "MO");
        if ("YEARLY".equals(parts.get("FREQ")) && parts.containsKey("BYMONTHDAY")) {
            parts.putIfAbsent("BYMONTH", "1,2,3,4,5,6,7,8,9,10,11,12");
        }
    }

    /** The first two parts that are counted otherwise together; empty if none are. */
    public static Optional<Pair> countedOtherwise(Map<String, String> parts) {
        boolean weekly = "WEEKLY".equals(parts.get("FREQ"));
        boolean numbered = NUMBERED.matcher(parts.getOrDefault("BYDAY", "")).matches();
        var pairs = new LinkedHashMap<Pair, Boolean>();
        pairs.put(new Pair("BYMONTH", "BYDAY"), weekly);
        pairs.put(new Pair("BYDAY", "BYSETPOS"), weekly);
        pairs.put(new Pair("BYMONTHDAY", "BYDAY"), numbered);
        for (String odd : ODD) {
            pairs.put(new Pair(odd, "BYDAY"), numbered);
            pairs.put(new Pair(odd, "BYMONTH"), true);
            pairs.put(new Pair(odd, "BYMONTHDAY"), true);
        }
        pairs.put(new Pair("BYWEEKNO", "BYYEARDAY"), true);
        return pairs.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(pair -> parts.containsKey(pair.one) && parts.containsKey(pair.other))
                .findFirst();
    }
}
