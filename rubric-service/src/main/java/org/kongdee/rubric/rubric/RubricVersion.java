package org.kongdee.rubric.rubric;

import jakarta.persistence.Basic;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Reading.Accepted;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.document.Warning;
import org.kongdee.rubric.rubric.RubricVersionView.Status;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.Tagged;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/**
 * A version of a rubric: a draft that may be replaced, until it is published for ever. The hash of
 * its document is its entity tag.
 */
@Entity
class RubricVersion implements Tagged {

    @EmbeddedId private Key id;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String titleEn;
    private String titleTh;
    private String hash;

    /** Not read where only the head is shown. */
    @Basic(fetch = FetchType.LAZY)
    private String document;

    private int criteria;
    private BigDecimal max;
    private int deadlines;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Warning> warnings;

    private Instant changedAt;

    @SuppressWarnings("unused") // Kept for who asks the database.
    private String changedBy;

    private @Nullable Instant publishedAt;

    /** What a version is found by. */
    @Embeddable
    record Key(String rubric, String version) implements Serializable {

        static Key of(Rubric rubric) {
            return new Key(rubric.code(), rubric.version());
        }
    }

    /** For Hibernate. */
    protected RubricVersion() {}

    RubricVersion(Accepted<Rubric> accepted, Stamp stamp) {
        id = Key.of(accepted.content());
        status = Status.DRAFT;
        say(accepted, stamp);
    }

    boolean says(RubricVersion wanted) {
        return hash.equals(wanted.hash);
    }

    /**
     * Takes another document.
     *
     * @throws Conflict if it is published
     */
    void become(Accepted<Rubric> accepted, Stamp stamp) {
        refusePublished();
        say(accepted, stamp);
    }

    /**
     * From now on it never changes.
     *
     * @throws Conflict if it is published already
     */
    void publish(Instant at) {
        refusePublished();
        status = Status.PUBLISHED;
        publishedAt = at;
    }

    void refusePublished() {
        if (status == Status.PUBLISHED) {
            throw new Conflict(
                    "rubric-published",
                    Message.of(
                            "Version '%s' of rubric '%s' is published and never changes; write a new version.",
                            version(), rubric()));
        }
    }

    private void say(Accepted<Rubric> accepted, Stamp stamp) {
        Rubric rubric = accepted.content();
        titleEn = rubric.title().filled().en();
        titleTh = rubric.title().filled().th();
        hash = RubricDocument.hash(rubric);
        document = RubricDocument.toJson(rubric);
        criteria = rubric.criteria().size();
        max = Exact.plain(rubric.max());
        deadlines =
                rubric.criteria().stream()
                        .mapToInt(criterion -> criterion.deadlines().size())
                        .sum();
        warnings = accepted.warnings();
        changedAt = stamp.at();
        changedBy = stamp.by();
    }

    Key id() {
        return id;
    }

    String rubric() {
        return id.rubric();
    }

    String version() {
        return id.version();
    }

    Status status() {
        return status;
    }

    LocalizedText title() {
        return new LocalizedText(titleEn, titleTh);
    }

    String hash() {
        return hash;
    }

    @Override
    public String etag() {
        return ETags.of(hash);
    }

    String document() {
        return document;
    }

    int criteria() {
        return criteria;
    }

    BigDecimal max() {
        return max;
    }

    int deadlines() {
        return deadlines;
    }

    List<Warning> warnings() {
        return warnings;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable Instant publishedAt() {
        return publishedAt;
    }
}
