package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.kongdee.evidence.collection.FiledEvidence;
import org.kongdee.evidence.collection.Kind;
import org.kongdee.evidence.collection.Slot;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/** Tells what items would lose their place in a collection. */
@Singleton
class PlacedEvidenceRepository implements FiledEvidence {

    private final Sql sql;

    PlacedEvidenceRepository(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Message> homeless(String collection, List<Slot> slots) {
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
                select distinct p.slot,
                       case when p.has_slot and not p.has_kind then p.kind end as kind,
                       case when p.has_slot and not p.has_kind then k.title end as title,
                       case when p.has_slot and p.has_kind then p.channel end as channel
                  from placed p
                  join slot s on s.collection = :collection and s.code = p.slot
                  left join lateral (select value -> 'title' as title from jsonb_array_elements(s.kinds)
                                      where value ->> 'code' = p.kind) k on true
                 where not (p.has_slot and p.has_kind and p.has_channel)
                 order by 1, 2, 4 limit 5
                """,
                items -> items.text("collection", collection).json("slots", slots),
                PlacedEvidenceRepository::homeless);
    }

    private static Message homeless(Row row) throws SQLException {
        String slot = row.text("slot");
        String kind = row.textOrNull("kind");
        if (kind != null) {
            LocalizedText title = row.jsonOrNull("title", LocalizedText.class);
            return Message.of(
                    "slot %s, kind %s", slot, title == null ? kind : new Kind(kind, title).named());
        }
        String channel = row.textOrNull("channel");
        return channel == null
                ? Message.of("slot %s", slot)
                : Message.of("slot %s, channel %s", slot, channel);
    }
}
