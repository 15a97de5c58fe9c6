package practicum.train;

/** Something to do on the way of a training, such as writing it down. */
@FunctionalInterface
interface Milestone {
    /** Called before the first step and after every one. */
    void reached(Training training);
}
