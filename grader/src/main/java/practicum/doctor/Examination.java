package practicum.doctor;

import java.util.List;

/** A look at one part of the machine. */
@FunctionalInterface
interface Examination {
    /** What was found, in the order in which a reader should hear it. */
    List<Diagnosis> examine();
}
