package org.kongdee.notification.recipient;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.message.MessageState;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Role;
import org.kongdee.web.entity.KeptRepository;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.entity.Stamp;

/** The table {@code recipient}. */
@ApplicationScoped
public class RecipientRepository implements KeptRepository<StoredRecipient, String> {

    private static final Sort ORDER = Sort.by("recipient");

    /** How many keys stand in one query. */
    private static final int MOST_KEYS = 1000;

    /** Everybody. */
    public List<Recipient> everybody() {
        var all = new ArrayList<Recipient>();
        Lists.each(findAll(ORDER), StoredRecipient::recipient, all::add);
        return all;
    }

    public Optional<Recipient> recipient(String key) {
        return findByIdOptional(key).map(StoredRecipient::recipient);
    }

    /** The same, and nobody else changes them or what is theirs until the transaction ends. */
    public Optional<Recipient> held(String key) {
        return findLocked(key).map(StoredRecipient::recipient);
    }

    /** Those of the named recipients who are there, by name. */
    public Map<String, Recipient> named(Collection<String> keys) {
        return findAll(keys).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, found -> found.getValue().recipient()));
    }

    /**
     * Quiet for somebody who asked for it by a link; whether that is news. To ask again while it
     * lasts changes nothing.
     */
    public boolean pause(String key, LocalDate today, LocalDate until, Stamp stamp) {
        return refreshed(key).filter(found -> found.pause(today, until, stamp)).isPresent();
    }

    /** Ends what was asked for by a link; whether there was anything. */
    public boolean resume(String key, LocalDate today, Stamp stamp) {
        return refreshed(key).filter(found -> found.resume(today, stamp)).isPresent();
    }

    /** Whether they are left alone because they asked for it by a link. */
    public boolean isPausedByLink(String key, LocalDate today) {
        return findByIdOptional(key).filter(found -> found.isPausedByLink(today)).isPresent();
    }

    /** As it is now, and nobody else changes it; whoever has left meanwhile is not found. */
    private Optional<StoredRecipient> refreshed(String key) {
        Optional<StoredRecipient> found = findByIdOptional(key);
        found.ifPresent(one -> getEntityManager().refresh(one, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    Map<String, StoredRecipient> findAll(Collection<String> keys) {
        return keys.stream()
                .gather(Gatherers.windowFixed(MOST_KEYS))
                .flatMap(some -> list("recipient in ?1", some).stream())
                .collect(toMap(StoredRecipient::key, one -> one));
    }

    /**
     * Keeps every other writer away until the transaction ends; for writing many at once. Who locks
     * a single recipient waits too, so that nobody holds one that is to be written here.
     */
    void lockAll() {
        getEntityManager()
                .createNativeQuery("lock table recipient in exclusive mode")
                .executeUpdate();
    }

    /** Who holds one of these addresses, by the address in small letters. */
    Map<String, String> holdersOfEmails(Collection<String> emails) {
        return holders("emailKey", emails);
    }

    /** Who has one of these subjects, by the subject. */
    Map<String, String> holdersOfSubjects(Collection<String> subjects) {
        return holders("subject", subjects);
    }

    private Map<String, String> holders(String field, Collection<String> values) {
        String query =
                "select r.%s, r.recipient from StoredRecipient r where r.%s in :values"
                        .formatted(field, field);
        return values.stream()
                .distinct()
                .gather(Gatherers.windowFixed(MOST_KEYS))
                .flatMap(
                        some ->
                                getEntityManager()
                                        .createQuery(query, Object[].class)
                                        .setParameter("values", some)
                                        .getResultStream())
                .collect(toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Two who want the same address or subject at once come one after the other. */
    void queueFor(Recipient wanted) {
        lock("email " + wanted.email().toLowerCase(Locale.ROOT));
        if (wanted.subject() != null) {
            lock("subject " + wanted.subject());
        }
    }

    private void lock(String name) {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended(:name, 0))", Object.class)
                .setParameter("name", name)
                .getResultList();
    }

    public Optional<Recipient> withSubject(String subject) {
        return find("subject", subject).firstResultOptional().map(StoredRecipient::recipient);
    }

    /** Those of the unit. */
    public List<Recipient> of(String unit) {
        return matching(new RecipientFilter(unit, null, null, false)).list().stream()
                .map(StoredRecipient::recipient)
                .toList();
    }

    PanacheQuery<StoredRecipient> matching(RecipientFilter filter) {
        return find(
                RecipientFilter.WHERE,
                ORDER,
                Parameters.with("post", filter.path())
                        .and("wanted", filter.wanted())
                        .and("failing", filter.failing())
                        .and("failed", MessageState.FAILED));
    }

    /** Which recipients a list shows; null means any. */
    record RecipientFilter(
            @Nullable String unit, @Nullable String section, @Nullable Role role, boolean failing) {

        /** Failing is whose last mail to the present address was refused for good. */
        static final String WHERE =
                """
                from StoredRecipient r
                where cast(sql('jsonb_path_exists(?, cast(? as jsonpath), cast(? as jsonb))', r.posts, :post, :wanted) as Boolean) = true
                  and (:failing = false or :failed = (
                       select m.state from Message m
                        where m.recipient = r.recipient and m.email = r.email and m.kind = DIGEST
                          and m.state in (SENT, FAILED)
                        order by m.passDate desc limit 1))
                """;

        RecipientFilter ofUnit(String only) {
            return new RecipientFilter(only, section, role, failing);
        }

        /** The posts that match; all conditions are of the same one. */
        String path() {
            List<String> conditions = new ArrayList<>(List.of("exists(@.unit)"));
            if (unit != null) {
                conditions.add("@.unit == $unit");
            }
            if (section != null) {
                conditions.add("(@.sections.size() == 0 || @.sections[*] == $section)");
            }
            if (role != null) {
                conditions.add("@.role == $role");
            }
            return "$[*] ? (" + String.join(" && ", conditions) + ")";
        }

        String wanted() {
            ObjectNode wanted = JsonNodeFactory.instance.objectNode();
            wanted.put("unit", unit).put("section", section);
            wanted.put("role", role == null ? null : role.name());
            return wanted.toString();
        }
    }
}
