package practicum.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import practicum.doctor.Diagnosis.Health;

final class MachineExaminationTest {
    @Test
    void littleMemoryIsAWarningAndTooLittleAnIllness() {
        assertThat(MachineExamination.memory(16_000).health()).isEqualTo(Health.WELL);
        assertThat(MachineExamination.memory(3000).health()).isEqualTo(Health.WEAK);
        assertThat(MachineExamination.memory(1000).health()).isEqualTo(Health.ILL);
    }

    @Test
    void aFullDiskIsAnIllnessThatTellsWhatToDo() {
        Diagnosis full = MachineExamination.disk(20);
        assertThat(full.health()).isEqualTo(Health.ILL);
        assertThat(full.toString()).startsWith("✗ disk").contains("20 MB", "→ Free some space");
    }
}
