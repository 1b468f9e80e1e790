package org.recoveryrules.examples.desk;

import java.time.OffsetDateTime;

/**
 * A ticket as it is announced at the desk: who, where, when and what happened.
 *
 * @param id its number
 * @param customerId the customer's number
 * @param customer the customer's name
 * @param channel {@code CHAT}, {@code COUNTER}, {@code EMAIL} or {@code PHONE}
 * @param openedAt when the customer complained or the firm discovered it
 * @param story what happened, in a sentence or two
 */
record Ticket(int id, int customerId, String customer, String channel, OffsetDateTime openedAt, String story) {}
