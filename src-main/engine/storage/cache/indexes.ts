import type Database from 'better-sqlite3'
import { EMPTY_BOARDS } from './boards/board-triggers.ts'
import { buildBoards } from './boards/build-boards.ts'
import { FIRST_OF_MANY, isOfMany, NAMED_COLUMNS, PLACES_OF_FEW, placeOfNames } from './named-columns.ts'
import { BUILD_TOTALS, FORGET_TOTALS } from './queue-totals.ts'
import { BUILD_SETTLED, FORGET_SETTLED } from './settled-orders.ts'
import { DUE_KEY, EXPIRY_KEY, NAME_KEY, ORIGINAL_KEY, SUBMITTED_KEY } from './sort-keys.ts'

/**
 * What the queues sort and filter by. A window walks `(status, key, id)` once for each state it shows and merges:
 * so one index a sort serves every choice of states. Made after the last page of a snapshot: filling a table
 * under its indexes takes eight times as long.
 */
const INDEXES: readonly string[] = [
  'provider(name, id)',
  'provider(marketplace, status)',
  'application(status, id)',
  'application(status, submittedAt, id)',
  `application(status, ${DUE_KEY}, id)`,
  `application(status, ${NAME_KEY}, id)`,
  // With what the totals are counted by: bodies stay unread.
  'application(status, marketplace, id, dueOn)',
  'application(status, updatedAt, id)',
  'application(assignee, status)',
  'application(name)',
  'application(providerId)',
  'listing(name)',
  'listing(titleZh)',
  'listing(titleEn)',
  'listing(providerId)',
  'listing_version(status, id)',
  `listing_version(status, ${SUBMITTED_KEY}, id)`,
  `listing_version(status, ${DUE_KEY}, id)`,
  'listing_version(status, listingName, id)',
  'listing_version(status, marketplace, id, dueOn)',
  'listing_version(status, mustFindings, id)',
  'listing_version(status, updatedAt, id)',
  'listing_version(assignee, status)',
  'listing_version(listingName)',
  'listing_version(titleZh)',
  'listing_version(titleEn)',
  'listing_version(listingId)',
  'listing_version(providerId)',
  'deposit_obligation(providerId)',
  'deposit_obligation(name)',
  'deposit_obligation(receipts)',
  'recharge(status, paidOn, id)',
  `recharge(status, ${NAME_KEY}, id)`,
  'recharge(status, amount, id)',
  'recharge(providerId, paidOn)',
  'recharge(name, paidOn)',
  'recharge(number)',
  'provider_account(status, updatedAt, id)',
  `provider_account(status, ${NAME_KEY}, id)`,
  'provider_account(providerId, updatedAt)',
  'provider_account(number)',
  'provider_account(name)',
  'invoice(status, issuedOn, id)',
  `invoice(status, ${NAME_KEY}, id)`,
  'invoice(status, gross, id)',
  'invoice(providerId, issuedOn)',
  'invoice(payoutId)',
  'invoice(receivedOn)',
  'invoice(name, issuedOn)',
  'invoice(number)',
  `invoice(${ORIGINAL_KEY}) WHERE status = 'red-letter'`,
  'payout_request(status, requestedOn, id)',
  `payout_request(status, ${NAME_KEY}, id)`,
  'payout_request(status, amount, id)',
  // With what it is told by whom it waits for: bodies stay unread.
  'payout_request(status, hands, amount, id)',
  'payout_request(providerId, requestedOn)',
  'payout_request(name, requestedOn)',
  'payout_batch(status, createdAt, id)',
  'payout_batch(status, amount, id)',
  'payout_batch(number)',
  'payout_batch(name, createdAt)',
  'payment_template(bank, number)',
  'payment_template(name)',
  'violation(status, occurredOn, id)',
  `violation(status, ${NAME_KEY}, id)`,
  'violation(status, deduction, id)',
  'violation(providerId, occurredOn)',
  'violation(name, occurredOn)',
  'market_order(status, paidAt, id)',
  'market_order(status, cash, id)',
  `market_order(status, ${NAME_KEY}, id)`,
  'market_order(providerId, paidAt)',
  'market_order(name)',
  'market_order(number)',
  'market_order(productName, paidAt)',
  'market_order(refundOf)',
  'market_order(buyerId, paidAt)',
  'market_order(marketplace, updatedAt)',
  // Few orders are supervised.
  "market_order(supervision) WHERE supervision <> 'none'",
  'subscription(status, subscribedAt, id)',
  `subscription(status, ${EXPIRY_KEY}, id)`,
  'subscription(status, paid, id)',
  'subscription(listingId, subscribedAt)',
  'subscription(providerId, subscribedAt)',
  'subscription(userId, subscribedAt)',
  'subscription(userName, subscribedAt)',
  'subscription(orderId)',
  // None in a copy without personal data.
  'subscription(phone) WHERE phone IS NOT NULL',
  'subscription(email) WHERE email IS NOT NULL',
  'cluster(status, installedAt, id)',
  'cluster(status, updatedAt, id)',
  'cluster(listingId, installedAt)',
  'cluster(providerId, installedAt)',
  'cluster(userId, installedAt)',
  'cluster(clusterName, installedAt)',
  'cluster(clusterId)',
  'cluster(userName, installedAt)',
  'metered_bill(status, billedAt, id)',
  'metered_bill(status, amount, id)',
  'metered_bill(status, difference, id)',
  'metered_bill(providerId, billedAt)',
  'metered_bill(orderId, billedAt)',
  'metered_bill(billId)',
  'metered_bill(instanceId, billedAt)',
  'interface_call(status, at, id)',
  // With what a board counts by: bodies stay unread.
  'interface_call(marketplace, at, providerId, productName, scene, status)',
  'interface_call(providerId, at)',
  'interface_call(orderId, at)',
  'interface_call(instanceId, at)',
  'interface_call(repeatKey, answer) WHERE repeatKey IS NOT NULL',
  'notice(status, madeAt, id)',
  'notice(providerId, madeAt)',
  'notice(aboutId, madeAt)',
  'notice(occasion, madeAt)',
  'notice(subject, madeAt)',
  'notice_template(subject, setAt)',
  'notice_template(occasion, number)',
  'contact(status, openedAt, id)',
  `contact(status, ${DUE_KEY}, id)`,
  'contact(providerId, openedAt)',
  'contact(listingId, openedAt)',
  'contact(userId, openedAt)',
  'contact(aboutId, openedAt)',
  'contact(subject, openedAt)',
  'contact(callerName, openedAt)',
  'settlement_month(marketplace, month)',
  'settlement_statement(marketplace, month, providerId)',
  'settlement_statement(status, month, id)',
  'settlement_statement(status, net, id)',
  `settlement_statement(status, ${NAME_KEY}, id)`,
  'settlement_statement(providerId, month)',
  'settlement_statement(name, month)',
  'settlement_line(statementId, id)',
  'settlement_line(orderId)',
  'settlement_adjustment(marketplace, month, providerId)',
  'commission_rebate(status, month, id)',
  'commission_rebate(status, amount, id)',
  `commission_rebate(status, ${NAME_KEY}, id)`,
  'commission_rebate(providerId, month)',
  'commission_rebate(statementId)',
  'commission_rebate(name, month)',
  'commission_invoice(status, month, id)',
  'commission_invoice(status, gross, id)',
  `commission_invoice(status, ${NAME_KEY}, id)`,
  'commission_invoice(providerId, month)',
  'commission_invoice(statementId)',
  'commission_invoice(name, month)',
  'order_import(fileName)',
  'offline_order(number)',
  'offline_order(productName, paidAt)',
  'offline_order(status, paidAt, id)',
  'order_import(importedAt)',
  'operator(name)',
  'company_control(title)',
  'policy_pack(title)',
  'holiday_table(title)',
  'bank_account(number)',
  'bank_account(holder)',
  'bank_account(bank)',
  'bank_statement(accountId, fromOn)',
  'bank_line(status, chronology, id)',
  'bank_line(status, abs(effect), id)',
  'bank_line(accountId, status, chronology)',
  'bank_line(accountId, bookedOn, identity)',
  'bank_line(accountId, effect, bookedOn, status)',
  // Holds all that a filter by text or kind, and the totals, look at: bodies stay unread.
  'bank_line(status, effect, accountId, chronology, counterpartyName, narrative, counterpartyAccount, matchedKinds, id)',
  'bank_line(matchedTo, counterpartyAccount, id)',
  'bank_line(counterpartyName, chronology)',
  'bank_line(counterpartyAccount)',
  'bank_line(serial)',
]

/** SQL of every index by name; a test compares it with what a complete cache has. */
export const INDEX_STATEMENTS: readonly string[] = INDEXES.map(
  (index) => `CREATE INDEX IF NOT EXISTS by_${index.replaceAll(/\W+/g, '_').replace(/_$/, '')} ON ${index}`,
)

/**
 * Builds the indexes, the totals, where orders are settled and the search by name, piece by piece; yields between pieces so that queries can run.
 * Each piece may be repeated: after a crash it all begins again.
 */
export function* buildIndexes(database: Database.Database): Generator<void, void> {
  for (const statement of INDEX_STATEMENTS) {
    database.exec(statement)
    yield
  }
  for (const built of [BUILD_TOTALS, BUILD_SETTLED]) {
    database.transaction(() => database.exec(built.join('\n')))()
    yield
  }
  database.transaction(() => {
    const names = NAMED_COLUMNS.map((named) => {
      const { table, column } = named
      return `SELECT DISTINCT ${column} AS text, ${placeOfNames(named)} AS place FROM ${table}
        WHERE ${column} IS NOT NULL`
    })
    database.exec(`
      DELETE FROM name;
      INSERT INTO name_grams(name_grams) VALUES ('delete-all');
      INSERT INTO name(id, text, places)
        SELECT row_number() OVER () + iif(places & ${PLACES_OF_FEW} = 0, ${FIRST_OF_MANY}, 0), text, places
        FROM (SELECT text, sum(place) AS places FROM (${names.join(' UNION ALL ')}) GROUP BY text);
      INSERT INTO name_grams(rowid, grams) SELECT id, grams(text) FROM name;
      -- In one piece: a word is looked up in each piece there is.
      INSERT INTO name_grams(name_grams) VALUES ('optimize');
      ${NAME_TRIGGERS.join('\n')}
    `)
  })()
  yield
  yield* buildBoards(database)
}

/** A name is added where a record comes in with a new one; names out of use stay until the next snapshot. */
const NAME_TRIGGERS: readonly string[] = [
  `CREATE TRIGGER IF NOT EXISTS name_added AFTER INSERT ON name BEGIN
     INSERT INTO name_grams(rowid, grams) VALUES (new.id, grams(new.text)); END;`,
  ...NAMED_COLUMNS.flatMap((named) => {
    const { table, column } = named
    const place = placeOfNames(named)
    const next = isOfMany(table)
      ? `(SELECT max(ifnull(max(id), 0), ${FIRST_OF_MANY}) + 1 FROM name)`
      : `(SELECT ifnull(max(id), 0) + 1 FROM name WHERE id < ${FIRST_OF_MANY})`
    const add = `INSERT INTO name(id, text, places) SELECT ${next}, new.${column}, ${place} WHERE new.${column} IS NOT NULL
      ON CONFLICT (text) DO UPDATE SET places = places + ${place} WHERE places & ${place} = 0;`
    return [
      `CREATE TRIGGER IF NOT EXISTS ${table}_${column}_named AFTER INSERT ON ${table} BEGIN ${add} END;`,
      `CREATE TRIGGER IF NOT EXISTS ${table}_${column}_renamed AFTER UPDATE OF ${column} ON ${table}
         WHEN new.${column} IS NOT old.${column} BEGIN ${add} END;`,
    ]
  }),
]

/** Takes indexes, totals and triggers away, before a snapshot fills the tables. */
export function dropIndexes(database: Database.Database): void {
  const made = database
    .prepare<[], { type: string; name: string }>(
      "SELECT type, name FROM sqlite_schema WHERE (type = 'index' AND name LIKE 'by\\_%' ESCAPE '\\') OR type = 'trigger'",
    )
    .all()
  for (const { type, name } of made) database.exec(`DROP ${type} "${name}"`)
  database.exec(`${FORGET_TOTALS} ${EMPTY_BOARDS}`)
  database.exec(FORGET_SETTLED)
}
