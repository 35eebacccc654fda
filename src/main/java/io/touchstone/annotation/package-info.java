/** Stage 3, the editor's server side: drafts that are never lost, and judgements they become. */
package io.touchstone.annotation;
