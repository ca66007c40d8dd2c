package io.eddy;

import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import io.eddy.problem.Problem;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.types.Password;

/** The keys of the page, health and metrics, and what they come to together. */
final class HttpKeys {
    static final String PORT = "eddy.http.port";
    static final String HOST = "eddy.http.host";
    static final String USER = "eddy.http.user";
    static final String PASSWORD = "eddy.http.password";
    static final String KEYSTORE = "eddy.http.tls.keystore";
    static final String KEYSTORE_PASSWORD = "eddy.http.tls.keystore.password";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    private HttpKeys() {}

    static void define() {
        ConfigKeys.define(
                PORT,
                ConfigDef.Type.INT,
                8080,
                Range.between(0, 65_535),
                MEDIUM,
                "Port of the page, health and metrics; 0 takes a free one and prints it.");
        ConfigKeys.define(
                HOST,
                ConfigDef.Type.STRING,
                "127.0.0.1",
                new NonEmptyString(),
                MEDIUM,
                "Address that HTTP listens on.");
        optional(
                USER,
                ConfigDef.Type.STRING,
                "Who may see the page and the metrics (basic authentication); not given: anyone who reaches the port."
                        + " `/health/*` never asks, a probe has no password.");
        optional(PASSWORD, ConfigDef.Type.PASSWORD, "The password of eddy.http.user.");
        optional(
                KEYSTORE,
                ConfigDef.Type.STRING,
                "A PKCS12 or JKS file with key and certificate: HTTPS in place of HTTP.");
        optional(KEYSTORE_PASSWORD, ConfigDef.Type.PASSWORD, "The password of eddy.http.tls.keystore and of its key.");
    }

    private static void optional(String key, ConfigDef.Type type, String doc) {
        ConfigKeys.define(key, type, null, null, MEDIUM, doc);
    }

    static HttpConfig config(Map<String, Object> values) {
        requireBoth(values, USER, PASSWORD);
        requireBoth(values, KEYSTORE, KEYSTORE_PASSWORD);
        return new HttpConfig(
                (String) values.get(HOST),
                (Integer) values.get(PORT),
                (String) values.get(USER),
                (Password) values.get(PASSWORD),
                (String) values.get(KEYSTORE),
                (Password) values.get(KEYSTORE_PASSWORD));
    }

    static boolean sendsPasswordsInClear(HttpConfig http) {
        return http.user() != null && http.keystore() == null && !LOOPBACK.contains(http.host());
    }

    private static void requireBoth(Map<String, Object> values, String key, String password) {
        if ((values.get(key) == null) != (values.get(password) == null)) {
            throw Problem.usage(
                    key + " and " + password + " go together",
                    (values.get(key) == null ? password : key) + " is given alone",
                    "give both, or neither");
        }
    }
}
