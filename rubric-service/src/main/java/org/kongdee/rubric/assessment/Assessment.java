package org.kongdee.rubric.assessment;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.cycle.EvidenceState;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.ETags;

/**
 * A unit that takes part in a cycle, with the sections it had when it was enrolled. Its revision
 * heads the chain of its history and moves by SQL alone, so Hibernate only makes and reads it.
 */
@Entity
@Immutable
class Assessment {

    @EmbeddedId private Key id;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Section> sections;

    /** Of those of the rubric; null if it has none. */
    private @Nullable String unitGroup;

    private long revision = 1;

    @SuppressWarnings("unused") // The chain begins here, and goes on by SQL.
    private long historySeq;

    @SuppressWarnings("unused")
    private String historyHash = "";

    private Instant enrolledAt;

    @SuppressWarnings("unused") // Kept for who asks the database.
    private String enrolledBy;

    @Enumerated(EnumType.STRING)
    private @Nullable EvidenceState evidence;

    /** What an assessment is found by. */
    @Embeddable
    record Key(String cycle, String unit) implements Serializable {}

    /** For Hibernate. */
    protected Assessment() {}

    /** A unit that joins; evidence-service, if the cycle has one, has yet to be told of it. */
    Assessment(
            CycleView cycle,
            String unit,
            @Nullable String group,
            List<Section> sections,
            Stamp stamp) {
        this.id = new Key(cycle.cycle(), unit);
        this.unitGroup = group;
        this.sections = sections;
        this.evidence = cycle.evidence() == null ? null : EvidenceState.PENDING;
        this.enrolledAt = stamp.at();
        this.enrolledBy = stamp.by();
    }

    Key id() {
        return id;
    }

    @Nullable String group() {
        return unitGroup;
    }

    List<Section> sections() {
        return sections;
    }

    String etag() {
        return ETags.of(revision);
    }

    Instant enrolledAt() {
        return enrolledAt;
    }

    @Nullable EvidenceState evidence() {
        return evidence;
    }
}
