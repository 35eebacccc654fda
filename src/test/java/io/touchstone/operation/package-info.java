/** The product as its operator meets it: started, refused, killed and stopped as a process. */
package io.touchstone.operation;
