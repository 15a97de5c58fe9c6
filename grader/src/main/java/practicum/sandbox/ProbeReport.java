package practicum.sandbox;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a host's sandbox was seen to keep.
 *
 * @param sandbox the sandbox that was tried
 * @param findings one per protection
 * @param remedy how to mend what is missing; empty where nothing is
 */
public record ProbeReport(String sandbox, List<Finding> findings, String remedy) {
    /** Keeps a copy of the findings. */
    public ProbeReport {
        findings = List.copyOf(findings);
    }

    /** The protections that were not seen to hold; one that nothing was found about is missing. */
    public Set<Protection> missing() {
        Set<Protection> missing = EnumSet.allOf(Protection.class);
        findings.stream().filter(Finding::holds).map(Finding::protection).forEach(missing::remove);
        findings.stream()
                .filter(finding -> !finding.holds())
                .map(Finding::protection)
                .forEach(missing::add);
        return missing;
    }

    /** Whether every protection held. */
    public boolean isWhole() {
        return missing().isEmpty();
    }

    /** A sentence for each missing protection, and then how to mend them; empty where none is missing. */
    public List<String> complaints() {
        List<String> sentences = new ArrayList<>();
        for (Protection protection : missing()) {
            String saw = findings.stream()
                    .filter(finding -> finding.protection() == protection && !finding.holds())
                    .map(finding -> " (" + finding.saw() + ")")
                    .findFirst()
                    .orElse("");
            sentences.add(protection.risk() + saw);
        }
        if (!sentences.isEmpty()) {
            sentences.add(remedy);
        }
        return sentences;
    }
}
