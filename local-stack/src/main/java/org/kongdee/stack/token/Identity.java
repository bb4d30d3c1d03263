package org.kongdee.stack.token;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who a token speaks for, what that one may do, and which services it is good for. */
public record Identity(
        String subject,
        String name,
        Set<Role> roles,
        @Nullable String unit,
        List<String> audience) {

    public Identity {
        roles = Set.copyOf(roles);
        audience = List.copyOf(audience);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a token needs a role; roles are " + Role.names());
        }
        for (Role role : roles) {
            if (role.needsUnit() && unit == null) {
                throw new IllegalArgumentException("the role " + role.wireName() + " needs a unit");
            }
        }
    }
}
