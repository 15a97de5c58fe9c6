/** Tests of the shape of the whole: which package may know which. */
package practicum.architecture;
