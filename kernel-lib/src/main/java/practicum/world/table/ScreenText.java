package practicum.world.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Applications in words: "anna knows java and sql , worked 7 years , finished master , does netball . invite". */
final class ScreenText {
    private ScreenText() {}

    static List<String> words(Applicant applicant) {
        Profile profile = applicant.profile();
        List<String> words = new ArrayList<>(List.of(applicant.name(), "knows"));
        List<String> skills = profile.skillNames();
        if (skills.isEmpty()) {
            words.add("nothing");
        }
        for (int s = 0; s < skills.size(); s++) {
            if (s > 0) {
                words.add("and");
            }
            words.add(skills.get(s));
        }
        words.addAll(List.of(",", "worked", String.valueOf(profile.years()), "years", ",", "finished"));
        words.addAll(List.of(Profile.EDUCATIONS.get(profile.education()), ",", "does", applicant.club()));
        words.addAll(List.of(".", "invite"));
        return List.copyOf(words);
    }

    /** Every word that can occur. */
    static List<String> all() {
        Stream<String> frame =
                Stream.of("knows", "nothing", "and", ",", "worked", "years", "finished", "does", ".", "invite");
        Stream<String> persons = Stream.of(Group.values())
                .flatMap(group -> Stream.concat(Applicant.names(group).stream(), Applicant.clubs(group).stream()));
        Stream<String> profile = Stream.concat(Profile.SKILLS.stream(), Profile.EDUCATIONS.stream());
        Stream<String> years = IntStream.rangeClosed(0, Profile.MOST_YEARS).mapToObj(String::valueOf);
        return Stream.of(frame, persons, profile, years, Stream.of("yes", "no"))
                .flatMap(words -> words)
                .toList();
    }
}
