package org.kongdee.rubric.rubric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Reading.Accepted;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.rubric.RubricVersion.Key;
import org.kongdee.rubric.rubric.Rubrics.Stored;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

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

    Stored get(String rubric, String version) {
        return rubrics.get(rubric, version);
    }

    Stored latest(String rubric) {
        return repository
                .findLatest(rubric)
                .map(Stored::of)
                .orElseThrow(
                        () ->
                                new NotFound(
                                        Message.of(
                                                "There is no published version of rubric '%s'.",
                                                rubric)));
    }

    Page<RubricVersionView> list(@Nullable String rubric, Paging paging) {
        return Lists.page(repository.inOrder(rubric), paging, RubricVersionView::of);
    }

    @Transactional
    void stream(@Nullable String rubric, Consumer<RubricVersionView> sink) {
        Lists.each(repository.inOrder(rubric), RubricVersionView::of, sink);
    }

    /** Checks a document and answers what storing it would. */
    RubricVersionView check(byte[] document) {
        return RubricVersionView.of(new RubricVersion(accepted(document), stamp()));
    }

    /**
     * Stores a document as a draft; the same content again changes nothing, other content goes by
     * PUT.
     */
    @Transactional
    Written<RubricVersionView> add(byte[] document) {
        var wanted = new RubricVersion(accepted(document), stamp());
        repository.lockAll();
        Optional<RubricVersion> there = repository.findByIdOptional(wanted.id());
        if (there.isEmpty()) {
            repository.persistAndFlush(wanted);
        } else if (!there.get().says(wanted)) {
            throw taken(there.get());
        }
        return written(there.orElse(wanted), there.isEmpty());
    }

    @Transactional
    Written<RubricVersionView> put(
            String rubric, String version, byte[] document, @Nullable IfMatch ifMatch) {
        Accepted<Rubric> accepted = accepted(document);
        Stamp stamp = stamp();
        var wanted = new RubricVersion(accepted, stamp);
        refuseOtherKey(rubric, version, wanted);
        Optional<RubricVersion> there = repository.findLocked(wanted.id());
        // What is published needs no If-Match to be told that it never changes.
        there.filter(found -> !found.says(wanted)).ifPresent(RubricVersion::refusePublished);
        RubricVersion now =
                repository.put(
                        there,
                        ifMatch,
                        found -> found.says(wanted),
                        () -> wanted,
                        found -> found.become(accepted, stamp));
        repository.write();
        return written(now, there.isEmpty());
    }

    @Transactional
    RubricVersionView publish(String rubric, String version) {
        RubricVersion draft = locked(rubric, version);
        draft.publish(stamp().at());
        return RubricVersionView.of(draft);
    }

    @Transactional
    void delete(String rubric, String version, @Nullable IfMatch ifMatch) {
        RubricVersion draft = locked(rubric, version);
        draft.refusePublished();
        IfMatch.require(ifMatch, draft.etag());
        repository.remove(draft);
    }

    private RubricVersion locked(String rubric, String version) {
        return repository
                .findLocked(new Key(rubric, version))
                .orElseThrow(() -> Rubrics.noSuch(rubric, version));
    }

    private static Accepted<Rubric> accepted(byte[] document) {
        return DocumentProblem.unlessAccepted(
                RubricDocument.parse(document), "invalid-rubric", Message.of("The document"));
    }

    private static void refuseOtherKey(String rubric, String version, RubricVersion wanted) {
        if (!wanted.rubric().equals(rubric)) {
            throw RuleBroken.at(
                    "key-mismatch",
                    "/rubric",
                    Message.of("The path says '%s'; so must the document.", rubric));
        }
        if (!wanted.version().equals(version)) {
            throw RuleBroken.at(
                    "key-mismatch",
                    "/version",
                    Message.of("The path says '%s'; so must the document.", version));
        }
    }

    private static Conflict taken(RubricVersion there) {
        return new Conflict(
                "rubric-version-exists",
                switch (there.status()) {
                    case DRAFT ->
                            Message.of(
                                    "Version '%s' of rubric '%s' is there as a draft with other content; replace it by PUT.",
                                    there.version(), there.rubric());
                    case PUBLISHED ->
                            Message.of(
                                    "Version '%s' of rubric '%s' is published with other content; write a new version.",
                                    there.version(), there.rubric());
                });
    }

    private static Written<RubricVersionView> written(RubricVersion version, boolean created) {
        return Written.of(RubricVersionView.of(version), created);
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject());
    }
}
