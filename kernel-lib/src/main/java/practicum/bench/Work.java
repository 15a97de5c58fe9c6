package practicum.bench;

/** One way to do a piece of work. What it returns is compared between the ways; the limit returns nothing. */
@FunctionalInterface
interface Work {
    float[] run();
}
