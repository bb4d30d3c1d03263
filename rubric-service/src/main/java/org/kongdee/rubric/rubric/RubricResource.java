package org.kongdee.rubric.rubric;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTHOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.RubricDocument;
import org.kongdee.rubric.rubric.Rubrics.Stored;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;

/** Rubrics over HTTP. */
@Path("/v1/rubrics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rubrics", description = "What is scored, and by which rules")
public class RubricResource {

    static final String YAML = "application/yaml";
    private static final String OTHER_YAML = "application/x-yaml";
    private static final String TEXT_YAML = "text/yaml";

    private static final int MOST_CACHED = 16 << 20;

    /** Documents as they are sent, by hash and type; what is cached never changes. */
    private final Cache<String, byte[]> bodies =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CACHED)
                    .weigher((String _, byte[] body) -> body.length)
                    .build();

    private final RubricService service;
    private final Idempotency idempotency;
    private final Bulk bulk;
    private final Ndjson ndjson;

    RubricResource(RubricService service, Idempotency idempotency, Bulk bulk, Ndjson ndjson) {
        this.service = service;
        this.idempotency = idempotency;
        this.bulk = bulk;
        this.ndjson = ndjson;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({AUTHOR, ORGANISER, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "List rubric versions",
            description = "Drafts and published ones, by key and version.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list as NDJSON",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RubricPage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = RubricVersionView.class))
            })
    public Response listRubrics(
            @Parameter(description = "Only versions of this rubric") @QueryParam("rubric")
                    @Nullable String rubric,
            @BeanParam Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return Ndjson.isAsked(headers)
                ? ndjson.stream(sink -> service.stream(rubric, Ndjson.unchecked(sink)))
                : service.list(rubric, paging).respond(uri).toResponse();
    }

    @POST
    @Consumes({YAML, OTHER_YAML, TEXT_YAML, MediaType.APPLICATION_JSON})
    @RolesAllowed(AUTHOR)
    @Operation(
            summary = "Import a rubric as a draft",
            description =
                    "Takes a document in YAML or JSON (docs/rubric-format.md). Reports every fault at once, each with its place, and warns of"
                            + " what is legal but odd. The same content again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "With dryRun: what importing would answer; else: it was there already",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = RubricVersionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = RubricVersionView.class)))
    @Refuses(
            status = 409,
            types = "rubric-version-exists",
            when = "The version is there with other content")
    @Refuses(
            status = 422,
            types = "invalid-rubric",
            when = "The document has faults: errors[] has pointer, line and column of each")
    public RestResponse<RubricVersionView> importRubric(
            @Parameter(
                            description = "Check only, store nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("dryRun")
                    @Nullable String dryRun,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(ref = DocumentForms.DOCUMENT),
                                        examples =
                                                @ExampleObject(
                                                        name = "one criterion",
                                                        value = Examples.RUBRIC)),
                                @Content(
                                        mediaType = YAML,
                                        schema = @Schema(type = SchemaType.STRING))
                            })
                    InputStream body) {
        byte[] document = bulk.bytes(body, RubricDocument.MAX_BYTES);
        if (Params.flag("dryRun", dryRun)) {
            return RestResponse.ok(service.check(document));
        }
        return idempotency.onceBytes(
                document,
                () -> {
                    var written = service.add(document);
                    return ResponseBuilder.fromResponse(written.respond())
                            .header(HttpHeaders.LOCATION, path(written.view()))
                            .build();
                });
    }

    @GET
    @Path("/{rubric}")
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed({AUTHOR, ORGANISER, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Get the version that was published last",
            description = "The document itself, as JSON or YAML.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            headers =
                    @Header(
                            name = "Rubric-Status",
                            description = "Whether the version is a draft or published",
                            schema = @Schema(implementation = RubricVersionView.Status.class)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(ref = DocumentForms.DOCUMENT)),
                @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(status = 404, when = "No published version")
    public Response getLatestRubric(
            @PathParam("rubric") String rubric,
            @Context Request request,
            @Context HttpHeaders headers) {
        return document(service.latest(rubric), request, headers);
    }

    @GET
    @Path("/{rubric}/versions/{version}")
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed({AUTHOR, ORGANISER, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Get a version",
            description = "The document itself, as JSON or YAML. Its ETag is the canonical hash.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            headers =
                    @Header(
                            name = "Rubric-Status",
                            description = "Whether the version is a draft or published",
                            schema = @Schema(implementation = RubricVersionView.Status.class)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(ref = DocumentForms.DOCUMENT)),
                @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(status = 404, when = "No such version")
    public Response getRubric(
            @PathParam("rubric") String rubric,
            @PathParam("version") String version,
            @Context Request request,
            @Context HttpHeaders headers) {
        return document(service.get(rubric, version), request, headers);
    }

    @PUT
    @Path("/{rubric}/versions/{version}")
    @Consumes({YAML, OTHER_YAML, TEXT_YAML, MediaType.APPLICATION_JSON})
    @RolesAllowed(AUTHOR)
    @Operation(summary = "Create or replace a draft")
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or as it was",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = RubricVersionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = RubricVersionView.class)))
    @Refuses(status = 409, types = "rubric-published", when = "Published: it never changes")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(
            status = 422,
            types = {"invalid-rubric", "key-mismatch"},
            when = "The document has faults, or another key than the path")
    @Refuses(status = 428, when = "It is there and differs, and If-Match is missing")
    public RestResponse<RubricVersionView> putRubric(
            @PathParam("rubric") String rubric,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(ref = DocumentForms.DOCUMENT),
                                        examples =
                                                @ExampleObject(
                                                        name = "one criterion",
                                                        value = Examples.RUBRIC)),
                                @Content(
                                        mediaType = YAML,
                                        schema = @Schema(type = SchemaType.STRING))
                            })
                    InputStream body) {
        return service.put(
                        rubric,
                        version,
                        bulk.bytes(body, RubricDocument.MAX_BYTES),
                        IfMatch.parse(ifMatch))
                .respond();
    }

    @DELETE
    @Path("/{rubric}/versions/{version}")
    @RolesAllowed(AUTHOR)
    @Operation(summary = "Delete a draft")
    @APIResponse(responseCode = "204", description = "Deleted")
    @Refuses(status = 404, when = "No such version")
    @Refuses(
            status = 409,
            types = {"rubric-published", "rubric-in-use"},
            when = "Published, or a cycle is made of it")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(status = 428, when = "If-Match is missing")
    public void deleteRubric(
            @PathParam("rubric") String rubric,
            @PathParam("version") String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.delete(rubric, version, IfMatch.parse(ifMatch));
    }

    @POST
    @Path("/{rubric}/versions/{version}/publish")
    @RolesAllowed(AUTHOR)
    @Operation(summary = "Publish a draft", description = "From now on it never changes.")
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content = @Content(schema = @Schema(implementation = RubricVersionView.class)))
    @Refuses(status = 404, when = "No such version")
    @Refuses(status = 409, types = "rubric-published", when = "Published already")
    public RestResponse<RubricVersionView> publishRubric(
            @PathParam("rubric") String rubric,
            @PathParam("version") String version,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency.once(null, () -> RestResponse.ok(service.publish(rubric, version)));
    }

    private Response document(Stored stored, Request request, HttpHeaders headers) {
        boolean yaml = headers.getAcceptableMediaTypes().getFirst().toString().startsWith(YAML);
        String hash = stored.head().hash();
        RestResponse<byte[]> response = ETags.ok(request, ETags.of(hash), () -> body(stored, yaml));
        return ResponseBuilder.fromResponse(response)
                .type(yaml ? YAML : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Rubric-Status", stored.head().status())
                .build()
                .toResponse();
    }

    private byte[] body(Stored stored, boolean yaml) {
        return bodies.get(
                (yaml ? "yaml " : "json ") + stored.head().hash(),
                _ ->
                        (yaml ? RubricDocument.toYaml(stored.rubric()) : stored.document())
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static String path(RubricVersionView head) {
        return "/v1/rubrics/%s/versions/%s".formatted(head.rubric(), head.version());
    }

    /**
     * A page of rubric versions.
     *
     * <p>For the contract only.
     */
    @Schema(name = "RubricPage")
    private record RubricPage(List<RubricVersionView> items, int page, int size, long total) {}
}
