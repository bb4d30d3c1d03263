package org.kongdee.evidence.facts;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.params.Params;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Facts over HTTP. */
@Path("/v1/collections/{collection}/facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts", description = "What the evidence amounts to, and when to look again")
public class FactsResource {

    private final FactsService service;
    private final CollectionService collections;
    private final Caller caller;
    private final Ndjson ndjson;
    private final LongDocument document;

    FactsResource(
            FactsService service,
            CollectionService collections,
            Caller caller,
            Ndjson ndjson,
            LongDocument document) {
        this.service = service;
        this.collections = collections;
        this.caller = caller;
        this.ndjson = ndjson;
        this.document = document;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({SERVICE, ORGANISER, ASSESSOR, OFFICER, VIEWER, AUTOMATION})
    @Operation(
            summary = "Get the facts of one unit or of all",
            description =
                    "Accepted evidence dated inside the period, up to and including asOf, without it today in the collection's time zone. Coverage is merged and not clipped. An officer sees the own unit only.")
    @APIResponse(
            responseCode = "200",
            description = "The facts by unit; as NDJSON a line for each unit",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FactsView.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = UnitFacts.class))
            })
    @Refuses(
            status = 404,
            when = "No such collection or unit, or another unit than the officer's own")
    public Response getFacts(
            @PathParam("collection") String collection,
            @QueryParam("unit") @Nullable @Parameter(description = "One unit; without it, all")
                    String unit,
            @QueryParam("asOf")
                    @Nullable
                    @Parameter(
                            description =
                                    "The last day of evidence that counts; left out, today in the collection's time zone",
                            example = "2021-12-20",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String asOf,
            @QueryParam("include")
                    @Nullable
                    @Parameter(
                            description =
                                    "`pending`: also what waits for review, in place of what it would replace",
                            schema = @Schema(type = SchemaType.STRING, enumeration = "pending"))
                    String include,
            @Context HttpHeaders headers) {
        LocalDate day = Params.date("asOf", asOf).orElse(null);
        boolean pending = pending(include);
        if (unit != null) {
            caller.mustSee(unit);
            UnitFacts facts =
                    service.of(collection, unit, day, pending)
                            .orElseThrow(() -> notThere(collection, unit));
            return answer(collection, day, sink -> sink.line(facts), headers);
        }
        collections.mustExist(collection);
        if (caller.seesOwnUnitOnly()) {
            Optional<UnitFacts> own =
                    caller.unit().flatMap(mine -> service.of(collection, mine, day, pending));
            return answer(
                    collection,
                    day,
                    sink -> {
                        if (own.isPresent()) {
                            sink.line(own.get());
                        }
                    },
                    headers);
        }
        return answer(
                collection,
                day,
                sink -> service.each(collection, day, pending, Ndjson.unchecked(sink)),
                headers);
    }

    /** Looked for only where the facts were not found: what is asked for mostly is there. */
    private NotFound notThere(String collection, String unit) {
        collections.mustExist(collection);
        return NotFound.of("unit", unit);
    }

    private static boolean pending(@Nullable String include) {
        if (include != null && !include.equals("pending")) {
            throw Malformed.parameter("include", Message.of("include is 'pending' or absent."));
        }
        return include != null;
    }

    private Response answer(
            String collection, @Nullable LocalDate asOf, Ndjson.Source units, HttpHeaders headers) {
        return Ndjson.isAsked(headers)
                ? ndjson.stream(units)
                : document.of(
                        head -> {
                            head.writeStringField("collection", collection);
                            head.writeStringField("asOf", asOf == null ? null : asOf.toString());
                        },
                        "units",
                        units);
    }

    /**
     * What the evidence of units amounts to.
     *
     * <p>For the contract only.
     *
     * @param asOf the last day of evidence that counts, as it was asked for; null if it wasn't
     * @param units all units that were asked for, in the order of their keys
     */
    @Schema(name = "Facts")
    private record FactsView(
            @Schema(examples = "division-contest-2565") String collection,
            @Nullable LocalDate asOf,
            List<UnitFacts> units) {}
}
