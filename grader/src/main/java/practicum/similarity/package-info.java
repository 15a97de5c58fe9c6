/** Which submissions share more code than chance and the release explain: winnowing of normalised Java tokens. */
@NullMarked
package practicum.similarity;

import org.jspecify.annotations.NullMarked;
