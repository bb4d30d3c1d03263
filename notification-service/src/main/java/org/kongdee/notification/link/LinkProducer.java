package org.kongdee.notification.link;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import org.jboss.logging.Logger;

/** Makes the signer from the configured key; at start, so that a bad key is seen there. */
@Startup
@Singleton
class LinkProducer {

    private static final Logger LOG = Logger.getLogger(LinkProducer.class);
    private static final int KEY_BYTES = 32;

    private final LinkSigner signer;
    private final LinkConfig config;

    LinkProducer(LinkConfig config) {
        this.config = config;
        this.signer =
                new LinkSigner(
                        config.secret().map(LinkProducer::decode).orElseGet(this::temporary));
    }

    @Produces
    @Singleton
    LinkSigner signer() {
        return signer;
    }

    @Produces
    @Singleton
    Links links() {
        return new Links(signer, config.baseUrl(), config.validity());
    }

    private static byte[] decode(String secret) {
        try {
            return Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("kongdee.links.secret is not Base64");
        }
    }

    private byte[] temporary() {
        LOG.warn(
                "kongdee.links.secret is not set: links in mails work at this replica only, until it stops");
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
