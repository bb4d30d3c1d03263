package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.util.List;
import org.kongdee.evidence.collection.EnrolUnit;
import org.kongdee.evidence.collection.FiledEvidence;
import org.kongdee.evidence.collection.Slot;
import org.kongdee.web.sql.Sql;

/** Tells what items would lose their place in a collection. */
@Singleton
class PlacedEvidenceRepository implements FiledEvidence {

    private final Sql sql;

    PlacedEvidenceRepository(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<String> homeless(String collection, List<Slot> slots) {
        return sql.rows(
                """
                with wanted as (
                    select value ->> 'code' as slot, value -> 'kinds' as kinds, value -> 'channels' as channels
                      from jsonb_array_elements(cast(:slots as jsonb)))
                select distinct
                       case when w.slot is null then 'slot ' || i.slot
                            when not w.kinds ?? i.kind then 'slot ' || i.slot || ', kind ' || i.kind
                            else 'slot ' || i.slot || ', channel ' || i.channel end as homeless
                  from item i left join wanted w on w.slot = i.slot
                 where i.collection = :collection
                   and (w.slot is null or not w.kinds ?? i.kind or not w.channels ?? i.channel)
                 order by 1 limit 5
                """,
                items -> items.text("collection", collection).json("slots", slots),
                row -> row.text("homeless"));
    }

    @Override
    public List<String> homelessSections(String collection, List<EnrolUnit> units) {
        return sql.rows(
                """
                select distinct 'unit ' || i.unit || ', section ' || i.section as homeless
                  from jsonb_array_elements(cast(:units as jsonb)) w
                  join item i on i.collection = :collection and i.unit = w.value ->> 'unit'
                 where i.section is not null
                   and not w.value -> 'sections' @> jsonb_build_array(jsonb_build_object('code', i.section))
                 order by 1 limit 5
                """,
                items -> items.text("collection", collection).json("units", units),
                row -> row.text("homeless"));
    }
}
