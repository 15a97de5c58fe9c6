/** The course as a folder of pages: indexes by syllabus, practicums, gallery, model cards, guides. */
@NullMarked
package practicum.site;

import org.jspecify.annotations.NullMarked;
