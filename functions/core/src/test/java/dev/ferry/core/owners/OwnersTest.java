package dev.ferry.core.owners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.owners.OwnerMatch.Basis;
import dev.ferry.core.source.CanonicalId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnersTest {
    private static final TargetUser LOADER =
            new TargetUser("005L", "loader@acme.example", "l@acme.example", true, true);
    private static final TargetUser ANNE = new TargetUser("005A", "anne@acme.example", "Anne@Acme.example", true, true);
    private static final TargetUser TWIN_1 = new TargetUser("0051", "t1@acme.example", "twin@acme.example", true, true);
    private static final TargetUser TWIN_2 = new TargetUser("0052", "t2@acme.example", "twin@acme.example", true, true);
    private static final TargetUser GONE =
            new TargetUser("005G", "gone@acme.example", "gone@acme.example", false, true);
    private static final TargetUser CHATTER =
            new TargetUser("005C", "c@acme.example", "chat@acme.example", true, false);

    private final UserDirectory users = new Directory(List.of(LOADER, ANNE, TWIN_1, TWIN_2, GONE, CHATTER));

    private static CanonicalId rep(String id) {
        return new CanonicalId("asapp:acme:rep:" + id);
    }

    private Basis basisFor(@Nullable String email) {
        return new MatchOwners(users)
                .match(List.of(new MatchOwners.Agent(rep("1"), email)))
                .getFirst()
                .basis();
    }

    @Test
    void matchesAnActiveUserWhateverTheCaseOfTheAddress() {
        assertThat(basisFor(" ANNE@acme.example")).isEqualTo(Basis.EMAIL);
    }

    @Test
    void leavesEveryDoubtToAPersonAndSaysWhy() {
        assertThat(basisFor(null)).isEqualTo(Basis.NO_EMAIL);
        assertThat(basisFor("nobody@acme.example")).isEqualTo(Basis.NO_USER);
        assertThat(basisFor("twin@acme.example")).isEqualTo(Basis.SEVERAL_USERS);
        assertThat(basisFor("gone@acme.example")).isEqualTo(Basis.INACTIVE_USER);
        assertThat(basisFor("chat@acme.example")).isEqualTo(Basis.LICENCE);
    }

    @Test
    void appliesOwnersByLoginAndTheDefaultToTheRest() {
        List<OwnerMatch> open = List.of(
                new OwnerMatch(rep("1"), Basis.NO_USER, null),
                new OwnerMatch(rep("2"), Basis.NO_EMAIL, null),
                new OwnerMatch(rep("3"), Basis.EMAIL, "005A"));

        ApplyOwners.Applied applied =
                new ApplyOwners(users).apply(open, new OwnerAnswer("", Map.of(rep("1").value(), "anne@acme.example")));

        assertThat(applied.problems()).isEmpty();
        assertThat(applied.matches())
                .containsExactly(
                        new OwnerMatch(rep("1"), Basis.PERSON, "005A"),
                        new OwnerMatch(rep("2"), Basis.DEFAULT, "005L"),
                        new OwnerMatch(rep("3"), Basis.EMAIL, "005A"));
    }

    @Test
    void refusesAnOwnerWhoDoesNotExistOrIsInactive() {
        List<OwnerMatch> open =
                List.of(new OwnerMatch(rep("1"), Basis.NO_USER, null), new OwnerMatch(rep("2"), Basis.NO_USER, null));

        ApplyOwners.Applied applied = new ApplyOwners(users)
                .apply(
                        open,
                        new OwnerAnswer(
                                "",
                                Map.of(rep("1").value(), "nobody@x.example", rep("2").value(), "gone@acme.example")));

        assertThat(applied.problems()).hasSize(2).allMatch(problem -> problem.startsWith("asapp:acme:rep:"));
        assertThat(applied.matches()).noneMatch(OwnerMatch::decided);
    }

    private record Directory(List<TargetUser> all) implements UserDirectory {

        @Override
        public List<TargetUser> byEmail(Collection<String> emails) {
            Set<String> wanted =
                    emails.stream().map(email -> email.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            return all.stream()
                    .filter(user -> wanted.contains(user.email().toLowerCase(Locale.ROOT)))
                    .toList();
        }

        @Override
        public List<TargetUser> byLoginOrId(Collection<String> names) {
            return all.stream()
                    .filter(user -> names.contains(user.login()) || names.contains(user.id()))
                    .toList();
        }

        @Override
        public TargetUser loadingUser() {
            return LOADER;
        }
    }
}
