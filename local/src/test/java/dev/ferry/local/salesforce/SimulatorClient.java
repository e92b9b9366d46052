package dev.ferry.local.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A bare HTTP client of the simulator, which shows requests and answers as they are.
final class SimulatorClient implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String BASE = "/services/data/v66.0";

    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "none";

    SimulatorClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// An answer with its body as text.
    record Answer(int status, String body, HttpResponse<String> raw) {
        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String errorCode() {
            return json().path(0).path("errorCode").asText();
        }
    }

    Answer send(String method, String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer api(String method, String path, String body, String... headers) {
        return send(method, BASE + path, "application/json", body, headers);
    }

    Answer get(String path) {
        return api("GET", path, "");
    }

    SimulatorClient login() {
        Answer answer =
                token("grant_type=client_credentials&client_id=ferry-consumer-key&client_secret=ferry-consumer-secret");
        token = answer.json().path("access_token").asText();
        return this;
    }

    Answer token(String form) {
        return send("POST", "/services/oauth2/token", "application/x-www-form-urlencoded", form);
    }

    JsonNode query(String soql) {
        return get("/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8))
                .json();
    }

    JsonNode queryAll(String soql) {
        return get("/queryAll?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8))
                .json();
    }

    String insert(String object, String json) {
        Answer answer = api("POST", "/sobjects/" + object, json);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return answer.json().path("id").asText();
    }

    /// Creates, fills and closes an ingest job. The result is its id.
    String startJob(String job, String csv) {
        String id = api("POST", "/jobs/ingest", job).json().path("id").asText();
        Answer put = send("PUT", BASE + "/jobs/ingest/" + id + "/batches", "text/csv", csv);
        if (put.status() != 201) {
            throw new IllegalStateException(put.body());
        }
        api("PATCH", "/jobs/ingest/" + id, "{\"state\":\"UploadComplete\"}");
        return id;
    }

    /// Runs an ingest job to its end. The result is the job's last state.
    JsonNode runJob(String job, String csv) {
        return await("/jobs/ingest/" + startJob(job, csv));
    }

    JsonNode await(String path) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (true) {
            JsonNode job = get(path).json();
            String state = job.path("state").asText();
            if (List.of("JobComplete", "Failed", "Aborted").contains(state)) {
                return job;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The job did not end: " + job);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /// The lines of a result file, the header first.
    List<String> results(JsonNode job, String name) {
        Answer answer = get("/jobs/ingest/" + job.path("id").asText() + "/" + name + "/");
        return new ArrayList<>(Arrays.asList(answer.body().split("\n", -1))).subList(0, lines(answer.body()));
    }

    private static int lines(String body) {
        return (int) body.chars().filter(c -> c == '\n').count();
    }

    @Override
    public void close() {
        http.close();
    }
}
