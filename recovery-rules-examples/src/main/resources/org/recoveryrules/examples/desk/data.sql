-- Ten customers, what they bought, what failed before, and the ten new tickets of Monday, 15 June 2026, 10:00 UTC.
-- A firm with several lines of business (shop, flights, energy, hosting, repairs), so that every story has its place.

insert into customer (id, name, expected_years, champion) values
    ( 1, 'Ada Novak',       8, false),
    ( 2, 'Bruno Keller',    5, false),
    ( 3, 'Chiara Rossi',   10, false),
    ( 4, 'Daniel Weber',    8, false),
    ( 5, 'Eva Lindqvist',  10, false),
    ( 6, 'Farid Haddad',   10, false),
    ( 7, 'Greta Olsen',    10, true),    -- chose us as the host of her employer's shop
    ( 8, 'Hugo Martin',     6, false),   -- has never ordered: worth 0 so far
    ( 9, 'Ivo Petrov',     10, false),
    (10, 'Jelena Kovac',    6, false);

insert into customer_order (id, customer_id, description, price, margin, ordered_on) values
    ( 1,  1, 'work bench',                      900.00,  500.00, '2024-06-14'),   -- a day too old to count
    ( 2,  1, 'drill and bits',                  860.00,  288.00, '2024-06-15'),
    ( 3,  1, 'screwdriver set',                  40.00,   12.00, '2026-06-11'),
    ( 4,  2, 'lawn mower',                      640.00,  188.00, '2025-11-28'),
    ( 5,  2, 'screwdriver set',                  40.00,   12.00, '2026-06-11'),
    ( 6,  3, 'flights to Lisbon',              1450.00,  310.00, '2024-09-10'),
    ( 7,  3, 'flights to Athens',              1100.00,  230.00, '2025-07-03'),
    ( 8,  3, 'flight to Naples',                300.00,   60.00, '2026-05-04'),
    ( 9,  4, 'a year of electricity',          1200.00,  105.00, '2024-11-01'),
    (10,  4, 'a year of electricity',          1260.00,  120.00, '2025-11-01'),
    (11,  5, 'winter tyres',                    700.00,  150.00, '2025-01-15'),
    (12,  5, 'garden furniture',                820.00,  190.00, '2025-10-09'),
    (13,  5, 'tent, by express delivery',       230.00,   60.00, '2026-06-08'),
    (14,  6, 'kitchen',                        3800.00, 1100.00, '2024-12-02'),
    (15,  6, 'bathroom',                       4100.00, 1180.00, '2025-09-21'),
    (16,  6, 'game console, as a gift',         500.00,  120.00, '2026-06-09'),
    (17,  7, 'move of the shop to our hosting', 4200.00, 2400.00, '2024-07-01'),
    (18,  7, 'a year of hosting',              3600.00, 2200.00, '2025-06-01'),
    (19,  7, 'a month of hosting',              300.00,  200.00, '2026-06-01'),
    (20,  9, 'television',                     1900.00,  420.00, '2025-03-12'),
    (21,  9, 'laptop',                         2100.00,  530.00, '2025-12-01'),
    (22,  9, 'headphones',                      180.00,   50.00, '2026-06-02'),
    (23, 10, 'a year of electricity',           980.00,   95.00, '2024-10-01'),
    (24, 10, 'a year of electricity',          1040.00,  105.00, '2025-10-01');

insert into guarantee (id, product_line, incident, kind, amount, per, basis) values
    (1, 'SHORT_HAUL_FLIGHT', 'CANCELLED', 'REFUND',          1.00, 'PRICE',
        'Regulation (EC) 261/2004 (EU261), Article 8: the ticket is refunded in full'),
    (2, 'SHORT_HAUL_FLIGHT', 'CANCELLED', 'REIMBURSEMENT', 290.00, 'FAILURE',
        'Regulation (EC) 261/2004 (EU261), Article 7: 250 euros for a flight of up to 1,500 km'),
    (3, 'HOSTING',           'OUTAGE',    'CREDIT',         50.00, 'HOUR',
        'Service-level agreement, section 4: a credit of 50 for every hour begun');


-- What failed before.

insert into ticket (id, customer_id, status, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability) values
    -- A minute older than two years when Ada Novak opens her new one.
    (1, 1, 'CLOSED', '2024-06-15 09:09:00+00', 'PHONE', 'SHOP', 'LATE', 'Drill came a week late',
        'MINOR', 'AVOIDABLE', 'UNFORESEEABLE'),
    -- Exactly two years older than Eva Lindqvist's new one.
    (2, 5, 'CLOSED', '2024-06-13 08:00:00+00', 'PHONE', 'SHOP', 'LATE', 'Bicycle rack came after the holidays',
        'MODERATE', 'AVOIDABLE', 'UNFORESEEABLE'),
    (3, 5, 'CLOSED', '2026-03-02 11:00:00+00', 'EMAIL', 'SHOP', 'LATE', 'Parcel a week late, answered after 18 days',
        'MINOR', 'AVOIDABLE', 'FORESEEABLE'),
    (4, 6, 'CLOSED', '2025-12-10 16:20:00+00', 'CHAT', 'SHOP', 'WRONG_ITEM', 'Taps in the wrong finish',
        'MINOR', 'AVOIDABLE', 'UNFORESEEABLE'),
    (5, 9, 'CLOSED', '2025-06-10 09:00:00+00', 'EMAIL', 'SHOP', 'NOT_RECEIVED', 'Cables never arrived',
        'MINOR', 'UNKNOWN', 'UNKNOWN'),
    (6, 9, 'CLOSED', '2025-06-12 09:00:00+00', 'EMAIL', 'SHOP', 'NOT_RECEIVED', 'Keyboard never arrived',
        'MINOR', 'UNKNOWN', 'UNKNOWN'),
    (7, 9, 'CLOSED', '2025-11-05 09:00:00+00', 'EMAIL', 'SHOP', 'NOT_RECEIVED', 'Charger never arrived',
        'MINOR', 'UNKNOWN', 'UNKNOWN'),
    (8, 9, 'CLOSED', '2026-02-17 09:00:00+00', 'CHAT', 'SHOP', 'DAMAGED', 'Laptop sleeve torn',
        'MINOR', 'UNAVOIDABLE', 'UNFORESEEABLE'),
    (9, 10, 'CLOSED', '2025-09-30 13:45:00+00', 'PHONE', 'ENERGY', 'METER_NOT_READ', 'Waited for the meter reader in vain',
        'MINOR', 'AVOIDABLE', 'UNFORESEEABLE');

-- Of ticket 4 nobody noted how it was recovered.
insert into recovery (ticket_id, outcome, compensated_on) values
    (1, 'GOOD', '2024-06-17'),
    (2, 'GOOD', '2024-06-15'),
    (3, 'POOR', '2026-03-20'),
    (5, 'GOOD', '2025-06-14'),   -- a day more than twelve months ago
    (6, 'GOOD', '2025-06-15'),   -- exactly twelve months ago
    (7, 'GOOD', '2025-11-07'),
    (8, 'GOOD', '2026-02-18'),
    (9, 'GOOD', null);


-- The new tickets, one a story. A column that is left out has its default: nobody knows, or nothing out of the ordinary.

-- A screwdriver set: a first, small failure that nobody could have prevented or seen coming.
insert into ticket (id, customer_id, order_id, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability, resource_lost)
values (101, 1, 3, '2026-06-15 09:10:00+00', 'CHAT', 'SHOP', 'DAMAGED',
        'The screwdriver set arrived cracked and one screwdriver is missing. It is needed tomorrow.',
        'MINOR', 'UNAVOIDABLE', 'UNFORESEEABLE', 'GOODS');

-- The same, and this time a courier is to blame, whom the customer never chose.
insert into ticket (id, customer_id, order_id, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability, resource_lost, caused_by)
values (102, 2, 5, '2026-06-15 08:30:00+00', 'CHAT', 'SHOP', 'DAMAGED',
        'The screwdriver set arrived cracked and one screwdriver is missing. The courier dropped the parcel.',
        'MINOR', 'UNAVOIDABLE', 'UNFORESEEABLE', 'GOODS', 'THIRD_PARTY');

-- A wedding cannot be put right; the flight was never taken, and a train and a night on the way were paid for in vain.
insert into ticket (id, customer_id, order_id, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability, resource_lost, caused_by, loss, accepted, mood, area_risks)
values (103, 3, 8, '2026-06-14 18:00:00+00', 'PHONE', 'SHORT_HAUL_FLIGHT', 'CANCELLED',
        'The flight was cancelled at the gate for want of a crew. Her brother''s wedding took place without her.',
        'CRITICAL', 'AVOIDABLE', 'FORESEEABLE', 'SERVICE', 'PROVIDER', 340.00, false, 'ANGRY',
        array['COMPLEX_SCHEDULING']);

-- A wrong bill of which little is known yet; the customer has said what would be fair.
insert into ticket (id, customer_id, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability, recurrence, resource_lost, price,
                    requested_kind, requested_amount)
values (104, 4, '2026-06-13 20:00:00+00', 'EMAIL', 'ENERGY', 'WRONG_BILL',
        'He was charged twice for May: 120 too much. Billing and the bank are still looking for the reason.',
        'MINOR', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'MONEY', 120.00,
        'CREDIT', 15.00);

-- The third late parcel within two years. What failed is the express delivery (15), not the tent.
insert into ticket (id, customer_id, order_id, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability, recurrence, failure_type, resource_lost, caused_by, price,
                    mood, apologies)
values (105, 5, 13, '2026-06-13 08:00:00+00', 'PHONE', 'SHOP', 'LATE',
        'An express parcel is late for the third time. She stayed at home for it and has heard sorry twice.',
        'MODERATE', 'AVOIDABLE', 'FORESEEABLE', 'RECURRING', 'PROCESS', 'SERVICE', 'PROVIDER', 15.00,
        'UPSET', 2);

-- A theft is nobody's failure in our chain; the police confirm it.
insert into ticket (id, customer_id, order_id, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability, resource_lost, caused_by, mood, explanation)
values (106, 6, 16, '2026-06-14 15:30:00+00', 'PHONE', 'SHOP', 'STOLEN',
        'A gift worth 500 was stolen from the stairs after a neighbour had signed for it. The birthday is on Wednesday.',
        'MAJOR', 'UNAVOIDABLE', 'UNFORESEEABLE', 'GOODS', 'FORCE_MAJEURE', 'UPSET', 'THIRD_PARTY_VERIFIED');

-- Two hours down: 100 owed by contract, and she is the one who chose us.
insert into ticket (id, customer_id, order_id, opened_at, channel, product_line, incident, hours, story,
                    severity, avoidability, foreseeability, resource_lost, caused_by, area_risks)
values (107, 7, 19, '2026-06-15 07:00:00+00', 'PHONE', 'HOSTING', 'OUTAGE', 2,
        'The shop was down for two hours on its best morning of the month. She had recommended us as its host.',
        'MAJOR', 'AVOIDABLE', 'UNFORESEEABLE', 'SERVICE', 'PROVIDER', array['NEW_OFFERING']);

-- Words hurt, and for days nobody answered: late as well.
insert into ticket (id, customer_id, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability, failure_type, resource_lost, caused_by, price,
                    mood, reach, area_risks)
values (108, 8, '2026-06-11 16:00:00+00', 'COUNTER', 'REPAIRS', 'RUDE_REMARK',
        'At the counter he was told that anybody else could mend such a lamp. No word from us since Thursday.',
        'MINOR', 'AVOIDABLE', 'UNFORESEEABLE', 'EMPLOYEE_CONDUCT', 'ATTENTION', 'PROVIDER', 60.00,
        'UPSET', 'REVIEWS', array['HIGH_TURNOVER']);

-- Our records say otherwise; most claims like this are honest all the same.
insert into ticket (id, customer_id, order_id, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability, resource_lost, claim_status,
                    requested_kind, requested_amount)
values (109, 9, 22, '2026-06-15 08:00:00+00', 'EMAIL', 'SHOP', 'NOT_RECEIVED',
        'He says that the headphones never arrived. The courier has his signature and a photo at his door.',
        'MODERATE', 'UNKNOWN', 'UNKNOWN', 'GOODS', 'CONTRADICTED',
        'REFUND', 180.00);

-- The harm is large since she is in mourning; she wants no money but to be called by a person.
insert into ticket (id, customer_id, opened_at, channel, product_line, incident, story,
                    severity, avoidability, foreseeability, failure_type, resource_lost, caused_by, price, loss,
                    mood, vulnerabilities, requested_kind, apologies, area_risks)
values (110, 10, '2026-06-12 12:00:00+00', 'PHONE', 'ENERGY', 'CHARGED_AFTER_DEATH',
        'We charged 120 to her late husband and wrote to him, weeks after she had told us. Her bank took 12 for it.',
        'MAJOR', 'AVOIDABLE', 'FORESEEABLE', 'PROCESS', 'MONEY', 'PROVIDER', 120.00, 12.00,
        'UPSET', array['LIFE_EVENT'], 'PERSONAL_CALL', 1, array['MANY_DEPARTMENTS']);
