/** How long the suite takes, class by class. */
package io.touchstone.suite;
