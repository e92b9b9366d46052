package dev.ferry.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/// The texts in a template, with what CloudFormation fills in made short.
final class Texts {
    private Texts() {}

    /// One text or several.
    static List<String> of(JsonNode node) {
        return node.isArray() ? Templates.elements(node).map(Texts::one).toList() : List.of(one(node));
    }

    private static String one(JsonNode node) {
        if (node.has("Fn::Join")) {
            return Templates.elements(node.at("/Fn::Join/1")).map(Texts::one).collect(Collectors.joining());
        }
        if (node.has("Ref")) {
            return node.path("Ref").asText().replace("AWS::Partition", "PARTITION");
        }
        if (node.has("Fn::GetAtt")) {
            return "<" + node.at("/Fn::GetAtt/0").asText() + ">";
        }
        return node.has("Fn::ImportValue") ? "<" + node.path("Fn::ImportValue").asText() + ">" : node.asText();
    }
}
