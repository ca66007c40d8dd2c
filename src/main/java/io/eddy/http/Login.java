package io.eddy.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.BasicAuthenticator;
import io.eddy.HttpConfig;
import java.security.MessageDigest;

/** Basic authentication of the one user that the configuration names. */
final class Login extends BasicAuthenticator {
    private final HttpConfig config;

    Login(HttpConfig config) {
        super("Eddy", UTF_8);
        this.config = config;
    }

    /** Takes as long for a wrong beginning as for a wrong end. */
    @Override
    public boolean checkCredentials(String user, String password) {
        return MessageDigest.isEqual(
                bytes(user, password), bytes(config.user(), config.password().value()));
    }

    private static byte[] bytes(String user, String password) {
        return (user + ":" + password).getBytes(UTF_8);
    }
}
