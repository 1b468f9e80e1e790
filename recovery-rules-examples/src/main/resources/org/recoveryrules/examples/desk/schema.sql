-- The tables of a small CRM. All money is in US dollars, all times are UTC, and a span of time includes its first moment.
-- Where a column holds one of the advisor's words, its type lists them, so that a slip of the pen is refused here.

-- The day on which the desk works: one row, written when the database is opened. A CRM in use would say current_date.
create table business_day (
    today date not null
);

create table customer (
    id             int primary key,
    name           varchar(80) not null,
    expected_years int not null check (expected_years >= 0),   -- how much longer we expect to do business
    champion       boolean default false not null              -- brought us in or recommended us
);

create table customer_order (
    id          int primary key,
    customer_id int not null references customer,
    description varchar(80) not null,
    price       decimal(12, 2) not null check (price > 0),
    margin      decimal(12, 2) not null,                       -- what we earn on it; below zero where we lose on it
    ordered_on  date not null
);

-- Customer lifetime value, the margin we still expect of a customer: the margin of one year, averaged over the orders of
-- the last two, times the years for which we expect to go on. A customer who costs us money counts as 0, never less.
create view customer_lifetime_value as
select c.id as customer_id,
       cast(greatest(coalesce(sum(o.margin), 0) / 2 * c.expected_years, 0) as decimal(12, 2)) as amount
from customer c
cross join business_day d
left join customer_order o
       on o.customer_id = c.id and o.ordered_on between d.today - interval '2' year and d.today
group by c.id, c.expected_years;

-- What law or contract owes a customer for an incident, whoever is to blame and whatever the desk decides.
create table guarantee (
    id           int primary key,
    product_line varchar(20) not null,
    incident     varchar(30) not null,
    kind         enum ('REFUND', 'REIMBURSEMENT', 'REPLACEMENT', 'REPERFORMANCE', 'CREDIT', 'DISCOUNT', 'UPGRADE',
                       'FEE_WAIVER', 'GIFT') not null,
    amount       decimal(12, 2) not null check (amount > 0),
    per          enum ('FAILURE', 'HOUR', 'PRICE') not null,   -- owed once, for every hour begun, or for each dollar paid
    basis        varchar(200) not null                         -- what it rests on, for the audit
);

-- One failure each, as the person at the desk filled it in. Nothing here is worked out: what went before, lifetime value,
-- compensated claims, entitlements and the delay follow from the other tables and the clock.
create table ticket (
    id               int primary key,
    customer_id      int not null references customer,
    order_id         int references customer_order,
    status           enum ('NEW', 'CLOSED') default 'NEW' not null,
    opened_at        timestamp with time zone not null,        -- when the customer complained or we discovered it
    channel          enum ('CHAT', 'COUNTER', 'EMAIL', 'PHONE') not null,
    product_line     varchar(20) not null,
    incident         varchar(30) not null,
    hours            int default 1 not null check (hours > 0), -- how long it lasted, in hours begun
    story            varchar(300) not null,

    severity         enum ('NEGLIGIBLE', 'MINOR', 'MODERATE', 'MAJOR', 'CRITICAL') not null,
    avoidability     enum ('UNAVOIDABLE', 'AVOIDABLE', 'UNKNOWN') not null,
    foreseeability   enum ('UNFORESEEABLE', 'FORESEEABLE', 'UNKNOWN') not null,
    recurrence       enum ('ONE_OFF', 'RECURRING', 'UNKNOWN') default 'ONE_OFF' not null,
    failure_type     enum ('OUTCOME', 'PROCESS', 'UNMET_REQUEST', 'EMPLOYEE_CONDUCT') default 'OUTCOME' not null,
    resource_lost    enum ('MONEY', 'GOODS', 'SERVICE', 'ATTENTION', 'NONE') default 'NONE' not null,
    caused_by        enum ('PROVIDER', 'THIRD_PARTY', 'CUSTOMER', 'OTHER_CUSTOMER', 'FORCE_MAJEURE', 'UNKNOWN')
                         default 'UNKNOWN' not null,
    price            decimal(12, 2) check (price > 0),         -- where it is not that of the whole order
    loss             decimal(12, 2) default 0 not null check (loss >= 0),
    accepted         boolean default true not null,

    expectation      enum ('LOW', 'HIGH', 'UNKNOWN') default 'UNKNOWN' not null,
    mood             enum ('CALM', 'UPSET', 'ANGRY') default 'CALM' not null,
    -- Kept with the ticket and not with the customer: it is told for this one purpose and must not outlive it.
    vulnerabilities  enum ('HEALTH', 'LIFE_EVENT', 'RESILIENCE', 'CAPABILITY') array default array[] not null,
    reach            enum ('PRIVATE', 'REVIEWS', 'PUBLIC') default 'PRIVATE' not null,

    claim_status     enum ('VERIFIED', 'UNVERIFIED', 'CONTRADICTED') default 'VERIFIED' not null,
    requested_kind   enum ('REFUND', 'REIMBURSEMENT', 'REPLACEMENT', 'REPERFORMANCE', 'CREDIT', 'DISCOUNT', 'UPGRADE',
                           'FEE_WAIVER', 'GIFT', 'APOLOGY', 'EXPLANATION', 'HANDWRITTEN_NOTE', 'PERSONAL_CALL',
                           'INCIDENT_REPORT'),                 -- what the customer called fair; null: not asked yet
    requested_amount decimal(12, 2) check (requested_amount > 0),

    aware            boolean default true not null,
    apologies        int default 0 not null check (apologies >= 0),
    explanation      enum ('NONE', 'THIRD_PARTY_VERIFIED') default 'NONE' not null,
    area_risks       enum ('COMPLEX_SCHEDULING', 'MANY_DEPARTMENTS', 'NEW_OFFERING', 'HIGH_TURNOVER') array
                         default array[] not null
);

-- How a closed ticket was recovered. A ticket without a row here: nobody knows.
create table recovery (
    ticket_id      int primary key references ticket,
    outcome        enum ('GOOD', 'POOR', 'UNKNOWN') not null,  -- in the customer's eyes
    compensated_on date                                        -- null: without compensation
);

-- What was decided, and by exactly which rules. A ticket that is decided anew, since more is known, gets another row.
create table decision (
    id             int generated always as identity primary key,
    ticket_id      int not null references ticket,
    decided_at     timestamp with time zone not null,
    verdict        enum ('APPLIES', 'DOES_NOT_APPLY', 'UNDETERMINED') not null,
    authority      enum ('AGENT', 'SUPERVISOR', 'MANAGER') not null,
    human_review   boolean not null,
    total          decimal(12, 2) not null,
    gesture_total  decimal(12, 2) not null,
    policy_name    varchar(100) not null,
    policy_version varchar(50) not null,
    policy_digest  char(64) not null,
    -- What an audit replays: JSON on one line, without what was told about the customer.
    audit_record   varchar(8000) not null
);

create table decision_remedy (
    decision_id int not null references decision,
    position    int not null,                                  -- as listed, from 1
    kind        varchar(30) not null,
    component   enum ('ENTITLEMENT', 'RESTORATION', 'GESTURE', 'COMMUNICATION') not null,
    amount      decimal(12, 2),                                -- null: words, or the price is not known
    basis       varchar(200),
    authority   enum ('AGENT', 'SUPERVISOR', 'MANAGER') not null,
    primary key (decision_id, position)
);
