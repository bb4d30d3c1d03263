package org.kongdee.stack.http;

import java.util.List;

/**
 * A path, exactly, and who answers there.
 *
 * @param shared whether pages of named origins may read the answers
 */
public record Route(String path, List<String> methods, boolean shared, Endpoint endpoint) {

    /** Answers requests, each in a thread of its own. */
    public interface Endpoint {
        Answer answer(Request request);
    }

    public Route {
        methods = List.copyOf(methods);
    }
}
