package org.kongdee.rubric.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.catalog.RubricRepository.Stored;
import org.kongdee.rubric.catalog.RubricVersion.Status;
import org.kongdee.rubric.document.Fault;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.problem.StaleVersion;
import org.kongdee.web.security.Caller;

/** Imports, replaces and publishes rubrics. */
@ApplicationScoped
class RubricService {

    private final RubricRepository repository;
    private final Rubrics rubrics;
    private final Caller caller;
    private final Clock clock;

    RubricService(RubricRepository repository, Rubrics rubrics, Caller caller, Clock clock) {
        this.repository = repository;
        this.rubrics = rubrics;
        this.caller = caller;
        this.clock = clock;
    }

    /** A document that has been read and may be stored. */
    private record Draft(RubricVersion head, String document) {}

    Stored get(String rubric, String version) {
        return rubrics.stored(rubric, version);
    }

    Stored latest(String rubric) {
        return repository
                .findLatest(rubric)
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "There is no published version of rubric '%s'."
                                                .formatted(rubric)));
    }

    @Transactional
    Page<RubricVersion> list(@Nullable String rubric, Paging paging) {
        return Page.of(
                repository.page(rubric, paging.offset(), paging.size()),
                paging,
                repository.count(rubric));
    }

    @Transactional
    void stream(Consumer<RubricVersion> sink) {
        repository.forEach(sink);
    }

    /** Checks a document and answers what storing it would. */
    RubricVersion check(byte[] document) {
        return draft(document).head();
    }

    /**
     * Stores a document as a draft; the same content again changes nothing, other content goes by
     * PUT.
     */
    @Transactional
    Written<RubricVersion> add(byte[] document) {
        Draft draft = draft(document);
        RubricVersion head = draft.head();
        if (repository.insert(head, draft.document(), caller.subject())) {
            return new Written<>(head, ETags.of(head.hash()), true);
        }
        RubricVersion there = rubrics.stored(head.rubric(), head.version()).head();
        if (!there.hash().equals(head.hash())) {
            throw new Conflict(
                    "rubric-version-exists",
                    "Version '%s' of rubric '%s' is there with other content (%s); %s."
                            .formatted(
                                    head.version(),
                                    head.rubric(),
                                    there.status(),
                                    there.status() == Status.DRAFT
                                            ? "replace the draft by PUT"
                                            : "use a new version"));
        }
        return new Written<>(there, ETags.of(there.hash()), false);
    }

    @Transactional
    Written<RubricVersion> put(
            String rubric, String version, byte[] document, @Nullable IfMatch ifMatch) {
        Draft draft = draft(document);
        RubricVersion head = draft.head();
        refuseOtherKey(rubric, version, head);
        Optional<Stored> stored = rubrics.find(rubric, version);
        if (stored.isEmpty()) {
            IfMatch.refuseMissing(ifMatch);
            if (!repository.insert(head, draft.document(), caller.subject())) {
                throw changedMeanwhile();
            }
            return new Written<>(head, ETags.of(head.hash()), true);
        }
        RubricVersion there = stored.get().head();
        String etag = ETags.of(there.hash());
        if (there.hash().equals(head.hash())) {
            IfMatch.refuseStale(ifMatch, etag);
            return new Written<>(there, etag, false);
        }
        refusePublished(there);
        IfMatch.require(ifMatch, etag);
        if (!repository.replace(head, draft.document(), there.hash(), caller.subject())) {
            throw changedMeanwhile();
        }
        return new Written<>(head, ETags.of(head.hash()), false);
    }

    @Transactional
    RubricVersion publish(String rubric, String version) {
        RubricVersion there = rubrics.stored(rubric, version).head();
        refusePublished(there);
        if (!repository.publish(rubric, version, clock.instant())) {
            throw changedMeanwhile();
        }
        return repository.find(rubric, version).orElseThrow().head();
    }

    @Transactional
    void delete(String rubric, String version, @Nullable IfMatch ifMatch) {
        RubricVersion there = rubrics.stored(rubric, version).head();
        refusePublished(there);
        IfMatch.require(ifMatch, ETags.of(there.hash()));
        if (repository.isUsed(rubric, version)) {
            throw new Conflict("rubric-in-use", "A cycle is made of this version; it stays.");
        }
        if (!repository.delete(rubric, version, there.hash())) {
            throw changedMeanwhile();
        }
    }

    private Draft draft(byte[] document) {
        return switch (RubricDocument.parse(document)) {
            case RubricDocument.Accepted(var rubric, var warnings) ->
                    new Draft(head(rubric, warnings), RubricDocument.toJson(rubric));
            case RubricDocument.Refused(var faults) ->
                    throw new RuleBroken(
                            "invalid-rubric",
                            "The document has %d fault%s."
                                    .formatted(faults.size(), faults.size() == 1 ? "" : "s"),
                            faults.stream()
                                    .map(
                                            fault ->
                                                    FieldError.at(
                                                            fault.path(),
                                                            fault.line(),
                                                            fault.column(),
                                                            fault.message()))
                                    .toList());
        };
    }

    private RubricVersion head(Rubric rubric, List<Fault> warnings) {
        return new RubricVersion(
                rubric.code(),
                rubric.version(),
                Status.DRAFT,
                rubric.title(),
                RubricDocument.hash(rubric),
                rubric.criteria().size(),
                Exact.plain(rubric.max()),
                rubric.criteria().stream()
                        .mapToInt(criterion -> criterion.milestones().size())
                        .sum(),
                warnings,
                clock.instant(),
                null);
    }

    private static void refuseOtherKey(String rubric, String version, RubricVersion head) {
        if (!head.rubric().equals(rubric)) {
            throw RuleBroken.at(
                    "key-mismatch",
                    "/rubric",
                    "The path says '%s'; so must the document.".formatted(rubric));
        }
        if (!head.version().equals(version)) {
            throw RuleBroken.at(
                    "key-mismatch",
                    "/version",
                    "The path says '%s'; so must the document.".formatted(version));
        }
    }

    private static void refusePublished(RubricVersion there) {
        if (there.status() == Status.PUBLISHED) {
            throw new Conflict(
                    "rubric-published",
                    "Version '%s' of rubric '%s' is published and never changes; write a new version."
                            .formatted(there.version(), there.rubric()));
        }
    }

    private static StaleVersion changedMeanwhile() {
        return new StaleVersion("Somebody else changed it at the same moment; read it again.");
    }
}
