/** The PostgreSQL under the product, embedded or existing. */
package io.touchstone.platform.database;
