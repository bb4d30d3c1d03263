package org.kongdee.evidence.item;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.CollectionDays;
import org.kongdee.evidence.item.HistoryDetail.Correction;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.SearchText;

/**
 * One version of a piece of evidence. Its verbs do what may be done with it now and refuse the
 * rest. It is filed by {@link NewItemRepository}.
 */
@Entity
@DynamicUpdate
class Item extends Kept {

    @Id private UUID id;
    private String collection;
    private String unit;
    private String slot;
    private String kind;
    private @Nullable String channel;
    private @Nullable String section;
    private String title;
    private String description;
    private LocalDate date;
    @Embedded private @Nullable Coverage coverage;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(Immutability.class)
    private List<String> fields;

    private @Nullable String link;
    @Embedded private @Nullable LinkState linkState;

    @OneToMany(cascade = CascadeType.DETACH)
    @JoinColumn(name = "item", insertable = false, updatable = false)
    @OrderBy("id.number")
    @BatchSize(size = 200)
    private List<ItemFile> files;

    @Enumerated(EnumType.STRING)
    private ItemStatus status;

    private int version;
    private @Nullable UUID replaces;
    private @Nullable UUID firstVersion;

    /** The version by whose acceptance it ceased to count; null if it never did so. */
    private @Nullable UUID outdoneBy;

    private String uploadedBy;
    private @Nullable String uploadedByName;
    private Instant uploadedAt;
    @Embedded private @Nullable Review review;
    @Embedded private @Nullable Purge purge;

    /** What is searched, by the database alone: title, description, file names and link. */
    @SuppressWarnings("unused")
    private String search;

    @Formula(
            "(select jsonb_build_object('start', c.period_start, 'end', c.period_end, 'timeZone', c.time_zone)"
                    + " from collection c where c.code = collection)")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CollectionDays days;

    @Formula(AlsoFiled.OF_ITEM)
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<AlsoFiled> alsoFiled;

    /** For Hibernate. */
    protected Item() {}

    /**
     * @return what is different now, from what and to what
     */
    HistoryDetail correct(String wantedTitle, String wantedDescription, Stamp stamp) {
        mustBeChangeable();
        if (status != ItemStatus.PENDING) {
            throw wrong(
                    Message.of(
                            "The item is %s; what was reviewed is changed by a new version.",
                            status));
        }
        HistoryDetail different =
                HistoryDetail.corrected(
                        correction(title, wantedTitle), correction(description, wantedDescription));
        if (!different.equals(HistoryDetail.NONE)) {
            title = wantedTitle;
            description = wantedDescription;
            search =
                    SearchText.of(
                            Stream.concat(
                                    Stream.of(title, description, link == null ? "" : link),
                                    files.stream().flatMap(ItemFile::names)));
            changed(stamp);
        }
        return different;
    }

    private static @Nullable Correction correction(String from, String to) {
        return from.equals(to) ? null : new Correction(from, to);
    }

    void mustBeChangeable() {
        mustNotBePurged();
        if (status == ItemStatus.WITHDRAWN || status == ItemStatus.SUPERSEDED) {
            throw wrong(Message.of("The item is %s and stays as it is.", status));
        }
    }

    void withdraw(Stamp stamp) {
        mustNotBePurged();
        if (status == ItemStatus.WITHDRAWN || status == ItemStatus.SUPERSEDED) {
            throw wrong(Message.of("The item is %s already.", status));
        }
        become(ItemStatus.WITHDRAWN, stamp);
    }

    /** A newer version takes its place. */
    void supersede(Stamp stamp) {
        become(ItemStatus.SUPERSEDED, stamp);
    }

    /** It counted until a newer version was accepted. */
    void outdo(Item by, Stamp stamp) {
        outdoneBy = by.id;
        supersede(stamp);
    }

    /** Whether it would count, had {@code other} not been accepted; what is purged never does. */
    boolean wasOutdoneBy(Item other) {
        return status == ItemStatus.SUPERSEDED && purge == null && other.id.equals(outdoneBy);
    }

    /** The version that had taken its place is no longer accepted. */
    void countAgain(Stamp stamp) {
        outdoneBy = null;
        become(ItemStatus.ACCEPTED, stamp);
    }

    void accept(@Nullable String note, Stamp stamp) {
        mustWait();
        for (ItemFile file : files) {
            if (!file.isGiven()) {
                throw new Conflict(
                        "file-not-clean",
                        Message.of(
                                "File %d is %s; an item is accepted when all its files are CLEAN or UNSCANNED.",
                                file.number(), file.status()));
            }
        }
        decide(ItemStatus.ACCEPTED, note, stamp);
    }

    void reject(@Nullable String note, Stamp stamp) {
        mustWait();
        if (note == null) {
            throw RuleBroken.at(
                    "review-note-missing",
                    "/note",
                    Message.of("Who rejects an item says why, in note."));
        }
        decide(ItemStatus.REJECTED, note, stamp);
    }

    void mustBeDecided() {
        mustNotBePurged();
        if (status != ItemStatus.ACCEPTED && status != ItemStatus.REJECTED) {
            throw wrong(
                    Message.of(
                            "The item is %s; only what is ACCEPTED or REJECTED is reopened.",
                            status));
        }
    }

    /** What was decided of it is taken back; who decided and why stays in its history. */
    void reopen(@Nullable String note, Stamp stamp) {
        mustBeDecided();
        if (note == null) {
            throw RuleBroken.at(
                    "review-note-missing",
                    "/note",
                    Message.of("Who takes a decision back says why, in note."));
        }
        review = null;
        become(ItemStatus.PENDING, stamp);
    }

    private void decide(ItemStatus decision, @Nullable String note, Stamp stamp) {
        review = new Review(stamp.by(), stamp.byName(), stamp.at(), note);
        become(decision, stamp);
    }

    /** Loses all that came from the uploader; places, dates, sizes, who and why are kept. */
    void purge(String reason, Stamp stamp) {
        mustNotBePurged();
        purge = new Purge(stamp.by(), stamp.byName(), stamp.at(), reason);
        title = "";
        description = "";
        search = "";
        fields = List.of();
        link = null;
        linkState = null;
        files.forEach(ItemFile::purge);
        become(status.isLive() ? ItemStatus.WITHDRAWN : status, stamp);
    }

    /**
     * Its link was looked at.
     *
     * @return how it was before
     */
    LinkStatus linkFound(LinkState found, Stamp stamp) {
        LinkStatus before = linkState == null ? LinkStatus.UNCHECKED : linkState.status();
        linkState = found;
        changed(stamp);
        return before;
    }

    private void become(ItemStatus next, Stamp stamp) {
        status = next;
        changed(stamp);
    }

    private void mustWait() {
        if (status != ItemStatus.PENDING) {
            throw wrong(Message.of("The item is %s; only what is PENDING is reviewed.", status));
        }
    }

    private void mustNotBePurged() {
        if (purge != null) {
            throw wrong(Message.of("The item was purged."));
        }
    }

    private static Conflict wrong(Message why) {
        return new Conflict("wrong-item-state", why);
    }

    UUID id() {
        return id;
    }

    String collection() {
        return collection;
    }

    String unit() {
        return unit;
    }

    String slot() {
        return slot;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    @Nullable String link() {
        return link;
    }

    ItemStatus status() {
        return status;
    }

    @Nullable UUID replaces() {
        return replaces;
    }

    /** Stands for all its versions, itself among them. */
    UUID first() {
        return firstVersion == null ? id : firstVersion;
    }

    /** What its files take, purged ones too. */
    long size() {
        return files.stream().mapToLong(ItemFile::size).sum();
    }

    /** Without reading its files, which are no part of it. */
    String etag(Instant now) {
        return ItemView.etag(revision(), counting(now), alsoFiled);
    }

    private Counting counting(Instant now) {
        return Counting.of(status, purge != null, date, days, days.at(now));
    }

    ItemView view(Instant now) {
        Counting counting = counting(now);
        return new ItemView(
                id,
                collection,
                unit,
                slot,
                kind,
                channel,
                section,
                title,
                description,
                date,
                coverage,
                fields,
                link,
                linkState,
                files.stream().map(ItemFile::view).toList(),
                status,
                version,
                replaces,
                uploadedBy,
                uploadedByName,
                uploadedAt,
                review,
                purge,
                counting.counts(),
                counting.from(),
                counting.why(),
                alsoFiled,
                ItemView.etag(revision(), counting, alsoFiled));
    }
}
