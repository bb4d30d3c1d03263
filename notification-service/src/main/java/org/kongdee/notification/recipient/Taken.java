package org.kongdee.notification.recipient;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.text.Message;

/**
 * What only one recipient may have: an address, since one is one person and one mail a day, and a
 * subject, by which a token finds its recipient.
 *
 * @param slug of the problem
 * @param field that it is about
 */
record Taken(String slug, String field) {

    static final Taken ADDRESS = new Taken("address-taken", "email");
    static final Taken SUBJECT = new Taken("subject-taken", "subject");

    private Fault by(String holder) {
        Message detail = Message.of("The %s is that of the recipient '%s'.", field, holder);
        return new Conflict(slug, detail, List.of(FieldError.at("/" + field, detail)));
    }

    /**
     * Whom among those that are to be written together it keeps from it, and why. Two may trade
     * what they have; of two that want the same the first gets it.
     *
     * @param value null if they have none
     * @param holders who has these values now, by value
     */
    static Map<String, Fault> among(
            Map<String, Recipient> wanted,
            Function<Recipient, @Nullable String> value,
            Function<Collection<String>, Map<String, String>> holders,
            Taken what) {
        Map<String, String> values = new LinkedHashMap<>();
        wanted.forEach(
                (key, recipient) -> {
                    String one = value.apply(recipient);
                    if (one != null) {
                        values.put(key, one);
                    }
                });
        Map<String, String> now = values.isEmpty() ? Map.of() : holders.apply(values.values());
        Map<String, Fault> refused = new HashMap<>();
        // Whoever is refused keeps what they have, which may refuse somebody else.
        for (boolean more = true; more; ) {
            more = false;
            Map<String, String> owners = new HashMap<>();
            now.forEach(
                    (one, holder) -> {
                        boolean leaves =
                                wanted.containsKey(holder)
                                        && !refused.containsKey(holder)
                                        && !one.equals(values.get(holder));
                        if (!leaves) {
                            owners.put(one, holder);
                        }
                    });
            for (Map.Entry<String, String> entry : values.entrySet()) {
                String key = entry.getKey();
                if (!refused.containsKey(key)) {
                    String owner = owners.putIfAbsent(entry.getValue(), key);
                    if (owner != null && !owner.equals(key)) {
                        refused.put(key, what.by(owner));
                        more = true;
                    }
                }
            }
        }
        return refused;
    }
}
