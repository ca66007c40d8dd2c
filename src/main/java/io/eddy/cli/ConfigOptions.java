package io.eddy.cli;

import io.eddy.LearnerConfig;
import io.eddy.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The configuration of a command. Later ones win: Eddy's defaults, the file, the environment, {@code --set}.
 *
 * <p>{@code EDDY_LABEL} is {@code eddy.label}, {@code KAFKA_BOOTSTRAP_SERVERS} is {@code bootstrap.servers}: {@code _} is
 * a dot, {@code __} an underscore, {@code ___} a dash.
 */
final class ConfigOptions {
    private static final String KAFKA = "KAFKA_";
    private static final String EDDY = "EDDY_";

    /** What Kubernetes adds for services whose names begin with eddy or kafka; the addresses are recognised by their value. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("(EDDY|KAFKA)_(.*_)?(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_[0-9]+_(TCP|UDP)(_.*)?)");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp)://.*");

    @Parameters(index = "0", paramLabel = "CONFIG", description = "Properties file with the configuration.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one key, over file and environment. Can be given several times.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    LearnerConfig load() {
        LearnerConfig config = load(Map.of());
        Logger log = LoggerFactory.getLogger(ConfigOptions.class);
        config.warnings().forEach(warning -> log.warn("event=configuration warning=\"{}\"", warning));
        return config;
    }

    /** @param last what the command itself decides, over all else */
    LearnerConfig load(Map<String, String> last) {
        Map<String, String> over = new LinkedHashMap<>(overrides);
        over.putAll(last);
        return assemble(read(file), System.getenv(), over);
    }

    /** Lays one over the other and checks the whole. */
    static LearnerConfig assemble(
            Map<String, String> file, Map<String, String> environment, Map<String, String> overrides) {
        Map<String, String> all = new LinkedHashMap<>(file);
        environment.forEach((name, value) -> {
            if (SERVICE_LINK.matcher(name).matches()
                    || SERVICE_ADDRESS.matcher(value).matches()) {
                return;
            }
            if (name.startsWith(EDDY)) {
                all.put(ownKey(name), value);
            } else if (name.startsWith(KAFKA)) {
                all.put(key(name.substring(KAFKA.length())), value);
            }
        });
        all.putAll(overrides);
        return LearnerConfig.of(all);
    }

    private static String ownKey(String variable) {
        String key = "eddy." + key(variable.substring(EDDY.length()));
        if (!LearnerConfig.definition().configKeys().containsKey(key)) {
            throw Problem.usage(
                    "unknown key " + key + ", from the environment variable " + variable,
                    "variables that begin with " + EDDY + " are keys of Eddy's own, and this is none of them",
                    "unset " + variable + ", or give it the name of a key of the README's");
        }
        return key;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("___", "-")
                .replace("__", "\u0000")
                .replace('_', '.')
                .replace('\u0000', '_');
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try {
            // editors of Windows put a byte order mark before the first key
            properties.load(new StringReader(Files.readString(file).replaceFirst("^\ufeff", "")));
        } catch (IOException e) {
            throw Problem.usage(
                    "can't read the configuration " + file,
                    Files.exists(file) ? "it is not a readable text file" : "there is no such file",
                    "give the path of a properties file; config/ has examples");
        } catch (IllegalArgumentException e) {
            throw Problem.usage(
                    "can't read the configuration " + file,
                    String.valueOf(e.getMessage()),
                    "write backslashes as \\\\ and other characters as they are");
        }
        Map<String, String> map = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }
}
