package common;

import java.nio.charset.StandardCharsets;

/** Writes requests to the service that is measured, with the token of the bench. */
public final class Http {

    private final int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    private final String token = System.getenv("BENCH_TOKEN");

    public byte[] get(String path) {
        return get(path, "application/json");
    }

    public byte[] get(String path, String accept) {
        return request(token, "GET", path, accept, "", new byte[0]);
    }

    /**
     * A request with a JSON body.
     *
     * @param headers more of them, each with its line end
     */
    public byte[] json(String method, String path, String headers, String body) {
        return request(method, path, headers + "Content-Type: application/json\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] request(String method, String path, String headers, byte[] body) {
        return request(token, method, path, "application/json", headers, body);
    }

    /** A request of somebody else than the bench usually is. */
    public byte[] request(String bearer, String method, String path, String headers, byte[] body) {
        return request(bearer, method, path, "application/json", headers, body);
    }

    private byte[] request(String bearer, String method, String path, String accept, String headers, byte[] body) {
        String head =
                method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + bearer
                        + "\r\nAccept: " + accept + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    public Load.Connection connect() throws java.io.IOException {
        return new Load.Connection(port);
    }
}
