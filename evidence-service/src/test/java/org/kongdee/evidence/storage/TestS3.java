package org.kongdee.evidence.storage;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server for tests, with one bucket. */
public final class TestS3 implements AutoCloseable {

    public static final String BUCKET = "evidence";
    public static final String SECRET = "secret";

    private final S3Proxy proxy;
    private final URI endpoint;

    private TestS3(S3Proxy proxy) {
        this.proxy = proxy;
        this.endpoint = URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    public static TestS3 start(Path folder) throws Exception {
        var proxy =
                S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "id", SECRET)
                        .build();
        proxy.start();
        var server = new TestS3(proxy);
        try (S3Client client = server.client(SECRET)) {
            client.createBucket(create -> create.bucket(BUCKET));
        }
        return server;
    }

    public URI endpoint() {
        return endpoint;
    }

    S3Client client(String secret) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", secret)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }
}
