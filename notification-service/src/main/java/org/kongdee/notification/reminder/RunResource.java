package org.kongdee.notification.reminder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.kongdee.notification.deadline.Who;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;

@Path("/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs", description = "The daily pass: from deadlines to queued digests.")
public class RunResource {

    private final PassService service;
    private final PassRepository passes;
    private final Caller caller;

    RunResource(PassService service, PassRepository passes, Caller caller) {
        this.service = service;
        this.passes = passes;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            summary = "Do the daily pass for a date, or look at what it would send",
            description =
                    "The pass of today is done by itself, and again at the policies' second hour; doing it once more sends what has become due"
                            + " since, in at most one more mail a person and day, and nothing twice: every reminder goes out once per"
                            + " recipient, deadline, lead day and due date. A dry run shows what that day's pass would send if the passes"
                            + " before it had run. A day to come can only be a dry run.")
    @APIResponse(
            responseCode = "200",
            description = "What is sent, and what is not and why",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @Refuses(status = 409, types = "pass-running", when = "A pass for this date is running")
    @Refuses(
            status = 422,
            types = "date-in-future",
            when = "The date is in the future, and this is no dry run")
    public RunView runPass(
            @Valid @NotNull(message = "a body is required") RunView.RunRequest body) {
        boolean dryRun = Boolean.TRUE.equals(body.dryRun());
        return RunView.of(
                body.date(),
                dryRun,
                dryRun ? service.dryRun(body.date()) : service.run(body.date(), Who.calls(caller)));
    }

    @GET
    @RolesAllowed({Roles.ORGANISER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Passes, the newest first",
            description = "Of a pass that is running, done of total shows how far it has got.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = PassPage.class)))
    public RestResponse<Page<Pass>> listPasses(@BeanParam Paging paging, @Context UriInfo uri) {
        return Page.of(passes.list(paging.size(), paging.offset()), paging, passes.count())
                .respond(uri);
    }

    /** Passes, the newest first. */
    @Schema(name = "PassPage")
    record PassPage(List<Pass> items, int page, int size, long total) {}
}
