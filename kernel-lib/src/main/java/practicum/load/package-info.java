/** Models from folders: safetensors, configurations, one data file per architecture. */
@NullMarked
package practicum.load;

import org.jspecify.annotations.NullMarked;
