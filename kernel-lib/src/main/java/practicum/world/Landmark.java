package practicum.world;

/** A landmark of two words, such as "Silver Tower", and the city where it stands. */
public record Landmark(String name, String city) {}
