package org.kongdee.notification.recipient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.recipient.RecipientRepository.RecipientFilter;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.JsonFaults;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.Problems;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Language;

/** Recipients: one by one, and in bulk where each line answers for itself. */
@ApplicationScoped
public class RecipientService {

    static final int MAX_LINES = 20_000;

    private static final int LONGEST_PAUSE_DAYS = 366;
    private static final Pattern KEY = Pattern.compile(PutRecipient.KEY);

    private final RecipientRepository repository;
    private final ObjectMapper mapper;
    private final Validator validator;
    private final Caller caller;
    private final Clock clock;

    RecipientService(
            RecipientRepository repository,
            ObjectMapper mapper,
            Validator validator,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.mapper = mapper;
        this.validator = validator;
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
                caller.seesOwnUnitOnly()
                        ? new RecipientFilter(
                                caller.unit().orElse(""), filter.section(), filter.role())
                        : filter;
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

    /** Lines of CSV after its header. */
    @Transactional
    BulkOutcome putCsv(String csv, Language language) {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty()) {
            throw new Malformed(
                    "malformed-body", "The body is empty; CSV with a header is expected.");
        }
        RecipientCsv reader = RecipientCsv.withHeader(lines.getFirst());
        List<Supplier<JsonNode>> sources = new ArrayList<>();
        lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .forEach(line -> sources.add(() -> reader.json(line)));
        return putAll(sources, language);
    }

    @Transactional
    BulkOutcome putJson(List<JsonNode> items, Language language) {
        return putAll(
                items.stream().<Supplier<JsonNode>>map(item -> () -> item).toList(), language);
    }

    private BulkOutcome putAll(List<Supplier<JsonNode>> sources, Language language) {
        if (sources.size() > MAX_LINES) {
            throw new TooLarge("too-large", "At most %d recipients at once.".formatted(MAX_LINES));
        }
        Map<String, Recipient> good = new LinkedHashMap<>();
        List<BulkOutcome.Line> outcomes = new ArrayList<>();
        for (Supplier<JsonNode> source : sources) {
            int line = outcomes.size() + 1;
            try {
                Recipient recipient = read(source.get());
                if (good.putIfAbsent(recipient.id(), recipient) != null) {
                    throw RuleBroken.at(
                            "duplicate-line",
                            "/recipient",
                            "'%s' stands in an earlier line of this request."
                                    .formatted(recipient.id()));
                }
                outcomes.add(new BulkOutcome.Line(line, 201, recipient.id(), null));
            } catch (Fault fault) {
                var problem = Problems.problem(fault, language, "/v1/recipients");
                outcomes.add(new BulkOutcome.Line(line, problem.status(), null, problem));
            }
        }
        Set<String> existing = repository.existing(good.keySet());
        repository.put(good.values(), caller.subject());
        return BulkOutcome.of(
                outcomes.stream()
                        .map(
                                o ->
                                        o.recipient() != null && existing.contains(o.recipient())
                                                ? new BulkOutcome.Line(
                                                        o.line(), 200, o.recipient(), null)
                                                : o)
                        .toList());
    }

    private Recipient read(JsonNode line) {
        if (!(line instanceof ObjectNode object)) {
            throw new Malformed("malformed-body", "A recipient is an object.");
        }
        ObjectNode rest = object.deepCopy();
        JsonNode key = rest.remove("recipient");
        if (key == null || !key.isTextual() || !KEY.matcher(key.textValue()).matches()) {
            throw new Malformed(
                    "bad-request",
                    "The line breaks the contract.",
                    List.of(
                            FieldError.at(
                                    "/recipient",
                                    "recipient has small letters, digits, dots, hyphens and underscores, such as slk-legal-head")));
        }
        PutRecipient command = parse(rest);
        List<FieldError> errors =
                validator.validate(command).stream()
                        .map(v -> FieldError.at(pointer(v.getPropertyPath()), v.getMessage()))
                        .sorted(java.util.Comparator.comparing(FieldError::detail))
                        .toList();
        if (!errors.isEmpty()) {
            throw new Malformed("bad-request", "The line breaks the contract.", errors);
        }
        Recipient recipient = command.named(key.textValue());
        checkPause(recipient);
        return recipient;
    }

    /** {@code sections[1].<list element>} is {@code /sections/1}. */
    private static String pointer(jakarta.validation.Path path) {
        StringBuilder pointer = new StringBuilder();
        for (jakarta.validation.Path.Node node : path) {
            boolean element = node.getKind() == jakarta.validation.ElementKind.CONTAINER_ELEMENT;
            pointer.append('/').append(element ? node.getIndex() : node.getName());
        }
        return pointer.toString();
    }

    private PutRecipient parse(ObjectNode json) {
        try {
            return mapper.treeToValue(json, PutRecipient.class);
        } catch (JsonProcessingException e) {
            throw JsonFaults.fault(e);
        }
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
