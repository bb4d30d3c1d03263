package org.kongdee.web.etag;

import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.StaleVersion;
import org.kongdee.web.problem.VersionRequired;
import org.kongdee.web.text.Message;

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
                throw new StaleVersion(
                        Message.of(
                                "Nothing is there that If-Match could name; leave it out to create it."));
            }
            return CREATE;
        }
        if (ifMatch != null) {
            ifMatch.check(etag);
        } else if (!same) {
            throw new VersionRequired(
                    Message.of(
                            "Something else is there already. Send its ETag as If-Match (of a line of many, ifMatch), or * to write over it."));
        }
        return same ? NOTHING : CHANGE;
    }
}
