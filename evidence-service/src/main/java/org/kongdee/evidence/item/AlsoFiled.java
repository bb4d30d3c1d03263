package org.kongdee.evidence.item;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another item of the same unit, in the same collection, that has one of the same files, byte for
 * byte.
 *
 * @param item its id
 * @param status where that item stands: PENDING, ACCEPTED or REJECTED
 */
public record AlsoFiled(
        UUID item, String slot, String kind, @Nullable String channel, ItemStatus status) {

    /**
     * How they are found, as a JSON array: items that have a file, that stand, and that are no
     * versions of the item itself. Who files one document everywhere has more of them than anybody
     * reads; the first are enough.
     */
    private static final String ITEMS_THAT_HAVE =
            """
            (select jsonb_path_query_array(
                        coalesce(jsonb_agg(jsonb_build_object('item', o.id, 'slot', o.slot, 'kind', o.kind, 'channel', o.channel,
                                                              'status', o.status) order by o.uploaded_at, o.id), '[]'), '$[0 to 49]')
               from item o
              where o.status in ('PENDING', 'ACCEPTED', 'REJECTED') and o.id in
            """;

    private static final String AND_ARE_NO_VERSION_OF = " and coalesce(o.first_version, o.id) <> ";

    /** Of an item that is read. */
    static final String OF_ITEM =
            ITEMS_THAT_HAVE
                    + """
                    (select s.item from file f
                       join file s on s.sha256 = f.sha256 and s.unit = f.unit and s.collection = f.collection
                      where f.item = id)
                    """
                    + AND_ARE_NO_VERSION_OF
                    + "coalesce(first_version, id))";

    /** Of an item that is filed by the same statement. */
    static final String OF_NEW_ITEM =
            ITEMS_THAT_HAVE
                    + """
                    (select s.item from file s
                      where s.sha256 = any(:digests) and s.unit = :unit and s.collection = :collection)
                    """
                    + AND_ARE_NO_VERSION_OF
                    + "coalesce((select coalesce(first_version, id) from item where id = :replaces), :id))";
}
