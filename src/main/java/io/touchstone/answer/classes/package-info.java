/** Several labels of the label schema, or none where the project allows it. */
package io.touchstone.answer.classes;
