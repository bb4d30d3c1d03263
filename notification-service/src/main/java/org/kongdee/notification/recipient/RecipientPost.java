package org.kongdee.notification.recipient;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.notification.planning.Post;
import org.kongdee.notification.planning.Role;

/**
 * A place that somebody holds.
 *
 * @param sections codes of the sections whose work it is, such as LEGAL; empty means all of the
 *     unit's
 */
@Schema(examples = "{\"unit\": \"SLK\", \"sections\": [\"LEGAL\"], \"role\": \"HEAD\"}")
public record RecipientPost(String unit, List<String> sections, Role role) {

    static RecipientPost of(Post post) {
        return new RecipientPost(post.unit(), List.copyOf(post.sections()), post.role());
    }
}
