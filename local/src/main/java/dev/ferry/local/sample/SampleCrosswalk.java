package dev.ferry.local.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The files that the invented client supplies. *Shape*: RFC 4180 CSV with CRLF.
final class SampleCrosswalk {
    private SampleCrosswalk() {}

    static void write(Path dir, int people) throws IOException {
        Files.createDirectories(dir);
        StringBuilder customers = new StringBuilder("external_user_id,customer_id,name,email,phone,company,domain\r\n");
        for (int number = 0; number < people; number++) {
            SamplePerson person = new SamplePerson(number);
            if (!person.anonymous()) {
                customers.append("%s,%d,%s,%s,+1-555-%04d,%s,%s\r\n"
                        .formatted(
                                person.externalUserId(),
                                person.otherCustomerId(),
                                person.name(),
                                number % 4 == 0 ? person.email().toUpperCase(Locale.ROOT) : person.email(),
                                number % 10_000,
                                person.company(),
                                person.company().isEmpty() ? "" : person.domain()));
            }
        }
        Files.writeString(dir.resolve("customers.csv"), customers);
        Files.writeString(dir.resolve("agents.csv"), """
                rep_id,crm_rep_id,name,email,active\r
                7001,agent.7001,"Abel, Ruth",ruth.abel@gardenco.example,true\r
                7002,,"Costa, Leo",leo.costa@gardenco.example,true\r
                7003,agent.7003,"Dahl, Signe",,true\r
                7006,agent.7006,"Gray, Sam",sam.gray@gardenco.example,false\r
                """);
    }
}
