package org.kongdee.web.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes the contract of a service when it is built, from what the code says already: which
 * members of an answer are always there and which may be null, from the types; what each is, from
 * their Javadoc; which problems an operation answers, from {@link Refuses}; what answers look like,
 * from those that were kept; and what all operations have in common, once.
 */
@OpenApiFilter(RunStage.BUILD)
public class Contract implements OASFilter {

    private final IndexView index;

    public Contract(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Words words = Words.read();
        var usage = Usage.of(api);
        new Schemas(new Types(index), words, usage).complete(api);
        Samples.add(api);
        new Operations(words, Refusal.byOperation(index), new Headers(api)).complete(api);
    }
}
