/** Many people at work in a running installation. */
package io.touchstone.road;
