package org.kongdee.rubric.event;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.FollowedStages;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.event.EventRepository.Followed;
import org.kongdee.rubric.event.EventRepository.Placed;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.security.Caller;

/** Events over HTTP. */
@Path("/v1/cycles/{cycle}/events")
@Tag(name = "Events", description = "What changes in a cycle, as it changes")
public class EventResource {

    private final EventStream stream;
    private final EventRepository repository;
    private final CycleService cycles;
    private final FollowedStages stages;
    private final Caller caller;
    private final Clock clock;

    EventResource(
            EventStream stream,
            EventRepository repository,
            CycleService cycles,
            FollowedStages stages,
            Caller caller,
            @SystemTime Clock clock) {
        this.stream = stream;
        this.repository = repository;
        this.cycles = cycles;
        this.stages = stages;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Follow the events of a cycle",
            description =
                    "Server-sent events named score, evidence and milestone, a second or so after the change. Each has an id; who comes back with it"
                            + " in Last-Event-ID goes on behind that event, on any replica. Without it the stream begins now. An officer sees"
                            + " the own unit only, officers and automation no scores of the stage COMMITTEE. A comment keeps quiet connections open; the stream ends when the token expires.")
    @APIResponse(
            responseCode = "200",
            description = "The events; the data of each is JSON",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = CycleEvent.class)))
    @Refuses(status = 404, when = "No such cycle")
    public Multi<OutboundSseEvent> followEvents(
            @PathParam("cycle") String cycle,
            @Parameter(description = "The id of the last event that was received")
                    @HeaderParam("Last-Event-ID")
                    @Nullable String lastEventId,
            @Context Sse sse) {
        String found = cycles.get(cycle).view().cycle();
        EventPosition from =
                lastEventId == null ? repository.now() : EventPosition.parse(lastEventId);
        var followed = new Followed(found, caller.onlyUnit(), stages.all());
        return stream.of(followed, from, caller.remaining(clock.instant()))
                .onItem()
                .transformToMultiAndConcatenate(batch -> events(batch, sse));
    }

    private static Multi<OutboundSseEvent> events(List<Placed> batch, Sse sse) {
        return batch.isEmpty()
                ? Multi.createFrom().item(sse.newEventBuilder().comment("").build())
                : Multi.createFrom().iterable(batch).map(placed -> event(placed, sse));
    }

    private static OutboundSseEvent event(Placed placed, Sse sse) {
        return sse.newEventBuilder()
                .id(placed.position().text())
                .name(placed.type().name().toLowerCase(Locale.ROOT))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(CycleEvent.class, placed.event())
                .build();
    }
}
