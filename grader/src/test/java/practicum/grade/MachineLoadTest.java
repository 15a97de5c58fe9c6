package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MachineLoadTest {
    @Test
    void onlyWhatIsMoreThanTheProcessorsCanDoIsTold() {
        assertThat(MachineLoad.words(2.0, 2)).isEmpty();
        assertThat(MachineLoad.words(-1, 2)).as("where the system does not say").isEmpty();
        assertThat(MachineLoad.words(26.84, 2))
                .hasValueSatisfying(words -> assertThat(words).contains("26.8 processes for 2 processors"));
    }
}
