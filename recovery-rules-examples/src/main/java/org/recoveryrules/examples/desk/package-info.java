/**
 * A CRM desk: an embedded database of customers, orders, tickets and past recoveries, an advisor that is asked for each
 * new ticket, and a page of text for the person who has the customer on the phone.
 *
 * <p>{@link org.recoveryrules.examples.desk.CrmDesk} runs it. What a customer relationship system has to do of its own,
 * work out a {@link org.recoveryrules.api.FailureContext} from what it knows, stands in
 * {@link org.recoveryrules.examples.desk.TicketReader}. Nothing here knows how a failure is recovered.
 */
@NullMarked
package org.recoveryrules.examples.desk;

import org.jspecify.annotations.NullMarked;
