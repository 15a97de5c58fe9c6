package practicum.world.binding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** What kind of thing a word of this world stands for, and all words of that kind. */
public enum Kind {
    NAME(
            "Alice Bob Carla David Emma Frank Grace Henry Irene Jack Karen Leo Maria Noah Olga Peter Quinn Rosa Simon Tina"),
    COUNTRY("France Italy Spain Greece Poland Norway Japan China Kenya Egypt Peru Cuba Austria Russia"),
    /** The capital of the country at the same place in the list. */
    CAPITAL("Paris Rome Madrid Athens Warsaw Oslo Tokyo Beijing Nairobi Cairo Lima Havana Vienna Moscow"),
    FOOD("pizza soup rice fish bread cheese salad pasta cake beans corn curry fruit eggs"),
    PET("cat dog horse rabbit parrot turtle hamster snake goat duck fox mouse pony lizard"),
    BOX("A B C D E F G H"),
    OBJECT("key map coin book lamp rope drum ring clock shoe brush plate stone glove candle mirror"),
    CONTAINER("cup bottle jar mug bowl glass flask bucket"),
    DRINK("tea coffee beer water milk juice wine cocoa");

    private final List<String> words;

    Kind(String words) {
        this.words = List.of(words.split(" "));
    }

    /** What an entity of a context may have, beside its name. */
    public static List<Kind> attributes() {
        return List.of(COUNTRY, FOOD, PET);
    }

    /** Every word of this kind. */
    public List<String> words() {
        return words;
    }

    /** The other words of this kind, in random order. */
    List<String> others(Set<String> than, Random random) {
        List<String> others = new ArrayList<>(words);
        others.removeAll(than);
        Collections.shuffle(others, random);
        return others;
    }

    /** The name of the kind, in tables and in templates. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The capital of a country. */
    public static String capitalOf(String country) {
        int place = COUNTRY.words.indexOf(country);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "\"" + country + "\" is no country of this world; there are " + COUNTRY.words + ".");
        }
        return CAPITAL.words.get(place);
    }
}
