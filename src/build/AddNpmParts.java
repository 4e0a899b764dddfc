import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds what the jar takes from npm to Maven's list of parts. Arguments: package-lock.json, the list. */
public class AddNpmParts {
    private static final String DIRECTORY = "node_modules/";

    public static void main(String[] args) {
        var json = JsonMapper.builder().build();
        Path file = Path.of(args[1]);
        ObjectNode list = (ObjectNode) json.readTree(file);
        ArrayNode parts = (ArrayNode) list.path("components");
        json.readTree(Path.of(args[0])).path("packages").properties().stream()
                .filter(npm -> npm.getKey().startsWith(DIRECTORY))
                .forEach(npm -> {
                    String name = npm.getKey().substring(DIRECTORY.length());
                    String version = npm.getValue().path("version").asString();
                    String purl = "pkg:npm/"
                            + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("%2F", "/") + "@" + version;
                    parts.removeIf(part -> part.path("purl").asString("").equals(purl));
                    ObjectNode part = parts.addObject()
                            .put("type", "library")
                            .put("bom-ref", purl)
                            .put("name", name)
                            .put("version", version);
                    part.putArray("licenses")
                            .addObject()
                            .put("expression", npm.getValue().path("license").asString());
                    part.put("purl", purl);
                });
        json.writerWithDefaultPrettyPrinter().writeValue(file, list);
    }
}
