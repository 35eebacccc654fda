package io.touchstone.quality.routing;

/**
 * Items of a batch that one pass sent the same way for the same reason.
 *
 * @param pass counts the batch's passes through routing, from 1; one in which nothing new was known
 *     of any item is not counted
 * @param route accept, extra-label or review
 * @param rule stable code of the row
 * @param tableVersion the engine's version of the table adjudication-routing
 */
public record RouteCount(int pass, String route, String rule, int tableVersion, long items) {}
