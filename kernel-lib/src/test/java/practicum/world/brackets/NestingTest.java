package practicum.world.brackets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.world.brackets.Place.Role;

class NestingTest {
    private static Nesting code(String text) {
        return Nesting.of(List.of(text.split(" ")), CodeGrammar.BRACKETS);
    }

    @Test
    void everyPlaceKnowsWhatIsOpen() {
        Nesting line = code("f ( [ 1 ] , ' ( ' ) ;");
        assertThat(line.places().stream().map(Place::depth)).containsExactly(0, 1, 2, 2, 1, 1, 2, 2, 1, 0, 0);
        assertThat(line.places().stream().map(Place::partner)).containsExactly(-1, 9, 4, -1, 2, -1, 8, -1, 6, 1, -1);
        assertThat(line.places().stream().map(Place::opener)).containsExactly(-1, 1, 2, 2, 1, 1, 6, 6, 1, -1, -1);
        assertThat(line.places().stream().map(Place::closer))
                .containsExactly("", ")", "]", "]", ")", ")", "'", "'", ")", "", "");
        assertThat(line.places().get(7).role()).as("a bracket in quotes").isEqualTo(Role.CONTENT);
        assertThat(line.depth()).isEqualTo(2);
        assertThat(line.table().intColumn("partner").asList()).contains(9, 4, 8);
    }

    @Test
    void openersAreTheInnermostWhosePartnerIsStillToCome() {
        for (Nesting string : DyckWorld.of(1).strings(NestingPart.DEEPER, 300, 8)) {
            List<Place> places = string.places();
            for (int i = 0; i < places.size(); i++) {
                int innermost = -1;
                for (int j = 0; j <= i; j++) {
                    if (places.get(j).role() == Role.OPENS && places.get(j).partner() > i) {
                        innermost = j;
                    }
                }
                Place place = places.get(i);
                assertThat(place.opener()).isEqualTo(innermost);
                assertThat(places.get(place.partner()).partner()).isEqualTo(i);
                if (innermost >= 0) {
                    assertThat(place.closer())
                            .isEqualTo(
                                    places.get(places.get(innermost).partner()).token());
                }
            }
        }
    }

    @Test
    void whatIsNotNestedSaysWhereAndWhy() {
        assertThatThrownBy(() -> code("f ( 1 ] ;"))
                .hasMessageContaining("The ] at token 3")
                .hasMessageContaining("the ( at token 1");
        assertThatThrownBy(() -> code("1 ) ;")).hasMessageContaining("nothing is open there");
        assertThatThrownBy(() -> code("f ( ' ) ;"))
                .hasMessageContaining("The ' at token 2")
                .hasMessageContaining("never");
    }
}
