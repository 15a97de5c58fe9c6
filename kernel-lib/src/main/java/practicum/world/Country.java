package practicum.world;

/** A country with its capital and its language. */
public record Country(String name, String capital, String language) {}
