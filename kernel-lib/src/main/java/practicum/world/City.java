package practicum.world;

/** A city in a country. */
public record City(String name, String country) {}
