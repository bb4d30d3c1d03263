package org.kongdee.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import org.kongdee.client.evidence.EvidenceApi;
import org.kongdee.client.notification.NotificationApi;
import org.kongdee.client.rubric.RubricApi;
import org.kongdee.client.token.TokenProvider;

/** The three services, as one caller. It is safe for use by many threads; calls are not. */
public final class Kongdee {

    private final RubricApi rubric;
    private final EvidenceApi evidence;
    private final NotificationApi notification;

    private Kongdee(Builder builder) {
        HttpClient http =
                builder.http != null
                        ? builder.http
                        : HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(Duration.ofSeconds(10))
                                .build();
        rubric =
                builder.rubric == null
                        ? null
                        : new RubricApi(builder.service(builder.rubric, http));
        evidence =
                builder.evidence == null
                        ? null
                        : new EvidenceApi(builder.service(builder.evidence, http));
        notification =
                builder.notification == null
                        ? null
                        : new NotificationApi(builder.service(builder.notification, http));
    }

    public static Builder builder() {
        return new Builder();
    }

    public RubricApi rubric() {
        return named(rubric, "rubric");
    }

    public EvidenceApi evidence() {
        return named(evidence, "evidence");
    }

    public NotificationApi notification() {
        return named(notification, "notification");
    }

    private static <A> A named(A api, String service) {
        if (api == null) {
            throw new IllegalStateException(
                    "Where "
                            + service
                            + "-service is was not said; add "
                            + service
                            + "(uri) to the builder");
        }
        return api;
    }

    /** Says where the services are, and who calls. */
    public static final class Builder {

        private URI rubric;
        private URI evidence;
        private URI notification;
        private TokenProvider tokens;
        private String language;
        private Retry retry = Retry.DEFAULT;
        private Duration patience = Duration.ofMinutes(2);
        private HttpClient http;

        private Builder() {}

        /** Such as http://localhost:8081. */
        public Builder rubric(String uri) {
            rubric = URI.create(uri);
            return this;
        }

        /** Such as http://localhost:8082. */
        public Builder evidence(String uri) {
            evidence = URI.create(uri);
            return this;
        }

        /** Such as http://localhost:8083. */
        public Builder notification(String uri) {
            notification = URI.create(uri);
            return this;
        }

        public Builder tokens(TokenProvider tokens) {
            this.tokens = tokens;
            return this;
        }

        /** Of every text of a problem: th or en. Without it the service chooses. */
        public Builder language(String language) {
            this.language = language;
            return this;
        }

        public Builder retry(Retry retry) {
            this.retry = Objects.requireNonNull(retry, "retry");
            return this;
        }

        /** How long to wait for an answer; two minutes if left out. */
        public Builder patience(Duration patience) {
            this.patience = Objects.requireNonNull(patience, "patience");
            return this;
        }

        /** With proxies or certificates of your own. */
        public Builder http(HttpClient http) {
            this.http = http;
            return this;
        }

        public Kongdee build() {
            Objects.requireNonNull(tokens, "Who calls was not said; add tokens(provider)");
            return new Kongdee(this);
        }

        private Service service(URI base, HttpClient client) {
            return new Service(base, client, tokens, language, retry, patience);
        }
    }
}
