package org.kongdee.notification.digest;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kongdee.notification.link.LinkPage;
import org.kongdee.notification.message.MailConfig;
import org.kongdee.notification.wording.OneLine;

/** The service's templates, read without its container. */
public final class Templates {

    private static final Engine ENGINE =
            Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                    .addResultMapper(new OneLine())
                    .build();

    private Templates() {}

    public static DigestRenderer renderer() {
        return new DigestRenderer(
                template("digest.html", Variant.TEXT_HTML),
                template("digest.txt", Variant.TEXT_PLAIN),
                () -> Optional.of("https://kongdee.example/hand-in?milestone={milestone}"),
                new MailConfig() {
                    @Override
                    public Optional<String> organiser() {
                        return Optional.of("organiser@slk.example");
                    }

                    @Override
                    public String idDomain() {
                        return "kongdee.local";
                    }
                });
    }

    /** The page of a link. */
    public static String page(LinkPage page) {
        return template("link.html", Variant.TEXT_HTML).data("page", page).render();
    }

    private static Template template(String name, String type) {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/" + name)) {
            String source =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return ENGINE.parse(source, Variant.forContentType(type), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
