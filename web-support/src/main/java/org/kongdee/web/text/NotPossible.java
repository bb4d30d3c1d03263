package org.kongdee.web.text;

/** What a value refuses, in words for whoever gave it. */
public final class NotPossible extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Message told;

    public NotPossible(Message told) {
        super(told.toString());
        this.told = told;
    }

    public Message told() {
        return told;
    }
}
