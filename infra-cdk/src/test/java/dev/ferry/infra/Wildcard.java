package dev.ferry.infra;

/// Of which kind a resource with a wildcard is.
final class Wildcard {
    private Wildcard() {}

    static String kind(String resource) {
        if (resource.contains(":secretsmanager:")) {
            return resource.endsWith("-??????") ? "secret-??????" : resource;
        }
        if (resource.contains(":execution:")) {
            return "execution:*";
        }
        if (resource.contains(":mapRun:")) {
            return "mapRun:*";
        }
        if (resource.startsWith("<") && resource.endsWith(">:*")) {
            return "function:*";
        }
        int object = resource.indexOf(">/");
        if (object >= 0 && resource.contains("Bucket")) {
            String key = resource.substring(object + 2);
            return key.equals("*") ? "work-bucket/*" : key;
        }
        return resource;
    }
}
