/** Kinds of answer and of content, one sub-package a kind. */
package io.touchstone.answer;
