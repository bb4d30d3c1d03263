package org.kongdee.stack.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The roles of the product; the wire name is the constant's in lower case. */
public enum Role {
    AUTHOR(false),
    ORGANISER(false),
    ASSESSOR(true),
    OFFICER(true),
    VIEWER(false),
    AUTOMATION(false),
    SERVICE(false);

    private final boolean ofUnit;

    Role(boolean ofUnit) {
        this.ofUnit = ofUnit;
    }

    /** Whether the services refuse this role to a token without a unit. */
    boolean needsUnit() {
        return ofUnit;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no role '" + name + "'; roles are " + names()));
    }

    public static String names() {
        return Arrays.stream(values()).map(Role::wireName).collect(Collectors.joining(", "));
    }
}
