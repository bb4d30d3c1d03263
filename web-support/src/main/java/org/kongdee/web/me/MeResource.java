package org.kongdee.web.me;

import io.quarkus.security.Authenticated;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.me.Me.Sees;
import org.kongdee.web.operation.Operations;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.LocalizedText;

/**
 * Tells callers who they are here. What they may do is told from the operations themselves, as
 * security reads them.
 */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "Who calls, and what that caller may do")
public class MeResource {

    private final Caller caller;
    private final Operations operations;
    private final Instance<UnitTitles> titles;

    MeResource(Caller caller, Operations operations, Instance<UnitTitles> titles) {
        this.caller = caller;
        this.operations = operations;
        this.titles = titles;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Get who I am and what I may do",
            description =
                    "What the token says of its bearer, and which operations of this service its roles allow, so that a frontend shows nothing that"
                            + " would be refused for the role.")
    @APIResponseSchema(value = Me.class, responseDescription = "The caller")
    public Me getMe() {
        String unit = caller.unit().orElse(null);
        return new Me(
                caller.subject(),
                caller.name(),
                caller.roles(),
                unit,
                unit == null ? null : title(unit),
                sees(),
                new ArrayList<>(operations.allowed(caller::is)));
    }

    private @Nullable LocalizedText title(String unit) {
        return titles.stream().flatMap(known -> known.of(unit).stream()).findFirst().orElse(null);
    }

    private Sees sees() {
        if (caller.roles().isEmpty()) {
            return Sees.NOTHING;
        }
        if (!caller.seesOwnUnitOnly()) {
            return Sees.ALL;
        }
        return caller.unit().isPresent() ? Sees.OWN_UNIT : Sees.NOTHING;
    }
}
