package org.kongdee.evidence.collection;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.kongdee.web.entity.Kept;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.text.LocalizedText;

/** A unit that takes part in a collection, with the sections it has there. */
@Entity
@Table(name = "unit")
class EnrolledUnit extends Kept {

    @EmbeddedId private UnitId id;
    private String titleEn;
    private String titleTh;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Section> sections;

    /** Kept by what is filed and purged; see {@link PlaceRepository}. */
    @Column(insertable = false, updatable = false)
    private long storedBytes;

    /** For Hibernate. */
    protected EnrolledUnit() {}

    EnrolledUnit(UnitId id, PutUnit wanted, Stamp stamp) {
        super(stamp);
        this.id = id;
        this.titleEn = wanted.title().en();
        this.titleTh = wanted.title().th();
        this.sections = wanted.sections();
    }

    boolean says(PutUnit wanted) {
        return title().equals(wanted.title()) && sections.equals(wanted.sections());
    }

    void become(PutUnit wanted, Stamp stamp) {
        titleEn = wanted.title().en();
        titleTh = wanted.title().th();
        sections = wanted.sections();
        changed(stamp);
    }

    String unit() {
        return id.code();
    }

    LocalizedText title() {
        return new LocalizedText(titleEn, titleTh);
    }

    List<Section> sections() {
        return sections;
    }

    long storedBytes() {
        return storedBytes;
    }
}
