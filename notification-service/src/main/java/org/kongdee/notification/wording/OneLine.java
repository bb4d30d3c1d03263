package org.kongdee.notification.wording;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.kongdee.web.text.Text;

/**
 * Writes each text of a template as one line, whichever mail or page it is for: what lines there
 * are is the template's to say, so that no title can look like another line of the mail, such as
 * its links. In HTML it is escaped as well.
 */
@Singleton
public final class OneLine implements ResultMapper {

    private final HtmlEscaper html = new HtmlEscaper(List.of(Variant.TEXT_HTML));

    void register(@Observes EngineBuilder engine) {
        engine.addResultMapper(this);
    }

    /** Before those that come with the engine: of several that apply, one is asked. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return result instanceof String;
    }

    @Override
    public String map(Object result, Expression expression) {
        String line = Text.oneLine(result.toString());
        return html.appliesTo(expression.getOrigin(), line) ? html.map(line, expression) : line;
    }
}
