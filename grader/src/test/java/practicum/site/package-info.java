/** Tests of the course's site. */
package practicum.site;
