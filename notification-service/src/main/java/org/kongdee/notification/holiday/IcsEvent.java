package org.kongdee.notification.holiday;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Message;

/**
 * One event as the file has it.
 *
 * @param line where it begins
 * @param properties in their order
 * @param fault the first of its lines that can't be read; null if there is none
 */
record IcsEvent(int line, List<IcsProperty> properties, @Nullable NoDayOff fault) {

    IcsEvent {
        properties = List.copyOf(properties);
    }

    Stream<IcsProperty> all(String name) {
        return properties.stream().filter(property -> property.name().equals(name));
    }

    Optional<IcsProperty> first(String name) {
        return all(name).findFirst();
    }

    /**
     * @throws NoDayOff if it is there twice
     */
    Optional<IcsProperty> one(String name) {
        List<IcsProperty> found = all(name).toList();
        if (found.size() > 1) {
            throw new NoDayOff(found.get(1).line(), Message.of("it has a second %s", name));
        }
        return found.stream().findFirst();
    }

    /** Whether a property says this, in whatever letters. */
    boolean says(String name, String value) {
        return first(name).filter(found -> found.value().equalsIgnoreCase(value)).isPresent();
    }

    /** Null if it has none, or an empty one. */
    @Nullable String uid() {
        return first("UID").map(IcsProperty::text).filter(uid -> !uid.isEmpty()).orElse(null);
    }

    /** Empty if it has none. */
    String name() {
        return first("SUMMARY").map(IcsProperty::text).orElse("");
    }

    boolean isCancelled() {
        return says("STATUS", "CANCELLED") || says("STATUS", "CANCELED");
    }
}
