/** The figures of health for a monitoring system. */
package io.touchstone.health.prometheus;
