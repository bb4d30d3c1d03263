package org.kongdee.rubric.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;

/** What a unit has planned for one criterion; each is written for itself. */
@Entity
@Table(name = "plan_entry")
class PlannedCriterion extends Kept {

    @EmbeddedId private Key id;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private PlanEntry entry;

    private @Nullable String changedByName;

    /** What it is found by. */
    @Embeddable
    record Key(String cycle, String unit, String criterion) implements Serializable {}

    /** For Hibernate. */
    protected PlannedCriterion() {}

    PlannedCriterion(Key id, PlanEntry entry, Stamp stamp) {
        super(stamp);
        this.id = id;
        this.entry = entry;
        this.changedByName = stamp.byName();
    }

    void become(PlanEntry wanted, Stamp stamp) {
        entry = wanted;
        changedByName = stamp.byName();
        changed(stamp);
    }

    Key id() {
        return id;
    }

    PlanEntry entry() {
        return entry;
    }

    @Nullable String changedByName() {
        return changedByName;
    }
}
