package org.kongdee.evidence.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Registers collections, and tells other features what they are. */
@ApplicationScoped
public class CollectionService {

    private final CollectionRepository repository;
    private final FiledEvidence filed;
    private final ChangeRepository changes;
    private final Caller caller;
    private final Clock clock;

    CollectionService(
            CollectionRepository repository,
            FiledEvidence filed,
            ChangeRepository changes,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.filed = filed;
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Written<CollectionView> put(String code, PutCollection wanted, @Nullable IfMatch ifMatch) {
        if (wanted.period().start().isAfter(wanted.period().end())) {
            throw RuleBroken.at(
                    "out-of-order",
                    "/period/end",
                    Message.of(
                            "The period ends on %s, before its start on %s; its end is that day or later.",
                            wanted.period().end(), wanted.period().start()));
        }
        refuseDuplicates(wanted);
        return repository
                .put(
                        code,
                        ifMatch,
                        there -> there.says(wanted),
                        () -> new Collection(code, wanted, stamp()),
                        there -> change(there, wanted))
                .map(CollectionView::of);
    }

    private void change(Collection there, PutCollection wanted) {
        refuseHomeless(filed.homeless(there.code(), wanted.wantedSlots()));
        if (!there.period().equals(wanted.period())) {
            changes.touchAll(there.code());
        }
        there.become(wanted, stamp());
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject());
    }

    private static void refuseDuplicates(PutCollection wanted) {
        refuseDuplicates(
                "/slots",
                wanted.slots(),
                PutSlot::code,
                code ->
                        Message.of(
                                "The slot '%s' stands twice; a code stands once in a collection.",
                                code));
        for (int i = 0; i < wanted.slots().size(); i++) {
            refuseDuplicates(
                    "/slots/%d/kinds".formatted(i),
                    wanted.slots().get(i).kinds(),
                    Kind::code,
                    code ->
                            Message.of(
                                    "The kind '%s' stands twice; a code stands once in a slot.",
                                    code));
        }
    }

    private static <T> void refuseDuplicates(
            String pointer,
            List<T> all,
            Function<T, String> code,
            Function<String, Message> refusal) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!codes.add(code.apply(all.get(i)))) {
                throw RuleBroken.at(
                        "duplicate-code",
                        "%s/%d/code".formatted(pointer, i),
                        refusal.apply(code.apply(all.get(i))));
            }
        }
    }

    private static void refuseHomeless(List<Message> homeless) {
        if (!homeless.isEmpty()) {
            Message detail =
                    Message.of(
                            "There is evidence that would have no place: %s.",
                            homeless.stream()
                                    .reduce((a, b) -> Message.of("%s; %s", a, b))
                                    .orElseThrow());
            throw new Conflict(
                    "evidence-in-the-way", detail, List.of(FieldError.at("/slots", detail)));
        }
    }

    Page<CollectionView> list(Paging paging) {
        return Lists.page(repository.inOrder(), paging, CollectionView::of);
    }

    void each(Consumer<CollectionView> each) {
        repository.whole().stream().map(CollectionView::of).forEach(each);
    }

    Versioned<CollectionView> read(String code) {
        Collection found = find(code);
        return Versioned.of(CollectionView.of(found));
    }

    public CollectionView get(String code) {
        return CollectionView.of(find(code));
    }

    public ReviewMode reviewMode(String code) {
        return find(code).review();
    }

    private Collection find(String code) {
        return repository.findByIdOptional(code).orElseThrow(() -> unknown(code));
    }

    /** Where only that it is there matters. */
    public void mustExist(String code) {
        if (!repository.exists(code)) {
            throw unknown(code);
        }
    }

    /** Whether it takes evidence, until the transaction ends: nobody closes it meanwhile. */
    public CollectionStatus heldStatus(String code) {
        return hold(code).status();
    }

    Collection hold(String code) {
        return repository.findHeld(code).orElseThrow(() -> unknown(code));
    }

    /** Held, so that two who change what belongs to it come one after the other. */
    void lock(String code) {
        if (repository.findLocked(code).isEmpty()) {
            throw unknown(code);
        }
    }

    private static NotFound unknown(String code) {
        return NotFound.of("collection", code);
    }
}
