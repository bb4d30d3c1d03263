package org.kongdee.notification.recipient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.recipient.RecipientRepository.RecipientFilter;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;

/** Recipients: one by one, and in bulk where each line answers for itself. */
@ApplicationScoped
public class RecipientService {

    static final int MOST_LINES = 20_000;

    private static final int LONGEST_PAUSE_DAYS = 366;
    private static final Pattern KEY = Pattern.compile(PutRecipient.KEY);

    private final RecipientRepository repository;
    private final Bulk bulk;
    private final Caller caller;
    private final Clock clock;

    RecipientService(RecipientRepository repository, Bulk bulk, Caller caller, Clock clock) {
        this.repository = repository;
        this.bulk = bulk;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a PUT did. */
    record Put(StoredRecipient recipient, boolean created) {}

    @Transactional
    Put put(String key, PutRecipient command, @Nullable IfMatch ifMatch) {
        Recipient recipient = command.named(key);
        checkPause(recipient);
        var present = repository.lock(key);
        if (present.isEmpty()) {
            IfMatch.refuseMissing(ifMatch);
        } else if (present.get().recipient().equals(recipient)) {
            IfMatch.refuseStale(ifMatch, present.get().etag());
            return new Put(present.get(), false);
        } else {
            IfMatch.require(ifMatch, present.get().etag());
        }
        repository.put(List.of(recipient), caller.subject());
        return new Put(get(key), present.isEmpty());
    }

    @Transactional
    StoredRecipient get(String key) {
        return repository
                .stored(key)
                .filter(
                        stored ->
                                !caller.seesOwnUnitOnly() || caller.isOf(stored.recipient().unit()))
                .orElseThrow(() -> NotFound.of("recipient", key));
    }

    @Transactional
    Page<RecipientView> list(RecipientFilter filter, Paging paging) {
        RecipientFilter visible =
                caller.seesOwnUnitOnly() ? filter.ofUnit(caller.unit().orElse("")) : filter;
        return Page.of(
                repository.list(visible, paging.size(), paging.offset()).stream()
                        .map(RecipientView::of)
                        .toList(),
                paging,
                repository.count(visible));
    }

    @Transactional
    void delete(String key, @Nullable IfMatch ifMatch) {
        StoredRecipient present =
                repository.lock(key).orElseThrow(() -> NotFound.of("recipient", key));
        IfMatch.require(ifMatch, present.etag());
        repository.delete(key);
    }

    @Transactional
    List<Outcome> putAll(List<Line<ObjectNode>> lines) {
        Map<String, Recipient> good = new LinkedHashMap<>();
        List<Line<Recipient>> read = lines.stream().map(line -> read(line, good)).toList();
        Set<String> existing = repository.existing(good.keySet());
        repository.put(good.values(), caller.subject());
        return read.stream().map(line -> outcome(line, existing)).toList();
    }

    private static Outcome outcome(Line<Recipient> line, Set<String> existing) {
        return switch (line) {
            case Line.Unreadable<Recipient>(int number, Fault fault) ->
                    Outcome.rejected(number, fault);
            case Line.Readable<Recipient>(int number, Recipient recipient) ->
                    Outcome.accepted(
                            number,
                            existing.contains(recipient.id()) ? 200 : 201,
                            Map.of("recipient", recipient.id()));
        };
    }

    /** Reads a line and puts it to the earlier good ones. */
    private Line<Recipient> read(Line<ObjectNode> line, Map<String, Recipient> good) {
        return switch (line) {
            case Line.Unreadable<ObjectNode>(int number, Fault fault) ->
                    new Line.Unreadable<>(number, fault);
            case Line.Readable<ObjectNode>(int number, ObjectNode object) -> {
                try {
                    Recipient recipient = recipient(object);
                    if (good.putIfAbsent(recipient.id(), recipient) != null) {
                        throw RuleBroken.at(
                                "duplicate-line",
                                "/recipient",
                                "An earlier line is for the same recipient.");
                    }
                    yield new Line.Readable<>(number, recipient);
                } catch (Fault fault) {
                    yield new Line.Unreadable<>(number, fault);
                }
            }
        };
    }

    /** A line is what a PUT takes, with the key beside it. */
    private Recipient recipient(ObjectNode line) {
        JsonNode key = line.path("recipient");
        if (!key.isTextual() || !KEY.matcher(key.textValue()).matches()) {
            throw new Malformed(
                    "bad-request",
                    "The request breaks a constraint of the contract.",
                    List.of(FieldError.at("/recipient", PutRecipient.KEY_MESSAGE)));
        }
        ObjectNode content = line.deepCopy().without("recipient");
        Recipient recipient = bulk.value(content, PutRecipient.class).named(key.textValue());
        checkPause(recipient);
        return recipient;
    }

    /** Nobody is silenced for good by a pause: it ends. */
    private void checkPause(Recipient recipient) {
        LocalDate until = recipient.pausedUntil();
        LocalDate latest =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(LONGEST_PAUSE_DAYS);
        if (until != null && until.isAfter(latest)) {
            throw RuleBroken.at(
                    "pause-too-long",
                    "/pausedUntil",
                    "A pause ends within %d days, here by %s."
                            .formatted(LONGEST_PAUSE_DAYS, latest));
        }
    }
}
