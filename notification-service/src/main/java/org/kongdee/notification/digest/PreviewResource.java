package org.kongdee.notification.digest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.link.LinkSigner;
import org.kongdee.notification.link.Links;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Detail;
import org.kongdee.notification.planning.Entry;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Post;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Role;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

@Path("/v1/templates")
@Tag(name = "Messages")
public class PreviewResource {

    private static final LocalDate DAY = LocalDate.of(2022, 1, 7);

    private final DigestRenderer renderer;

    PreviewResource(DigestRenderer renderer) {
        this.renderer = renderer;
    }

    @GET
    @Path("/digest")
    @Produces({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
    @RolesAllowed({Roles.ORGANISER, Roles.VIEWER, Roles.OFFICER})
    @Operation(
            summary = "The digest with sample data",
            description = "As HTML, or as text with Accept: text/plain. Its links lead nowhere.")
    @APIResponse(
            responseCode = "200",
            description = "A sample digest",
            content = {
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class))
            })
    public Response previewDigest(
            @Parameter(
                            description = "Language of the sample",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"th", "en"},
                                            defaultValue = "th"))
                    @QueryParam("language")
                    @Nullable String language,
            @HeaderParam("Accept") @Nullable String accept) {
        RenderedDigest digest =
                renderer.render(
                        sample(language(language)),
                        links(),
                        DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
        boolean text = accept != null && accept.startsWith(MediaType.TEXT_PLAIN);
        return Response.ok(text ? digest.text() : digest.html())
                .type((text ? MediaType.TEXT_PLAIN : MediaType.TEXT_HTML) + ";charset=UTF-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static Language language(@Nullable String language) {
        if (language == null) {
            return Language.TH;
        }
        if (!Set.of("th", "en").contains(language)) {
            throw Malformed.parameter("language", Message.of("language is th or en."));
        }
        return Language.valueOf(language.toUpperCase(Locale.ROOT));
    }

    /** Signed by a key that nobody keeps. */
    private static Links links() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Links(new LinkSigner(key), URI.create("https://kongdee.example"), Duration.ZERO);
    }

    private static DigestContent sample(Language language) {
        Recipient recipient =
                new Recipient(
                        "sample",
                        "legal.head@slk.example",
                        language == Language.TH ? "สมหญิง ใจดี" : "Somying Jaidee",
                        language,
                        null,
                        List.of(new Post("SLK", Set.of("LEGAL"), Role.HEAD)),
                        null,
                        null,
                        0);
        List<Plan.Line> lines =
                List.of(
                        line(
                                "2.4",
                                null,
                                DAY.minusDays(9),
                                new LocalizedText(
                                        "Performance agreements signed",
                                        "ลงนามคำรับรองการปฏิบัติราชการ"),
                                List.of(
                                        new LocalizedText(
                                                "signed agreement: have 7, need 9",
                                                "คำรับรองที่ลงนาม: มี ๗ ต้องการ ๙"))),
                        line(
                                "7.2.3",
                                1,
                                DAY,
                                new LocalizedText("5S results reported", "รายงานผลกิจกรรม 5 ส"),
                                List.of()),
                        line(
                                "1.1.1",
                                null,
                                DAY.plusDays(8),
                                new LocalizedText(
                                        "Corruption-prevention guideline",
                                        "แนวทางป้องกันการทุจริต"),
                                List.of(
                                        new LocalizedText("Guideline in place", "มีแนวทาง"),
                                        new LocalizedText(
                                                "Acknowledged or signed by the director",
                                                "ผอ. รับทราบ/ลงนาม"))));
        return new DigestContent(
                recipient, DAY, Entry.of(lines), lines.size(), 1, 2, List.of(), null);
    }

    private static Plan.Line line(
            String criterion,
            @Nullable Integer round,
            LocalDate due,
            LocalizedText title,
            List<LocalizedText> missing) {
        return Plan.Line.due(
                new Deadline(
                        "sample:SLK:" + criterion + ":1",
                        1,
                        "SLK",
                        "sample",
                        criterion,
                        round,
                        due,
                        false,
                        Set.of("LEGAL"),
                        Set.of(),
                        DeadlineStatus.PLANNED,
                        title,
                        missing,
                        null,
                        null,
                        DAY,
                        due.plusYears(1),
                        Detail.NONE),
                0,
                DAY,
                0);
    }
}
