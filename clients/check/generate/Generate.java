import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** The clients of openapi-generator, all of them by one Java: Generate {contracts} {output}. */
class Generate {

    private static final String JAVA = "java";

    // A service answers new members before a client knows them, and null is as good as absent to it.
    private static final Map<String, Map<String, Object>> OPTIONS =
            Map.of(
                    JAVA,
                    Map.of(
                            "library", "okhttp-gson",
                            "openApiNullable", false,
                            "useJakartaEe", true,
                            "disallowAdditionalPropertiesIfNotPresent", false),
                    "typescript-fetch",
                    Map.of("supportsES6", true, "withoutRuntimeChecks", false),
                    "python",
                    Map.of("disallowAdditionalPropertiesIfNotPresent", false));

    public static void main(String... args) throws Exception {
        Path contracts = Path.of(args[0]);
        for (String service : List.of("rubric", "evidence", "notification")) {
            for (var language : OPTIONS.entrySet()) {
                var client = new CodegenConfigurator();
                client.setInputSpec(contracts.resolve(service + "-service.yaml").toString());
                client.setOutputDir(
                        Files.createDirectories(Path.of(args[1], language.getKey(), service))
                                .toString());
                client.setGeneratorName(language.getKey());
                language.getValue().forEach(client::addAdditionalProperty);
                client.addGlobalProperty("apis", "");
                client.addGlobalProperty("models", "");
                client.addGlobalProperty("supportingFiles", "");
                client.addGlobalProperty("apiTests", "false");
                client.addGlobalProperty("modelTests", "false");
                client.addGlobalProperty("apiDocs", "false");
                client.addGlobalProperty("modelDocs", "false");
                String name = "org.kongdee.client." + service;
                if (language.getKey().equals(JAVA)) {
                    client.setInvokerPackage(name);
                    client.setApiPackage(name + ".api");
                    client.setModelPackage(name + ".model");
                }
                new DefaultGenerator().opts(client.toClientOptInput()).generate();
            }
        }
    }
}
