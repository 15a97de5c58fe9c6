/** One class that must share DJL's package to reach a package-private call. */
@NullMarked
package ai.djl.pytorch.jni;

import org.jspecify.annotations.NullMarked;
