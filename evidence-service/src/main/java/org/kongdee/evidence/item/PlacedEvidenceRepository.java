package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.util.List;
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
                      from jsonb_array_elements(cast(:slots as jsonb))),
                filed as (select distinct slot, kind, channel from item where collection = :collection),
                placed as (
                    select f.slot, f.kind, f.channel, w.slot is not null as has_slot,
                           w.kinds = '[]' or w.kinds @> jsonb_build_array(jsonb_build_object('code', f.kind)) as has_kind,
                           f.channel is null or w.channels ?? f.channel as has_channel
                      from filed f left join wanted w on w.slot = f.slot)
                select distinct
                       case when not p.has_slot then 'slot ' || p.slot
                            when not p.has_kind then 'slot ' || p.slot || ', kind ' || coalesce(k.title || ' (' || p.kind || ')', p.kind)
                            else 'slot ' || p.slot || ', channel ' || p.channel end as homeless
                  from placed p
                  join slot s on s.collection = :collection and s.code = p.slot
                  left join lateral (select value -> 'title' ->> 'en' as title from jsonb_array_elements(s.kinds)
                                      where value ->> 'code' = p.kind) k on true
                 where not (p.has_slot and p.has_kind and p.has_channel)
                 order by 1 limit 5
                """,
                items -> items.text("collection", collection).json("slots", slots),
                row -> row.text("homeless"));
    }
}
