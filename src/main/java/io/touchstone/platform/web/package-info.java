/** How an answer or a refusal reaches a person or a machine over HTTP. */
package io.touchstone.platform.web;
