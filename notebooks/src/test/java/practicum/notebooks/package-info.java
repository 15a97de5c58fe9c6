/** Tests of the notebooks that students get. */
package practicum.notebooks;
