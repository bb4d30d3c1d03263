package org.kongdee.notification.holiday;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a file hold: of those with one UID (and RECURRENCE-ID) the ones of the highest
 * SEQUENCE, without those that are cancelled. Several of one SEQUENCE all hold, since there are
 * programs that give one UID to everything.
 *
 * @param latest in the order of the file; cancelled ones only where they cancel an occurrence
 * @param cancelled how many are left out or cancel an occurrence
 * @param revised how many have a later revision
 * @param doubled how many share their UID with another that holds
 */
record Revisions(List<IcsEvent> latest, int cancelled, int revised, int doubled) {

    /** What is revised together: an event, or one occurrence of it. */
    private record Key(String uid, @Nullable String occurrence) {}

    static Revisions of(List<IcsEvent> events) {
        Map<Key, Integer> highest = new HashMap<>();
        for (IcsEvent event : events) {
            Key key = key(event);
            if (key != null) {
                highest.merge(key, sequence(event), Math::max);
            }
        }
        List<IcsEvent> latest = events.stream().filter(event -> isLatest(event, highest)).toList();
        return withoutCancelled(latest, events.size() - latest.size());
    }

    private static boolean isLatest(IcsEvent event, Map<Key, Integer> highest) {
        Key key = key(event);
        return key == null || sequence(event) == highest.getOrDefault(key, 0);
    }

    private static Revisions withoutCancelled(List<IcsEvent> latest, int revised) {
        Map<Key, Integer> held = new HashMap<>();
        Set<String> gone = new HashSet<>();
        for (IcsEvent event : latest) {
            Key key = key(event);
            if (key != null && event.isCancelled() && key.occurrence() == null) {
                gone.add(key.uid());
            } else if (key != null) {
                held.merge(key, 1, Integer::sum);
            }
        }
        held.keySet().stream()
                .filter(key -> key.occurrence() == null)
                .forEach(key -> gone.remove(key.uid()));
        List<IcsEvent> holding = new ArrayList<>();
        int cancelled = 0;
        for (IcsEvent event : latest) {
            Key key = key(event);
            boolean ofSeries = key != null && key.occurrence() != null;
            boolean withSeries = key != null && ofSeries && gone.contains(key.uid());
            if (event.isCancelled() || withSeries) {
                cancelled++;
            }
            if (!withSeries && (ofSeries || !event.isCancelled())) {
                holding.add(event);
            }
        }
        int doubled = held.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
        return new Revisions(holding, cancelled, revised, doubled);
    }

    private static @Nullable Key key(IcsEvent event) {
        String uid = event.uid();
        return uid == null
                ? null
                : new Key(uid, event.first("RECURRENCE-ID").map(IcsProperty::value).orElse(null));
    }

    private static int sequence(IcsEvent event) {
        return event.first("SEQUENCE")
                .map(IcsProperty::value)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
    }
}
