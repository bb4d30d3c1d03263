package org.kongdee.rubric.scoring;

import org.kongdee.web.text.Message;

/** What is wrong with a claim or a request; {@code path} is a JSON pointer into it. */
public record ScoringFault(String path, Message message) {

    ScoringFault under(String prefix) {
        return new ScoringFault(prefix + path, message);
    }

    /** A name as a step of a JSON pointer. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
