/**
 * The deployed processes and tables: deployed as one set, checked, started, evaluated and read
 * back.
 */
package io.touchstone.platform.engine.process;
