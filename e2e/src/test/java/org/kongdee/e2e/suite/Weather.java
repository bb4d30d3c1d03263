package org.kongdee.e2e.suite;

/** What becomes of a call on its way to a neighbour. */
public enum Weather {
    /** It arrives, and so does the answer. */
    CALM,
    /** The connection breaks; nothing arrives. */
    CUT,
    /** It arrives after the caller has given up. */
    SLOW,
    /** Something on the way answers 500 with a page for people. */
    FAILING,
    /** Something on the way answers 200 with what is no answer. */
    GARBLED,
    /** It arrives and is done, but the connection breaks before the caller hears of it. */
    UNHEARD
}
