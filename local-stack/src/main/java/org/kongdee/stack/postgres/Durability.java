package org.kongdee.stack.postgres;

/** Whether a commit survives a loss of power. Only throw-away test data may do without. */
public enum Durability {
    DURABLE("on"),
    THROW_AWAY("off");

    private final String setting;

    Durability(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
