package org.kongdee.web.etag;

import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.StaleVersion;
import org.kongdee.web.problem.VersionRequired;

/**
 * What a PUT has to do. To a free key it creates. To a taken one the same content changes nothing,
 * other content needs an {@code If-Match} that names what is there, or {@code *}. A header that is
 * sent must be true even where nothing would change.
 */
public enum Put {
    CREATE,
    NOTHING,
    CHANGE;

    /**
     * @param etag of what is there; null where nothing is
     * @param same whether what is there is what is wanted
     * @throws VersionRequired where the header is needed and absent
     * @throws StaleVersion where it names another version
     */
    public static Put decide(@Nullable IfMatch ifMatch, @Nullable String etag, boolean same) {
        if (etag == null) {
            if (ifMatch != null) {
                throw new StaleVersion("If-Match was sent, but nothing is there.");
            }
            return CREATE;
        }
        if (!same || ifMatch != null) {
            IfMatch.require(ifMatch, etag);
        }
        return same ? NOTHING : CHANGE;
    }
}
