package org.openworkbin.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of the description, and what is wrong with a value by one of them. Thread-safe. */
final class DescribedSchemas {
  private static final String DOCUMENT = "https://description.invalid/openapi.json";
  private static final JsonMapper JSON = new JsonMapper();

  private final SchemaRegistry registry;
  private final IdentityHashMap<JsonNode, Schema> schemas = new IdentityHashMap<>();

  DescribedSchemas(String document) {
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialect.builder(Dialects.getDraft202012())
                .keyword(new NonValidationKeyword("discriminator"))
                .build(),
            builder -> builder.schemas(Map.of(DOCUMENT, absolute(document))));
  }

  /** Each says where in the value something is wrong, and what. */
  List<String> problems(JsonNode schema, JsonNode value) {
    return schema(schema).validate(value).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .distinct()
        .toList();
  }

  private synchronized Schema schema(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema, node -> registry.getSchema(JSON.readTree(absolute(node.toString()))));
  }

  /** A schema that is looked at by itself still leads to the document. */
  private static String absolute(String json) {
    return json.replace("\"$ref\":\"#/", "\"$ref\":\"" + DOCUMENT + "#/");
  }
}
