package org.kongdee.evidence.collection;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.entity.KeptRepository;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.sql.Sql;

/** The table {@code unit}, but for what is stored in it: see {@link PlaceRepository}. */
@ApplicationScoped
class UnitRepository implements KeptRepository<EnrolledUnit, UnitId> {

    private static final Sort ORDER = Sort.by("id.code");

    private final Sql sql;

    UnitRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * In the order of their keys.
     *
     * @param only the one unit that the caller may see; null for all
     */
    PanacheQuery<EnrolledUnit> inOrder(String collection, @Nullable String only) {
        return only == null
                ? find("id.collection", ORDER, collection)
                : find("id", ORDER, new UnitId(collection, only));
    }

    /** A unit that was written, new or changed. */
    record PutEnrolment(String unit, boolean created) {}

    /**
     * Writes many units at once, new and changed ones; those that are as wanted already stay
     * untouched.
     */
    List<PutEnrolment> putAll(String collection, List<EnrolUnit> units, Stamp stamp) {
        return sql.rows(
                """
                        insert into unit as u
                               (collection, code, title_en, title_th, sections, revision, changed_at, changed_by)
                        select :collection, value ->> 'unit', value -> 'title' ->> 'en', value -> 'title' ->> 'th',
                               value -> 'sections', 1, :at, :by
                          from jsonb_array_elements(cast(:units as jsonb))
                         order by value ->> 'unit'
                        on conflict (collection, code) do update
                           set title_en = excluded.title_en, title_th = excluded.title_th, sections = excluded.sections,
                               revision = u.revision + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                         where (u.title_en, u.title_th, u.sections)
                               is distinct from (excluded.title_en, excluded.title_th, excluded.sections)
                        returning u.code, u.revision = 1 as created
                        """,
                all ->
                        all.text("collection", collection)
                                .json("units", units)
                                .instant("at", stamp.at())
                                .text("by", stamp.by()),
                row -> new PutEnrolment(row.text("code"), row.flag("created")));
    }
}
