package org.kongdee.rubric.scoring;

import java.util.Collection;
import java.util.List;
import org.kongdee.web.text.Message;

/** Names as a message lists them: the first, and how many more there are. */
final class Names {

    private static final int MOST = 10;

    private Names() {}

    static Message listed(Collection<String> names) {
        List<String> first = names.stream().limit(MOST).toList();
        return names.size() <= MOST
                ? Message.of("%s", first)
                : Message.of("%s and %d more", first, names.size() - MOST);
    }
}
