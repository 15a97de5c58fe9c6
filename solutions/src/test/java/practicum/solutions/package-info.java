/** Tests of every practicum of the course. */
package practicum.solutions;
