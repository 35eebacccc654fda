/** Stage 2: items become assignments and work packages; who may do them and who does them next. */
package io.touchstone.tasking;
