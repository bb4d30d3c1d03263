package org.kongdee.client.token;

/** Where bearer tokens come from. It is asked before every request, by many threads at once. */
@FunctionalInterface
public interface TokenProvider {

    /** A token to send, without the word Bearer. */
    String token();

    /**
     * Another token than this one, which the service has just refused. It is asked once a request;
     * who has no other gives the same.
     */
    default String renew(String refused) {
        return token();
    }
}
